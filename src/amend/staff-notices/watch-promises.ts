// Run by the tick: whoever answers for a case is told when a quarter of a promise's time is left, by the same figure as its ring shows.
import { type Context, withContext } from '../../platform/context/context.ts'
import type { TickPart } from '../../platform/jobs/job.ts'
import { floorsOf } from '../promises/known-floors.ts'
import { quarterLeftAt, remaining } from '../promises/promise-clock.rules.ts'
import { lookAgainAt, unwatchBroken } from '../promises/promise-watch.sql.ts'
import { noteForStaff, type ToNote } from './note-for-staff.ts'
import type { PromiseId } from '../../shared/ids.ts'
import { toLookAt, type WatchedPromise } from './promises-to-look-at.sql.ts'

const most = 500
/** Rounds a tick at most: the rest has its turn a minute later, and a desk that is stopped is not kept. */
const mostRounds = 20
/** What stands still, or has exactly a quarter left overnight, is looked at again then. */
const againMs = 2 * 60_000

export const watchPromises: TickPart = {
  name: 'promises that run low',
  run: async (house, organizationId, stopping) => {
    const who = { organizationId, actor: { kind: 'system', part: 'tick' } } as const
    for (const step of [tellWhatRunsLow, (ctx: Context) => unwatchBroken(ctx.db, ctx.now(), most)])
      for (let round = 0; round < mostRounds && !stopping?.aborted; round++)
        if ((await withContext(house, who, step)) < most) break
  },
}

async function tellWhatRunsLow(ctx: Context): Promise<number> {
  const found = await toLookAt(ctx.db, ctx.now(), most)
  const floors = await floorsOf(ctx, versionsOf(found))
  const low: ToNote[] = []
  const marks: { promiseId: PromiseId; at: Date }[] = []
  for (const promise of found) {
    const { promiseId, caseId, pauses, dueAt } = promise
    const floor = floors.get(promise.floorVersion)
    const state = floor && remaining(floor.calendar, promise, pauses, floor.policy, ctx.now()).state
    if (state === 'due' || state === 'late')
      low.push({ kind: 'promise-due', caseId, sourceId: promiseId, to: null, by: null, since: null, dueAt })
    // Also what was told: should it not have been for whoever answers now, it keeps no other waiting.
    const quarter = floor && state === 'calm' ? quarterLeftAt(floor.calendar, promise).getTime() : 0
    marks.push({ promiseId, at: new Date(Math.max(quarter, ctx.now().getTime() + againMs)) })
  }
  await noteForStaff(ctx, low)
  await lookAgainAt(ctx.db, marks)
  return found.length
}

const versionsOf = (promises: readonly WatchedPromise[]): readonly number[] => [
  ...new Set(promises.map(({ floorVersion }) => floorVersion)),
]
