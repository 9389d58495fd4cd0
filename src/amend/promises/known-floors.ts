// Versions of the floor as cases are measured with. A version is never changed, so a process reads each once.
import type { Context } from '../../platform/context/context.ts'
import type { House } from '../../platform/context/house.ts'
import { type Floor, floorsOfVersions, recentVersions } from './floor-policy.sql.ts'

const known = new WeakMap<House, Map<string, Floor>>()
const mostKnown = 2000

/** The newest versions of the floor by number (at most 200), the newest first. */
export const recentFloors = async (ctx: Context): Promise<ReadonlyMap<number, Floor>> =>
  floorsOf(ctx, await recentVersions(ctx.db))

/** These versions of the floor by number, in this order. Asks the database only for those not read before. */
export async function floorsOf(ctx: Context, versions: readonly number[]): Promise<ReadonlyMap<number, Floor>> {
  const floors = known.get(ctx.house) ?? new Map<string, Floor>()
  known.set(ctx.house, floors)
  const keyOf = (version: number): string => `${ctx.organizationId}:${String(version)}`
  const unknown = versions.filter((version) => !floors.has(keyOf(version)))
  if (unknown.length > 0) {
    if (floors.size > mostKnown) floors.clear()
    const missing = floors.size === 0 ? versions : unknown
    for (const floor of await floorsOfVersions(ctx.db, missing)) floors.set(keyOf(floor.policy.version), floor)
  }
  return new Map(versions.flatMap((version) => entryOf(version, floors.get(keyOf(version)))))
}

/** One version. @throws Error for none */
export async function knownFloor(ctx: Context, version: number): Promise<Floor> {
  const floor = (await floorsOf(ctx, [version])).get(version)
  if (!floor) throw new Error('a case of a floor that there is not')
  return floor
}

const entryOf = (version: number, floor: Floor | undefined): [number, Floor][] => (floor ? [[version, floor]] : [])
