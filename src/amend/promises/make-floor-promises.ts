// Promises that the floor makes to everybody: three when a case opens, a short one after "still broken".
import type { Context } from '../../platform/context/context.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { Floor } from './floor-policy.sql.ts'
import { floorDueTimes, stillBrokenDue } from './floor-policy.rules.ts'
import { quarterLeftAt } from './promise-clock.rules.ts'
import type { KeptPromise, PromiseKind } from './promise.rules.ts'
import { addPromises, promisesOfCase } from './promise.sql.ts'

type FloorKind = Exclude<PromiseKind, 'given'>

/** When each promise of a floor, counted from an instant, is due. */
export const floorDues = ({ policy, calendar }: Floor, from: Date): Readonly<Record<FloorKind, Date>> => ({
  ...floorDueTimes(policy, calendar, from),
  'still-broken-answer': stillBrokenDue(policy, calendar, from),
})

/** Makes promises of the given kinds, counted from `from`. One of a kind that is still open stays as it is: at most one runs. */
export async function makeFloorPromises(
  ctx: Context,
  caseId: CaseId,
  floor: Floor,
  kinds: readonly FloorKind[],
  from: Date,
): Promise<void> {
  const open = new Set(
    (await promisesOfCase(ctx.db, caseId)).flatMap(({ kind, status }) => (status === 'open' ? [kind] : [])),
  )
  const wanted = kinds.filter((kind) => !open.has(kind))
  if (wanted.length > 0) await addFloorPromises(ctx, caseId, floor, wanted, from)
}

/** The same for a case that is just being opened, and so has none. */
export async function addFloorPromises(
  ctx: Context,
  caseId: CaseId,
  floor: Floor,
  wanted: readonly FloorKind[],
  from: Date,
): Promise<void> {
  const dues = floorDues(floor, from)
  const base = { caseId, about: '', source: `floor:${String(floor.policy.version)}`, madeBy: null, madeAt: from }
  const still = { status: 'open', settledAt: null, brokenAt: null, owedUntil: null } as const
  const promises = wanted.map((kind): KeptPromise => {
    const dueAt = dues[kind]
    return { ...base, ...still, promiseId: ctx.newId(), kind, unpausedDueAt: dueAt, dueAt }
  })
  await addPromises(
    ctx.db,
    ctx.organizationId,
    promises.map((one) => ({ ...one, quarterLeftAt: quarterLeftAt(floor.calendar, one) })),
  )
}
