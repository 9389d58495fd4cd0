// The objects of the public API as they stand on the wire. The OpenAPI document is made from these.
import { z } from 'zod'
import { idOf, instant } from '../shared/wire.schema.ts'

const id = idOf<'object'>()
const when = instant.nullable()
const object = <Shape extends z.ZodRawShape>(about: string, shape: Shape) => z.object(shape).describe(about)

export const objects = {
  customers: object('Whoever wrote to us, bought, or was brought along.', {
    customerId: id,
    name: z.string(),
    personId: id.describe('The same for customers of whom somebody said that they are one person.'),
    firstSeenAt: instant,
    erasedAt: when,
    identities: z.array(
      z.object({
        kind: z.string(),
        value: z.string(),
        verifiedAt: z.string().nullable(),
        badSince: z.string().nullable(),
        sharedSaid: z
          .boolean()
          .nullable()
          .describe('Whether several people write from it, as somebody here said; null where only its name tells.'),
      }),
    ),
  }),
  cases: object('Our handling of one complaint or request.', {
    ...{ caseId: id, number: z.string(), kind: z.string(), state: z.string(), matter: z.string(), channel: z.string() },
    ...{ customerId: id, conversationId: id, brandId: id.nullable(), dutyStaffId: id, ownerStaffId: id.nullable() },
    ...{ receivedAt: instant, acknowledgedAt: when, firstAnsweredAt: when, finalAnsweredAt: when, closedAt: when },
    ...{ finding: z.string().nullable(), resolvedAt: when, resolvedBy: z.string().nullable(), rejectedAt: when },
    ...{ mergedInto: id.nullable(), changedAt: instant, topicId: id.nullable(), stage: z.string().nullable() },
  }),
  messages: object('What was said, by whom, and what became of letters of ours.', {
    ...{ messageId: id, conversationId: id, caseId: id.nullable(), channelId: id, direction: z.enum(['in', 'out']) },
    ...{ kind: z.string(), standing: z.string(), meaning: z.string().nullable(), language: z.string().nullable() },
    ...{ at: instant, staffId: id.nullable(), from: z.string().nullable(), subject: z.string(), text: z.string() },
    toldBy: z.string().nullable().describe('Who wrote it at the desk it was brought from, where nobody here did.'),
    delivery: z.string().nullable().describe('Of a letter of ours: queued, sent, bounced and so on.'),
  }),
  notes: object('What colleagues wrote to each other in a case; without words where it was taken back.', {
    ...{ noteId: id, caseId: id, staffId: id, at: instant, text: z.string(), takenBackAt: when },
  }),
  promises: object('What a customer is owed by when.', {
    ...{ promiseId: id, caseId: id, kind: z.string(), about: z.string(), madeAt: instant, dueAt: instant },
    ...{ status: z.string(), settledAt: when, brokenAt: when },
  }),
  purchases: object('What was bought.', {
    ...{ purchaseId: id, customerId: id, at: instant, amount: z.string(), currency: z.string() },
    items: z.array(z.object({ name: z.string(), quantity: z.number() })),
  }),
  refunds: object('What was given back.', {
    ...{ refundId: id, purchaseId: id, at: instant, amount: z.string(), reason: z.string() },
  }),
  referrals: object('Who came because of whom.', {
    ...{ referralId: id, fromCustomerId: id, toCustomerId: id, at: instant, how: z.string() },
  }),
  surveys: object('Cases whose customers were asked afterwards, with what they answered.', {
    ...{ caseId: id, customerId: id, askedAt: when, answeredAt: when, words: z.string() },
    ...{ outcome: z.int().nullable(), process: z.int().nullable(), person: z.int().nullable() },
  }),
  staff: object('Who works here.', {
    ...{ staffId: id, name: z.string(), email: z.string(), role: z.string(), joinedAt: instant, disabledAt: when },
  }),
  brands: object('The names under which customers know the company.', { brandId: id, name: z.string() }),
  representations: object('Who writes for another customer.', {
    ...{
      representationId: id,
      customerId: id,
      byCustomerId: id,
      kind: z.string(),
      evidence: z.string(),
      saidAt: instant,
    },
    ...{ shownWhat: z.string().nullable(), shownAt: when, endedAt: when },
  }),
  topics: object('What cases can be said to be about.', { topicId: id, name: z.string(), archivedAt: when }),
} as const

export type ObjectName = keyof typeof objects
export const objectNames = Object.keys(objects) as readonly ObjectName[]

export const pageAsked = z.strictObject({
  after: id.optional().describe('Where the page before said that the next begins.'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export const oneAsked = z.object({ id })
export const pageOf = (name: ObjectName) =>
  z.object({
    data: z.array(objects[name]),
    next: id.nullable().describe('`after` of the next page, or of the next visit: what is new then comes from there.'),
    isMore: z.boolean(),
  })
