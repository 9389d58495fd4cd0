// A customer tells of danger to life or health: the case comes before all others, and those who answer for it and for safety are told at once.
import { logDecision } from '../../../platform/decisions/log-decision.ts'
import type { Context } from '../../../platform/context/context.ts'
import { noteInteraction } from '../../../hear/customers/note-interaction.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { HeardMessage } from '../case-message.sql.ts'
import { addDanger, saveDanger } from './danger.sql.ts'

/** In the transaction that counts the message, or brings its case along. */
export async function hearDanger(
  ctx: Context,
  caseId: CaseId,
  message: Pick<HeardMessage, 'messageId' | 'customerId' | 'dangers'>,
): Promise<void> {
  const { messageId, customerId, dangers } = message
  await addDanger(ctx.db, ctx.organizationId, messageId, ctx.now())
  await saveDanger(ctx.db, caseId)
  noteInteraction(ctx, { customerId, kind: 'case', caseId, messageId, details: { what: 'danger-heard' } })
  logDecision(ctx, {
    ...{ kind: 'danger', customerId, caseId, chosen: 'danger', alternatives: ['no danger'], policyVersion: 1 },
    inputs: { messageId, kinds: [...new Set(dangers)] },
    reason: 'Words of the message tell of danger to life or health. The case comes first, and a person looks at it.',
  })
  ctx.emit({ kind: 'danger.heard', caseId, messageId })
}
