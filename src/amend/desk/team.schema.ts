// The team as a lead sees it: who has how much, what runs out today, and the cases behind it.
import { z } from 'zod'
import { absence } from '../calendars/absence.schema.ts'
import { caseLine } from '../cases/case.schema.ts'
import { idOf } from '../../shared/wire.schema.ts'
import { mostCounted } from './desk.schema.ts'

/** Cases whose next promise is late, and those whose next one runs out today. No figure counts further than `mostCounted`. */
const load = z.object({ open: z.int(), late: z.int(), dueToday: z.int() })

export const teamView = z.object({
  people: z.array(
    load.extend({
      staffId: idOf<'staff'>(),
      name: z.string(),
      /** From when until when they are away, now or to come. */
      absence: absence.nullable(),
      isAway: z.boolean(),
    }),
  ),
  /** Cases that nobody has taken. */
  untaken: load,
})

/** `at-risk`: what is late or runs out today, of everybody. `untaken`: what nobody has taken. Otherwise the open cases of one person. */
export const teamCasesQuery = z.object({
  of: z.union([z.enum(['at-risk', 'untaken']), idOf<'staff'>()]),
  lines: z.coerce.number().int().min(1).max(mostCounted).default(50),
})

export const teamLine = caseLine.extend({
  version: z.int(),
  /** Null while nobody has taken it. */
  ownerStaffId: idOf<'staff'>().nullable(),
})
export const teamCases = z.object({ lines: z.array(teamLine), hasMore: z.boolean() })

export type TeamView = z.output<typeof teamView>
export type TeamCases = z.output<typeof teamCases>
export type TeamLine = z.output<typeof teamLine>
