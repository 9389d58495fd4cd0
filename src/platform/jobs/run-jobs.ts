// Works the queue: graphile-worker with our jobs, in this process. Each failure is logged once a try; after the last it waits for a replay.
// A try that failed because the database was away, or full, is not counted.
import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { run, type Runner, type WorkerEvents, type WorkerPool } from 'graphile-worker'
import { isId, type OrganizationId } from '../../shared/ids.ts'
import type { House } from '../context/house.ts'
import { systemClock } from '../../shared/clock.ts'
import type { Job, JobPayload } from './job.ts'
import { storable } from './passing-failure.ts'
import { patientPool } from './patient-pool.ts'
import { quietLogger } from './queue-log.ts'
import { liveAs } from './worker-life.ts'

const pauseMs = 1000
const longestStopMs = 20_000
const portionMs = 20
/** Under load jobs are fetched and struck off several at once; a single one waits for nobody longer than this. */
const inPortions = { localQueue: { size: 8, refetchDelay: { durationMs: portionMs } }, completeJobBatchDelay: 10 }
/** After it found nothing the queue counts so few notices as none, and would look a second later only. */
const unmistakably = 1000

interface Worker {
  readonly runner: Runner
  /** Its name (`id`) is the one under which it has jobs in hand. */
  readonly pool: WorkerPool
}

/** Starts working the queue, and starts again should it end by itself. `wake` has it look at once: nobody else tells it of new jobs (add_jobs).
 * `stop` waits for the jobs in hand, but not for ever. */
export async function runJobs(
  house: House,
  jobs: readonly Job[],
  concurrency: number,
): Promise<{ wake(): void; stop(): Promise<void> }> {
  const ending = new AbortController()
  let worker = await startWorker(house, jobs, concurrency, ending.signal)
  const keep = async (): Promise<void> => {
    for (;;) {
      await worker.runner.promise.catch(() => undefined)
      if (ending.signal.aborted) return
      house.log.warn('the queue stopped by itself; starting it again')
      const next = await startAgain(house, jobs, concurrency, ending.signal)
      if (!next) return
      worker = next
    }
  }
  const keeping = keep()
  const life = liveAs(house, () => worker.pool.id)
  return {
    wake: atMostEvery(portionMs, () => {
      if (!ending.signal.aborted) worker.pool.nudge(unmistakably)
    }),
    stop: async () => {
      ending.abort()
      // It may be ending by itself; and while the database is away, jobs in hand cannot be settled: they are freed when it is back.
      const ended = worker.runner.stop().catch(() => undefined)
      await Promise.race([ended.then(() => keeping), sleep(longestStopMs, undefined, { ref: false })])
      await life.stop()
    },
  }
}

/** The first call is followed at once; those soon after it by one more. */
function atMostEvery(ms: number, act: () => void): () => void {
  let isWaiting = false
  let last = -ms
  return () => {
    if (isWaiting) return
    isWaiting = true
    setTimeout(
      () => {
        isWaiting = false
        last = performance.now()
        act()
      },
      Math.max(0, last + ms - performance.now()),
    )
  }
}

const isOver = (signal: AbortSignal): boolean => signal.aborted

/** Null once the desk stops. */
async function startAgain(
  house: House,
  jobs: readonly Job[],
  concurrency: number,
  ending: AbortSignal,
): Promise<Worker | null> {
  for (;;) {
    await sleep(pauseMs, undefined, { signal: ending }).catch(() => undefined)
    if (isOver(ending)) return null
    try {
      const worker = await startWorker(house, jobs, concurrency, ending)
      if (!isOver(ending)) return worker
      await worker.runner.stop()
    } catch (error) {
      house.log.debug({ err: error }, 'the queue cannot be worked yet')
    }
  }
}

async function startWorker(
  house: House,
  jobs: readonly Job[],
  concurrency: number,
  ending: AbortSignal,
): Promise<Worker> {
  const events: WorkerEvents = new EventEmitter()
  const pools: WorkerPool[] = []
  events.once('pool:create', ({ workerPool }) => {
    pools.push(workerPool)
  })
  const runner = await run({
    pgPool: patientPool(house.ownerPool),
    events,
    concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    preset: { worker: inPortions },
    taskList: Object.fromEntries(
      jobs.map((job) => [
        job.task,
        (payload: unknown, { job: { run_at } }) => inTurn(house, job, payload, run_at).catch(failInWords),
      ]),
    ),
    logger: quietLogger(house, ending),
  })
  const [pool] = pools
  if (!pool) throw new Error('the queue began without its pool')
  return { runner, pool }
}

async function inTurn(house: House, job: Job, payload: unknown, since: Date): Promise<void> {
  // The queue keeps the machine's time, whatever the house's clock says.
  const ageMs = (): number => systemClock.now().getTime() - since.getTime()
  await house.turns.giveWay(ageMs())
  house.turns.goOn(ageMs())
  await job.run(house, readPayload(payload))
}

function failInWords(error: unknown): never {
  throw storable(error)
}

function readPayload(payload: unknown): JobPayload {
  if (typeof payload !== 'object' || payload === null) throw new Error('a job without payload')
  const fields = Object.entries(payload).filter((field): field is [string, string] => typeof field[1] === 'string')
  const found = Object.fromEntries(fields)
  const organizationId = found['organizationId'] ?? ''
  if (!isId(organizationId)) throw new Error('a job without organization')
  return { ...found, organizationId: organizationId as OrganizationId }
}
