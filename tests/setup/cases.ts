// Cases in a test house: what the queue would do, done by hand, and letters looked up by what they are for.
import { countLetterBouncedJob, countLetterSentJob, countMessageJob } from '../../src/amend/cases/case.jobs.ts'
import { findCase } from '../../src/amend/cases/case.sql.ts'
import type { KeptCase } from '../../src/amend/cases/case-columns.ts'
import { timeOnCases } from '../../src/amend/cases/time-on-cases.ts'
import { breakPromises } from '../../src/amend/promises/break-promises.ts'
import { promisesOfCase, type CasePromise } from '../../src/amend/promises/promise.sql.ts'
import type { Actor, Role } from '../../src/platform/context/actor.rules.ts'
import type { CaseId, ChannelId, MessageId, StaffId } from '../../src/shared/ids.ts'
import { settle, write, type Words, type Written } from './customers.ts'
import type { TestHouse } from './house.ts'

export const staff = (staffId: StaffId, role: Role = 'handler'): Actor => ({ kind: 'staff', staffId, role })

/** Runs the job of a message. */
export const count = (test: TestHouse, messageId: MessageId): Promise<void> =>
  countMessageJob.run(test.house, { organizationId: test.organizationId, messageId })

/** Somebody writes and the desk hears it; answers the newest case of the conversation. */
export async function writeIn(
  test: TestHouse,
  channelId: ChannelId,
  words: Words,
): Promise<Written & { readonly caseId: CaseId }> {
  const written = await write(test, channelId, words)
  await count(test, written.messageId)
  return { ...written, caseId: await caseIn(test, written) }
}

export const caseIn = ({ as }: TestHouse, { conversationId }: Written): Promise<CaseId> =>
  as('system', async ({ db }) => {
    const row = await db
      .selectFrom('cases')
      .select('case_id')
      .where('conversation_id', '=', conversationId)
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow()
    return row.case_id as CaseId
  })

/** The newest letter of a case of this meaning. */
export const letterOf = ({ as }: TestHouse, caseId: CaseId, meaning: string): Promise<MessageId> =>
  as('system', async ({ db }) => {
    const row = await db
      .selectFrom('case_message')
      .select('message_id')
      .where('case_id', '=', caseId)
      .where('meaning', '=', meaning)
      .orderBy('message_id', 'desc')
      .executeTakeFirstOrThrow()
    return row.message_id as MessageId
  })

/** The next server takes the newest letter of this meaning, and the desk hears of it. */
export async function accept(test: TestHouse, caseId: CaseId, meaning: string): Promise<MessageId> {
  const messageId = await letterOf(test, caseId, meaning)
  await settle(test, messageId, 'sent')
  await countLetterSentJob.run(test.house, { organizationId: test.organizationId, messageId })
  return messageId
}

export async function bounce(test: TestHouse, messageId: MessageId): Promise<void> {
  await settle(test, messageId, 'bounced')
  await countLetterBouncedJob.run(test.house, { organizationId: test.organizationId, messageId })
}

/** What the tick does for promises and cases. */
export async function tickCases(test: TestHouse): Promise<void> {
  await breakPromises.run(test.house, test.organizationId)
  await timeOnCases.run(test.house, test.organizationId)
}

export const caseOf = ({ as }: TestHouse, caseId: CaseId): Promise<KeptCase> =>
  as('system', async ({ db }) => {
    const kept = await findCase(db, caseId)
    if (!kept) throw new Error('no such case')
    return kept
  })

export const promisesOf = ({ as }: TestHouse, caseId: CaseId): Promise<readonly CasePromise[]> =>
  as('system', ({ db }) => promisesOfCase(db, caseId))
