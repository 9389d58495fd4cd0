// What was merged, split and moved in a case, and whether the last of it can still be undone by whoever looks.
import { mayDo } from '../../../platform/access/access.rules.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { hasWrittenOf } from '../case-message.sql.ts'
import { findCase, relationTo } from '../case.sql.ts'
import type { RearrangementView } from './rearrangement.schema.ts'
import { findRearrangement, rearrangementsOf, type SeenRearrangement } from './rearrangement.sql.ts'
import { whyItStays } from './rearrangement-undo.rules.ts'
import { whoActs } from '../work/take-case.ts'

const most = 50

export async function seeRearrangements(ctx: Context, caseId: CaseId): Promise<RearrangementView[]> {
  const rows = await rearrangementsOf(ctx.db, caseId, whoActs(ctx), most)
  const last = rows.findLast(({ undoneAt }) => undoneAt === null)
  const lastStays = last ? await whyLastStays(ctx, last) : null
  return rows.map(({ at, undoneAt, undoneBy, ...row }) => ({
    ...row,
    at: at.toISOString(),
    undone: undoneAt === null ? null : { at: undoneAt.toISOString(), by: undoneBy ?? '' },
    stays: undoneAt !== null ? 'undone' : row.rearrangementId === last?.rearrangementId ? lastStays : 'later-first',
  }))
}

async function whyLastStays(
  ctx: Context,
  { rearrangementId, from, to }: SeenRearrangement,
): Promise<RearrangementView['stays']> {
  for (const { caseId } of [from, to]) {
    const relation = await relationTo(ctx.db, caseId, whoActs(ctx))
    if (relation === null || !mayDo(ctx.actor, 'case.rearrange', relation)) return 'not-yours'
  }
  const [one, out, into] = [
    await findRearrangement(ctx.db, from.caseId, rearrangementId),
    await findCase(ctx.db, from.caseId),
    await findCase(ctx.db, to.caseId),
  ]
  if (!one || !out || !into) return 'undone'
  const isTold = one.kind === 'split' && (await hasWrittenOf(ctx.db, one.to))
  const stays = whyItStays({ ...one, answersThen: one.was.answers, from: out.current, to: into.current, isTold })
  return stays?.why ?? null
}
