// Jobs of cases: what follows from messages, letters and colleagues who leave. Who listens to which fact: wiring.ts.
import { withContext, type Context } from '../../platform/context/context.ts'
import type { Job, JobPayload } from '../../platform/jobs/job.ts'
import type { House } from '../../platform/context/house.ts'
import type { CaseId, MessageId, StaffId } from '../../shared/ids.ts'
import { joinPool } from '../calendars/join-pool.ts'
import { countLetterBounced, countLetterSent } from './letters/count-letter.ts'
import { countCustomerMessage } from './count-message.ts'
import { coverCases } from './work/cover-cases.ts'
import { hearOutside } from './outside/hear-outside.ts'
import { tellLate } from './letters/tell-late.ts'

const actor = { kind: 'system', part: 'cases' } as const

const asSystem = (
  house: House,
  { organizationId }: JobPayload,
  work: (ctx: Context) => Promise<unknown>,
): Promise<void> =>
  withContext(house, { organizationId, actor }, async (ctx) => {
    await work(ctx)
  })

/** A job for one message that can also be done in the transaction that caused it. */
const ofMessage = (task: string, work: (ctx: Context, messageId: MessageId) => Promise<unknown>) =>
  ({
    task,
    run: (house, payload) => asSystem(house, payload, (ctx) => work(ctx, messageIn(payload))),
    atOnce: (ctx, payload) => work({ ...ctx, actor }, messageIn(payload)),
  }) satisfies Job

const messageIn = (payload: Readonly<Record<string, string>>): MessageId => needed(payload, 'messageId') as MessageId
const colleagueIn = (payload: JobPayload): StaffId => needed(payload, 'staffId') as StaffId

function needed(payload: Readonly<Record<string, string>>, key: string): string {
  const value = payload[key]
  if (value === undefined) throw new Error(`a job without ${key}`)
  return value
}

/** On `message.received`. */
export const countMessageJob: Job = ofMessage('cases.count-message', countCustomerMessage)

/** On `outside.received`. */
export const hearOutsideJob: Job = {
  task: 'cases.hear-outside',
  run: (house, payload) => asSystem(house, payload, (ctx) => hearOutside(ctx, messageIn(payload))),
}

/** On `message.sent`. */
export const countLetterSentJob: Job = ofMessage('cases.count-letter-sent', countLetterSent)

/** On `message.bounced`. */
export const countLetterBouncedJob: Job = {
  task: 'cases.count-letter-bounced',
  run: (house, payload) => asSystem(house, payload, (ctx) => countLetterBounced(ctx, messageIn(payload))),
}

/** On `promise.broken`. */
export const tellLateJob: Job = {
  task: 'cases.tell-late',
  run: (house, payload) => asSystem(house, payload, (ctx) => tellLate(ctx, needed(payload, 'caseId') as CaseId)),
}

/** On `staff.joined`. */
export const joinPoolJob: Job = {
  task: 'cases.join-pool',
  run: (house, payload) => asSystem(house, payload, (ctx) => joinPool(ctx, colleagueIn(payload))),
}

/** On `staff.disabled`. */
export const coverCasesJob: Job = {
  task: 'cases.cover',
  run: (house, payload) =>
    coverCases(
      house,
      payload.organizationId,
      colleagueIn(payload),
      (payload['successorId'] as StaffId | undefined) ?? null,
    ),
}
