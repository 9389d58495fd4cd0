// The register as it stands on the wire: its filter, a page of lines, and what an export is asked with.
import { z } from 'zod'
import { caseKind, channelKind, finding } from '../cases/case.schema.ts'
import { caseState } from '../cases/case-state.schema.ts'
import { journeyStage } from '../topics/topic.schema.ts'
import { promiseKind } from '../promises/promise.schema.ts'
import { idOf, instant } from '../../shared/wire.schema.ts'

/** No count goes further: there are more then. A report's figure of a year of a busy company is less. */
export const mostCounted = 10_000
/** Cases on a page. */
export const pageLength = 50

const isStates = (text: string): boolean => text.split(',').every((state) => caseState.safeParse(state).success)
const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed()
const staffId = idOf<'staff'>()

/** One line of words that the database can keep. */
export const plainWords = (most: number) =>
  z.string().trim().min(1).max(most).refine(isStorable, 'has a character that no text has')

/** What cases are wanted, in the words of an address; all of them where nothing is asked. Days are those of the company's zone, both included. */
export const registerFilter = z.strictObject({
  /** States, with commas between them. */
  state: z.string().max(200).refine(isStates, 'names a state that there is not').optional(),
  kind: caseKind.optional(),
  channel: channelKind.optional(),
  brand: idOf<'brand'>().optional(),
  /** What people said it is about; `none`: nobody has said it. */
  topic: z.union([z.literal('none'), idOf<'topic'>()]).optional(),
  /** At which stage of the journey it arose. */
  stage: z.union([z.literal('none'), journeyStage]).optional(),
  owner: z.union([z.literal('me'), z.literal('nobody'), staffId]).optional(),
  /** Who is or was on duty for it. */
  duty: staffId.optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** `now`: something owed is past its time. `ever`: a promise was broken, whatever came of it. */
  late: z.enum(['now', 'ever']).optional(),
  finding: finding.optional(),
  customer: idOf<'customer'>().optional(),
  /** Whether a person has answered it. */
  answered: z.enum(['yes', 'no']).optional(),
  /** Open at the end of this day. */
  openOn: z.iso.date().optional(),
  /** What somebody did with it (ended: was its owner when it ended), by whom and on which days; each may be asked alone. */
  did: z.enum(['taken', 'answered', 'ended']).optional(),
  by: z.union([z.literal('me'), staffId]).optional(),
  doneFrom: z.iso.date().optional(),
  doneTo: z.iso.date().optional(),
  /** A promise of this kind, what came of it, and on which days it was due; each may be asked alone. Released: the customer wanted it no more. What was
   * promised anew after it broke is none of its own. */
  promise: promiseKind.optional(),
  promised: z.enum(['kept', 'late', 'open', 'released']).optional(),
  dueFrom: z.iso.date().optional(),
  dueTo: z.iso.date().optional(),
  /** What came of asking the customer afterwards: `asked`, `answered`, `unanswered`, `low` (a low score for anything), or an item with `low`, `high` or
   * a score, as in `process-high` and `outcome-3`. */
  survey: z
    .string()
    .regex(
      /^(asked|answered|unanswered|low|(outcome|process|person)-(low|high|[1-5]))$/,
      'is nothing that surveys tell',
    )
    .optional(),
  /** Days on which customers were asked. */
  askedFrom: z.iso.date().optional(),
  askedTo: z.iso.date().optional(),
  /** Words of the matter, or a number. */
  q: plainWords(200).optional(),
})
/** `received`: the newest first. `due`: what is owed next first, then what owes nothing. */
export const registerOrder = z.enum(['received', 'due'])
export const registerQuery = registerFilter.extend({
  sort: registerOrder.default('received'),
  /** Where the page before ended, as that page said it. */
  after: z.string().min(1).max(300).optional(),
})

const person = z.object({ staffId, name: z.string() })
export const registerLine = z.object({
  caseId: idOf<'case'>(),
  number: z.string(),
  kind: caseKind,
  state: caseState,
  customer: z.object({ customerId: idOf<'customer'>(), name: z.string() }),
  matter: z.string(),
  channel: channelKind,
  receivedAt: instant,
  /** The next thing owed; late where its time has passed. */
  owed: z.object({ dueAt: instant, isLate: z.boolean() }).nullable(),
  owner: person.nullable(),
  duty: person,
  finding: finding.nullable(),
  topic: z.string().nullable(),
  stage: journeyStage.nullable(),
  closedAt: instant.nullable(),
})
export const registerPage = z.object({
  lines: z.array(registerLine),
  /** Where the next page begins; null at the end. */
  next: z.string().nullable(),
  /** Counted for the first page only, up to `mostCounted`. */
  count: z.object({ cases: z.int(), isMore: z.boolean() }).nullable(),
})

export const exportFormat = z.enum(['csv', 'jsonl'])
export const registerExport = z.strictObject({ format: exportFormat, filter: registerFilter })

export type RegisterFilter = z.output<typeof registerFilter>
export type RegisterOrder = z.output<typeof registerOrder>
export type RegisterLine = z.output<typeof registerLine>
export type RegisterPage = z.output<typeof registerPage>
export type ExportFormat = z.output<typeof exportFormat>
