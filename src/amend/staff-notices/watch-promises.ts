// Run by the tick: whoever answers for a case is told when a quarter of a promise's time is left, by the same figure as its ring shows.
import { type Context, withContext } from '../../platform/context/context.ts'
import type { TickPart } from '../../platform/jobs/job.ts'
import { floorsOf } from '../promises/known-floors.ts'
import { quarterLeftAt, remaining } from '../promises/promise-clock.rules.ts'
import { noteForStaff } from './note-for-staff.ts'
import { lookAgainAt, toLookAt, unwatched, unwatchSettled, watch, type WatchedPromise } from './promise-watch.sql.ts'

const most = 500
/** What stands still, or has exactly a quarter left overnight, is looked at again then. */
const againMs = 2 * 60_000

export const watchPromises: TickPart = {
  name: 'promises that run low',
  run: async (house, organizationId) => {
    const who = { organizationId, actor: { kind: 'system', part: 'tick' } } as const
    for (const step of [beginToWatch, tellWhatRunsLow, (ctx: Context) => unwatchSettled(ctx.db, ctx.now(), most)])
      while ((await withContext(house, who, step)) === most);
  },
}

async function beginToWatch(ctx: Context): Promise<number> {
  const found = await unwatched(ctx.db, most)
  const floors = await floorsOf(ctx, versionsOf(found))
  const marks = found.flatMap((promise) => {
    const floor = floors.get(promise.floorVersion)
    const { promiseId, dueAt } = promise
    return floor ? [{ promiseId, dueAt, lookAt: quarterLeftAt(floor.calendar, promise) }] : []
  })
  await watch(ctx.db, ctx.organizationId, marks)
  return marks.length
}

async function tellWhatRunsLow(ctx: Context): Promise<number> {
  const found = await toLookAt(ctx.db, ctx.now(), most)
  const floors = await floorsOf(ctx, versionsOf(found))
  for (const promise of found) {
    const { promiseId, caseId, dueAt, pauses } = promise
    const floor = floors.get(promise.floorVersion)
    const state = floor && remaining(floor.calendar, promise, pauses, floor.policy, ctx.now()).state
    if (state === 'due' || state === 'late')
      await noteForStaff(ctx, {
        kind: 'promise-due',
        caseId,
        sourceId: promiseId,
        to: null,
        by: null,
        since: null,
        dueAt,
      })
    // Also what was told: should it not have been for whoever answers now, it keeps no other waiting.
    await lookAgainAt(ctx.db, promiseId, new Date(ctx.now().getTime() + againMs))
  }
  return found.length
}

const versionsOf = (promises: readonly WatchedPromise[]): readonly number[] => [
  ...new Set(promises.map(({ floorVersion }) => floorVersion)),
]
