// A person has seen to a danger that a customer told of, or says that the words meant something else. From then on the case stands in its usual place.
import { logDecision } from '../../../platform/decisions/log-decision.ts'
import { recordAudit } from '../../../platform/audit/record-audit.ts'
import type { Context } from '../../../platform/context/context.ts'
import { noteInteraction } from '../../../hear/customers/note-interaction.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { CommandDone } from '../case.schema.ts'
import { lockForChange } from '../change-case.ts'
import { whoActs } from '../work/take-case.ts'
import { saveDanger, type SeenAs, settleDanger } from './danger.sql.ts'

/** @throws Refusal('wrong-state') where nothing of the kind is open: a colleague may have been faster */
export async function seeToDanger(ctx: Context, caseId: CaseId, { as }: { readonly as: SeenAs }): Promise<CommandDone> {
  const by = whoActs(ctx)
  const { kept } = await lockForChange(ctx, caseId)
  const settled = await settleDanger(ctx.db, caseId, { by, as, at: ctx.now() })
  if (settled.length === 0) throw new Refusal('wrong-state', 'Somebody has seen to this already.')
  await saveDanger(ctx.db, caseId)
  const { customerId, current } = kept
  noteInteraction(ctx, { customerId, kind: 'case', caseId, details: { what: 'danger-seen', as } })
  for (const { messageId, cues } of settled)
    logDecision(ctx, {
      ...{ kind: 'danger', customerId, caseId, alternatives: ['danger', 'no danger'], policyVersion: 1 },
      chosen: as === 'no-danger' ? 'no danger' : 'danger',
      inputs: { messageId, kinds: [...new Set(cues.filter(({ isDanger }) => isDanger).map(({ kind }) => kind))] },
      reason: 'A person read the message and said so.',
    })
  await recordAudit(ctx, 'case.danger-seen', { kind: 'case', id: caseId }, { as })
  ctx.emit({ kind: 'case.changed', caseId })
  return { version: current.version, state: current.state }
}
