// What a company brings along: people, orders, visits, who brought whom, and complaints as they went. One JSON line each; ids are the source's own.
import { z } from 'zod'
import type { ComplaintLine } from './complaint-line.schema.ts'

/** Before the first computers nobody kept a register that could be read in; behind the year 9999 PostgreSQL writes otherwise. */
export const time = z.iso
  .datetime({ offset: true })
  .refine((text) => text >= '1970' && text < '9999', 'is a time from 1970 on')
export const sourceId = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .describe('Your own number of it. The same number again is the same thing.')
export const words = (most: number) => z.string().trim().min(1).max(most)
const currency = z.string().regex(/^[A-Z]{3}$/)
/** A decimal number in text, so that no digit is lost: "49.90". */
const amount = z.string().regex(/^\d{1,12}(\.\d{1,4})?$/)
const staff = z.string().trim().max(254).describe('The work address of somebody who works here.')

export const customerLine = z.strictObject({
  kind: z.literal('customer'),
  id: sourceId,
  name: z.string().trim().max(200),
  emails: z.array(z.string().trim().max(254).pipe(z.email())).max(10),
  phones: z.array(words(40)).max(10).default([]),
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .nullable(),
  since: time.describe('When you first knew them.'),
})

export const orderLine = z.strictObject({
  kind: z.literal('order'),
  id: sourceId,
  customer: sourceId,
  at: time,
  amount,
  currency,
  items: z.array(z.strictObject({ name: words(200), quantity: z.int().min(1).max(100_000) })).max(50),
})

export const refundLine = z.strictObject({
  kind: z.literal('refund'),
  id: sourceId,
  order: sourceId,
  at: time,
  amount,
  reason: z.string().trim().max(300),
})

export const visitLine = z.strictObject({
  kind: z.literal('visit'),
  id: sourceId,
  customer: sourceId,
  at: time,
  page: words(300),
})

export const referralLine = z.strictObject({
  kind: z.literal('referral'),
  id: sourceId,
  from: sourceId.describe('Who told of you.'),
  to: sourceId.describe('Who came because of it.'),
  at: time,
  how: z.string().trim().max(100),
})

const text = words(20_000)
const findings = ['founded', 'partly-founded', 'unfounded-but-honest', 'undecided'] as const

/** What happened to a case after its first message, in order. */
export const caseStep = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('acknowledged'),
    at: time,
    text,
    by: staff.nullable().default(null).describe('The duty person: who answers for it until somebody takes it.'),
  }),
  z.strictObject({ do: z.literal('taken'), at: time, by: staff }),
  z.strictObject({ do: z.literal('handed-over'), at: time, by: staff, to: staff, summary: words(2000) }),
  z.strictObject({
    do: z.literal('answered'),
    at: time,
    by: staff,
    text,
    isFinal: z.boolean(),
    finding: z.enum(findings).nullable().describe('With the final answer only.'),
  }),
  z.strictObject({ do: z.literal('customer-wrote'), at: time, text }),
  z.strictObject({
    do: z.literal('waiting'),
    at: time,
    by: staff,
    for: z.enum(['customer', 'third-party']),
    reason: words(300),
    until: time,
  }),
  z.strictObject({ do: z.literal('resumed'), at: time, by: staff }),
  z.strictObject({ do: z.literal('rejected'), at: time, by: staff, reasons: words(5000), recourse: words(2000) }),
  z.strictObject({ do: z.literal('resolved-by-silence'), at: time }),
  z.strictObject({ do: z.literal('closed'), at: time }),
])

const score = z.int().min(1).max(5).nullable().default(null)
/** What the customer was asked after the case was settled: how far they agree that what came of it was fair, that the way there was, that they were
 * treated with respect; from 1 to 5. */
export const surveyPart = z.strictObject({
  askedAt: time,
  answeredAt: time.nullable().default(null).describe('Null where they did not answer.'),
  outcome: score,
  process: score,
  person: score,
  words: z.string().trim().max(2000).default(''),
})

export const caseLine = z.strictObject({
  kind: z.literal('case'),
  id: sourceId,
  customer: sourceId,
  channel: z.enum(['mail', 'form', 'api']),
  subject: z.string().trim().max(500),
  at: time.describe('When it was received.'),
  text: text.describe('What the customer wrote first.'),
  steps: z.array(caseStep).max(200),
  survey: surveyPart.nullable().default(null).describe('Null where nobody was asked.'),
})

export const historyLine = z.discriminatedUnion('kind', [
  customerLine,
  orderLine,
  refundLine,
  visitLine,
  referralLine,
  caseLine,
])

/** A line that a program may hand in. */
export type ProgramLine = z.output<typeof historyLine>
/** Any line; those of complaints come with an import only, under the name of whoever brought it. */
export type HistoryLine = ProgramLine | ComplaintLine
export type CustomerLine = z.output<typeof customerLine>
export type OrderLine = z.output<typeof orderLine>
export type RefundLine = z.output<typeof refundLine>
export type VisitLine = z.output<typeof visitLine>
export type ReferralLine = z.output<typeof referralLine>
export type CaseLine = z.output<typeof caseLine>
export type CaseStep = z.output<typeof caseStep>

const mostCases = 1000
export const historyBody = z.strictObject({
  lines: z
    .array(historyLine)
    .min(1)
    .max(5000)
    // Each is a whole conversation, and is told to the rules before anybody else is answered.
    .refine((lines) => lines.filter(({ kind }) => kind === 'case').length <= mostCases, 'at most 1,000 cases at once'),
})

export const historyTaken = z.object({
  taken: z.int().describe('Lines that are new here.'),
  known: z.int().describe('Lines that were here already.'),
  refused: z
    .array(z.object({ line: z.int().describe('Counted from 0.'), kind: z.string(), id: z.string(), why: z.string() }))
    .describe('Lines that cannot be, each with its reason; nothing of them was kept.'),
})
export type HistoryTaken = z.output<typeof historyTaken>
