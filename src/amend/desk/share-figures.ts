// The figures of a company, which are the same for everybody: in a crowd those of a moment ago serve all who ask.
import type { Context } from '../../platform/context/context.ts'
import type { House } from '../../platform/context/house.ts'
import type { OrganizationId } from '../../shared/ids.ts'
import type { CompanyCounts } from './desk.sql.ts'

/** Pages ask again no sooner than this after something changed, so none of them stays with older figures (web/renewer.ts). */
const sharedMs = 250

interface Shared {
  readonly since: number
  readonly figures: Promise<CompanyCounts>
}

const shared = new WeakMap<House, Map<OrganizationId, Shared>>()

/** Counted now, unless there is a crowd and somebody had them counted within the last quarter of a second. */
export function shareFigures(ctx: Context, count: () => Promise<CompanyCounts>): Promise<CompanyCounts> {
  const { house, organizationId } = ctx
  const ofHouse = shared.get(house) ?? new Map<OrganizationId, Shared>()
  shared.set(house, ofHouse)
  const before = ofHouse.get(organizationId)
  const since = ctx.now().getTime()
  // Whoever's counting fails takes nobody with them.
  if (before && house.turns.isCrowd() && Math.abs(since - before.since) < sharedMs) return before.figures.catch(count)
  const figures = count()
  ofHouse.set(organizationId, { since, figures })
  return figures
}
