// The company as its administrators see and change it.
import { z } from 'zod'

const text = (most: number) => z.string().trim().min(1).max(most)

export const company = z.object({ name: z.string(), kindOfBusiness: z.string(), timeZone: z.string() })
export const companyChange = z.strictObject({ name: text(200), kindOfBusiness: text(100), timeZone: text(64) })

export type Company = z.output<typeof company>
