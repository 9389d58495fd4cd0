// The queue of a test house, worked by hand: every message, letter and answer from outside that no job has heard yet is heard now.
import {
  countLetterBouncedJob,
  countLetterSentJob,
  countMessageJob,
  hearOutsideJob,
} from '../../src/amend/cases/case.jobs.ts'
import type { Job } from '../../src/platform/jobs/job.ts'
import type { TestHouse } from './house.ts'

const heard = new WeakMap<TestHouse['house'], Set<string>>()

/** Runs what the facts of the house would cause, each once. */
export async function workQueue({ house, organizationId, as }: TestHouse): Promise<void> {
  const done = heard.get(house) ?? new Set<string>()
  heard.set(house, done)
  const rows = await as('system', ({ db }) =>
    db
      .selectFrom('message')
      .leftJoin('outbox', 'outbox.message_id', 'message.message_id')
      .select(['message.message_id', 'message.kind', 'message.direction', 'message.standing', 'outbox.state'])
      .orderBy('message.stored_at')
      .orderBy('message.message_id')
      .execute(),
  )
  for (const { message_id: messageId, kind, direction, standing, state } of rows) {
    const job = jobFor(kind, direction, state)
    const once = `${messageId} ${job?.task ?? ''}`
    if (!job || standing !== 'joined' || done.has(once)) continue
    done.add(once)
    await job.run(house, { organizationId, messageId })
  }
}

function jobFor(kind: string, direction: string, state: string | null): Job | null {
  if (direction === 'in') return kind === 'human' ? countMessageJob : kind === 'outside' ? hearOutsideJob : null
  return state === 'sent' ? countLetterSentJob : state === 'bounced' ? countLetterBouncedJob : null
}
