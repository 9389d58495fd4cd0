// A person corrects what a message was taken for; the case hears it anew.
import { logDecision } from '../../../platform/decisions/log-decision.ts'
import type { Context } from '../../../platform/context/context.ts'
import { setMeaning } from '../../../hear/conversations/message.sql.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { CaseId, MessageId } from '../../../shared/ids.ts'
import { changeLocked, doneOr409, lockForChange } from '../change-case.ts'
import { countedAs, saveMeaning } from '../case-message.sql.ts'
import { standingFor } from '../case.sql.ts'
import type { CommandDone } from '../case.schema.ts'
import { whoActs } from './take-case.ts'

/** @throws Refusal('not-found') for a message that is none of this case, Refusal('wrong-state') where the case cannot follow */
export async function correctMeaning(
  ctx: Context,
  caseId: CaseId,
  {
    messageId,
    meaning,
  }: { readonly messageId: MessageId; readonly meaning: 'thanks' | 'still-broken' | 'new-information' },
): Promise<CommandDone> {
  const locked = await lockForChange(ctx, caseId)
  const before = await countedAs(ctx.db, messageId)
  if (before === null || (await standingFor(ctx.db, before.caseId)) !== caseId)
    throw new Refusal('not-found', 'This case has no such message.')
  await saveMeaning(ctx.db, before.caseId, messageId, meaning, whoActs(ctx))
  await setMeaning(ctx.db, messageId, meaning)
  logDecision(ctx, {
    ...{ kind: 'meaning', customerId: locked.kept.customerId, caseId, chosen: meaning, alternatives: [before.meaning] },
    ...{ inputs: { messageId, before: before.meaning }, policyVersion: 1 },
    reason: 'A person read the message and corrected what it was taken for.',
  })
  return doneOr409(await changeLocked(ctx, locked, { do: 'customer-wrote', messageId, meaning }))
}
