// The desk as it stands on the wire: what comes next, what is mine, what waits, and how the promises stand today.
import { z } from 'zod'
import { caseLine } from '../cases/case.schema.ts'
import { idOf, instant } from '../../shared/wire.schema.ts'

/** No figure of the desk counts further: this many means "or more". */
export const mostCounted = 500

/** My cases on a desk where nothing else is asked. */
export const usualLines = 25
export const deskQuery = z.object({ lines: z.coerce.number().int().min(1).max(mostCounted).default(usualLines) })

export const deskView = z.object({
  /** What Take next would take now, and why this one: a code, which the pages have words for, and its values. */
  next: z
    .object({ line: caseLine, why: z.object({ key: z.string(), values: z.record(z.string(), z.string()) }) })
    .nullable(),
  /** Cases nobody has taken. */
  waiting: z.int(),
  /** The first of my cases that are not over, by next promise; `mineOpen` of them there are in all. */
  mine: z.array(caseLine),
  mineOpen: z.int(),
  /** Cases in which a note names me that I have not opened since, the newest first. */
  mentions: z.array(z.object({ caseId: idOf<'case'>(), number: z.string(), matter: z.string() })),
  /** Whom my cases asked outside and who is late, or whom the letter did not reach. */
  outside: z.array(
    z.object({
      caseId: idOf<'case'>(),
      number: z.string(),
      matter: z.string(),
      whom: z.string(),
      dueAt: instant.nullable(),
      isReturned: z.boolean(),
    }),
  ),
  /** Until when whoever looks is said to be away: their cases are covered. */
  awayUntil: instant.nullable(),
  /** For leads: cases of who left or is away, and nobody is left to cover. */
  uncovered: z.int(),
  toConfirm: z.int(),
  quarantined: z.int(),
  promises: z.object({ keptToday: z.int(), openToday: z.int(), atRisk: z.int(), broken: z.int() }),
  team: z.array(z.object({ staffId: idOf<'staff'>(), name: z.string(), open: z.int() })),
})
export const taken = z.object({ caseId: idOf<'case'>() })

export type DeskView = z.output<typeof deskView>
