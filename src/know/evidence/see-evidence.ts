// What people here typed of a customer, with who and when, and what it weighs.
import type { Context } from '../../platform/context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import type { CustomerId } from '../../shared/ids.ts'
import { standingOf } from './evidence.rules.ts'
import type { EvidenceList } from './evidence.schema.ts'
import { evidenceOf, type EvidenceRow, isThere } from './evidence.sql.ts'

const most = 100

/** @throws Refusal('not-found') */
export async function seeEvidence(ctx: Context, customerId: CustomerId): Promise<EvidenceList> {
  if (!(await isThere(ctx.db, customerId))) throw new Refusal('not-found', 'There is no such person.')
  const me = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null
  const rows = await evidenceOf(ctx.db, customerId, most)
  return { evidence: rows.map((row) => viewOf(row, me)) }
}

function viewOf(row: EvidenceRow, me: string | null): EvidenceList['evidence'][number] {
  const { evidenceId, kind, words, at, amount, currency, toldBy, document, verifiedAt } = row
  return {
    ...{ evidenceId, kind, words, at: at.toISOString(), amount, currency, standing: standingOf(row) },
    toldBy: toldBy && { customerId: toldBy, name: row.toldByName ?? '' },
    typed: { name: row.typedByName, at: row.typedAt.toISOString(), isMe: row.typedBy === me },
    verified: verifiedAt && { name: row.verifiedByName ?? '', at: verifiedAt.toISOString(), document: document ?? '' },
  }
}
