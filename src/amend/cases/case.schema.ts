// The case as it stands on the wire: a line, the whole, and what may be asked of it. Messages and their files: case-messages.schema.ts.
import { z } from 'zod'
import { linePromise } from '../promises/promise.schema.ts'
import { idOf, instant } from '../../shared/wire.schema.ts'
import { caseState } from './case-state.schema.ts'
import { rearrangementView } from './rearranging/rearrangement.schema.ts'

export const caseKind = z.enum(['complaint', 'request'])
export const finding = z.enum(['founded', 'partly-founded', 'unfounded-but-honest', 'undecided', 'dishonest'])
export const channelKind = z.enum(['mail', 'form', 'api'])
/** What a person can ask of a case now. `finish` is an answer that is final; `rearrange` to merge it, split it or move messages. */
export const caseCommandName = z.enum([
  'take',
  'answer',
  'finish',
  'wait',
  'resume',
  'resolve',
  'reject',
  'reopen',
  'promise',
  'note',
  'ask',
  'assign',
  'name-subject',
  'rearrange',
])

const person = z.object({ staffId: idOf<'staff'>(), name: z.string() })

/** A case in one line, as lists show it. `promise` is the open one due next. */
export const caseLine = z.object({
  caseId: idOf<'case'>(),
  number: z.string(),
  kind: caseKind,
  state: caseState,
  customer: z.object({ customerId: idOf<'customer'>(), name: z.string() }),
  matter: z.string(),
  channel: channelKind,
  last: z.object({ direction: z.enum(['in', 'out']), at: instant, text: z.string() }),
  promise: linePromise.nullable(),
  receivedAt: instant,
  reopened: z.boolean(),
  /** Since when its customer tells of danger to life or health that nobody has seen to. */
  dangerAt: instant.nullable(),
})

const keptDraft = z.object({ text: z.string(), savedAt: instant })

export const caseView = z.object({
  caseId: idOf<'case'>(),
  number: z.string(),
  kind: caseKind,
  state: caseState,
  matter: z.string(),
  owner: person.nullable(),
  duty: person,
  /** The colleagues it is about: they neither own it nor stand for it. */
  about: z.array(z.string()),
  aboutStaffIds: z.array(idOf<'staff'>()),
  pool: z.object({ poolId: idOf<'pool'>(), name: z.string() }),
  customer: z.object({
    customerId: idOf<'customer'>(),
    name: z.string(),
    address: z.string().nullable(),
    verified: z.boolean(),
  }),
  channel: channelKind,
  /** As whom we write to the customer; null: as the company. */
  brand: z.string().nullable(),
  relation: z.enum(['own', 'pool', 'colleague']),
  receivedAt: instant,
  acknowledgedAt: instant.nullable(),
  takenAt: instant.nullable(),
  firstAnsweredAt: instant.nullable(),
  finalAnsweredAt: instant.nullable(),
  finding: finding.nullable(),
  resolvedAt: instant.nullable(),
  resolvedBy: z.enum(['customer', 'silence']).nullable(),
  closedAt: instant.nullable(),
  reopenings: z.array(instant),
  waiting: z.object({ for: z.enum(['customer', 'third-party']), reason: z.string(), until: instant }).nullable(),
  rejection: z.object({ reasons: z.string(), recourse: z.string() }).nullable(),
  version: z.int(),
  draft: keptDraft.nullable(),
  noteDraft: keptDraft.nullable(),
  askDraft: keptDraft.nullable(),
  allowed: z.array(caseCommandName),
  /** Whether a note here names whoever looks, who has not looked since. */
  isMentioned: z.boolean(),
  /** Danger that nobody has seen to, in the words of the customer; null where there is none. */
  danger: z.object({ at: instant, words: z.array(z.object({ kind: z.string(), words: z.string() })) }).nullable(),
  maySeeToDanger: z.boolean(),
  /** Letters to the customer come back, and no other address of theirs takes part: since when and why, and where else they may be reached. */
  unreachable: z
    .object({
      address: z.string(),
      since: instant,
      why: z.string(),
      others: z.array(z.object({ kind: z.string(), value: z.string() })),
    })
    .nullable(),
  toConfirm: z.int(),
  /** The case that goes on in its place, where it was merged. */
  mergedInto: z.object({ caseId: idOf<'case'>(), number: z.string() }).nullable(),
  /** What was merged into it, split off it or moved, oldest first. */
  rearrangements: z.array(rearrangementView),
})

const version = z.int().min(1)
const words = (most: number) => z.string().trim().min(1).max(most)

export const takeCase = z.object({ version })
/** `evidence` is wanted for the finding `dishonest` only. */
export const answerCase = z.object({
  version,
  text: words(100_000),
  final: z.boolean(),
  finding: finding.nullable(),
  evidence: z.string().trim().max(5000).nullable().default(null),
  fileIds: z.array(idOf<'file'>()).max(10),
  /** Who else gets it, for all to see. */
  copies: z.array(z.string().trim().min(1).max(320)).max(10).default([]),
})
export const waitOnCase = z.object({
  version,
  for: z.enum(['customer', 'third-party']),
  reason: words(300),
  until: instant,
})
export const resumeCase = z.object({ version })
/** `reason`: when and how the customer said that it is settled. */
export const resolveCase = z.object({ version, reason: words(1000) })
export const rejectCase = z.object({ version, reasons: words(10_000), recourse: words(10_000) })
export const reopenCase = z.object({ version, reason: words(1000) })
/** `staffId` null: whoever is next on the roster of its pool. */
export const assignCase = z.object({ version, staffId: idOf<'staff'>().nullable(), summary: words(5000) })
/** The colleague the complaint is about. */
export const nameSubject = z.object({ version, staffId: idOf<'staff'>() })
/** What a person makes of the danger that a customer tells of. */
export const seeToDanger = z.object({ as: z.enum(['seen-to', 'no-danger']) })
/** Where a customer is written to from now on, as letters to them come back. */
export const reachOtherwise = z.object({ address: z.string().trim().min(1).max(320) })
export const correctMeaning = z.object({
  messageId: idOf<'message'>(),
  meaning: z.enum(['thanks', 'still-broken', 'new-information']),
})
export const keepDraft = z.object({ text: z.string().max(100_000) })
export const draftKept = z.object({ savedAt: instant })
/** What every command answers: where the case stands now. */
export const commandDone = z.object({ version: z.int(), state: caseState })
/** `text`: what the answer said, whole, for who took it back. */
export const answerRecalled = commandDone.extend({ text: z.string() })

export type CaseLine = z.output<typeof caseLine>
export type CaseView = z.output<typeof caseView>
export type CaseCommandName = z.output<typeof caseCommandName>
export type CommandDone = z.output<typeof commandDone>
export type AnswerRecalled = z.output<typeof answerRecalled>
