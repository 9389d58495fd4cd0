// Brands as they stand on the wire.
import { z } from 'zod'
import { idOf } from '../../../shared/wire.schema.ts'

/** `channels`: which are its own; `formId`: the channel of its web form. */
export const brand = z.object({
  brandId: idOf<'brand'>(),
  name: z.string(),
  formId: idOf<'channel'>().nullable(),
  mailboxes: z.array(z.object({ channelId: idOf<'channel'>(), name: z.string() })),
})
export const brands = z.object({ brands: z.array(brand) })
export const newBrand = z.strictObject({ name: z.string().trim().min(1).max(100) })
export const brandKept = z.object({ brandId: idOf<'brand'>() })
/** Null: the company itself. */
export const brandOfChannel = z.strictObject({ brandId: idOf<'brand'>().nullable() })

export type Brand = z.output<typeof brand>
