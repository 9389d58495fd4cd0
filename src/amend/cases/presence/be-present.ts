// Says that somebody has a case before them, and learns who else has. In this process alone; nothing is written (docs/decisions/0009).
import type { Context } from '../../../platform/context/context.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { namesAtWork } from './presence.sql.ts'
import { othersThere } from './presence.rules.ts'
import type { Present, Presenting } from './presence.schema.ts'
import { whoActs } from '../work/take-case.ts'

export async function bePresent(
  ctx: Context,
  caseId: CaseId,
  { screen: name, doing }: Presenting,
): Promise<{ others: Present[] }> {
  const { organizationId, house } = ctx
  const staffId = whoActs(ctx)
  const screen = { staffId, name }
  if (doing === null) {
    house.presence.leave(organizationId, screen, caseId, ctx.now())
    return { others: [] }
  }
  house.presence.show(organizationId, screen, caseId, doing, ctx.now())
  const others = othersThere(house.presence.at(organizationId, caseId, ctx.now()), staffId)
  const names = others.size === 0 ? [] : await namesAtWork(ctx.db, [...others.keys()])
  return { others: names.map((one) => ({ ...one, doing: others.get(one.staffId) ?? 'reading' })) }
}
