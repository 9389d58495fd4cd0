// Shapes that every request and response is made of: an instant and an identifier as they stand on the wire.
import { z } from 'zod'
import type { Id } from './ids.ts'

/** An instant in UTC, as in 2026-03-01T09:00:00.000Z. */
export const instant = z.iso.datetime()

/** An identifier of one kind of thing, as a lower-case UUID. */
export const idOf = <K extends string>(): z.ZodType<Id<K>, string> =>
  z
    .string()
    .regex(
      /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
      'is not an identifier',
    ) as unknown as z.ZodType<Id<K>, string>
