// Works the queue: graphile-worker with our jobs, in this process. Each failure is logged once a try; after the last it waits for a replay.
import { run, type Runner } from 'graphile-worker'
import { isId, type OrganizationId } from '../../shared/ids.ts'
import type { House } from '../context/house.ts'
import type { Job, JobPayload } from './job.ts'
import { quietLogger } from './queue-log.ts'

/** Starts working the queue. `stop` waits for the jobs in hand. */
export async function runJobs(
  house: House,
  jobs: readonly Job[],
  concurrency: number,
): Promise<{ stop(): Promise<void> }> {
  const runner: Runner = await run({
    pgPool: house.ownerPool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    taskList: Object.fromEntries(
      jobs.map((job) => [job.task, (payload: unknown) => job.run(house, readPayload(payload))]),
    ),
    logger: quietLogger(house),
  })
  // Ends only when it is stopped or broken for good; a broken queue is a bug that must be seen.
  runner.promise.catch((error: unknown) => {
    house.log.error({ err: error }, 'the queue stopped by itself')
  })
  return { stop: () => runner.stop() }
}

function readPayload(payload: unknown): JobPayload {
  if (typeof payload !== 'object' || payload === null) throw new Error('a job without payload')
  const fields = Object.entries(payload).filter((field): field is [string, string] => typeof field[1] === 'string')
  const found = Object.fromEntries(fields)
  const organizationId = found['organizationId'] ?? ''
  if (!isId(organizationId)) throw new Error('a job without organization')
  return { ...found, organizationId: organizationId as OrganizationId }
}
