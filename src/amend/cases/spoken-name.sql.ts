// The name in which we speak to the customer of a case: its brand's, or the company's. For statements with `cases c` and `organization o`.
import { sql } from 'kysely'

export const reads = ['brand'] as const

export const spokenName = sql`coalesce((select b.name from brand b where b.brand_id = c.brand_id), o.name)`
