// What a customer's message does: opens a case where the conversation has none, or tells the case that they wrote and what they meant.
// Counted once, however often the job runs.
import { logDecision } from '../../platform/decisions/log-decision.ts'
import { colleagueActing } from '../../platform/context/actor.rules.ts'
import type { Context } from '../../platform/context/context.ts'
import type { CaseId, MessageId } from '../../shared/ids.ts'
import type { CustomerMeaning } from './rules/case-commands.rules.ts'
import { changeLocked, lockStanding } from './change-case.ts'
import { casesOfMessage, countMessage, type HeardMessage, lockHeardMessage } from './case-message.sql.ts'
import { saveLastWord } from './case.sql.ts'
import { hearDanger } from './danger/hear-danger.ts'
import { openCase } from './open-case.ts'

/** The case that counted the message; null for automatic mail and for what waits to be confirmed. */
export async function countCustomerMessage(ctx: Context, messageId: MessageId): Promise<CaseId | null> {
  const message = await lockHeardMessage(ctx.db, messageId)
  if (message?.kind !== 'human' || message.standing !== 'joined') return null
  const { counting, newest } = await casesOfMessage(ctx.db, message)
  if (counting !== null) return counting
  const caseId = await (newest === null ? openCase(ctx, message, []) : tellCase(ctx, newest, message))
  if (message.dangers.length > 0) await hearDanger(ctx, caseId, message)
  return caseId
}

async function tellCase(ctx: Context, newest: CaseId, message: HeardMessage): Promise<CaseId> {
  const locked = await lockStanding(ctx, newest)
  const { caseId } = locked.kept
  const meaning = meaningOf(message)
  if (meaning === 'thanks' && !message.isCustomers) return noteThanks(ctx, caseId, message)
  const command = { do: 'customer-wrote', messageId: message.messageId, meaning } as const
  const { decision, kept } = await changeLocked(ctx, locked, command)
  if (decision.outcome === 'refused') throw new Error(`a case refused to hear its customer: ${decision.sentence}`)
  logMeaning(ctx, caseId, message, meaning)
  if (decision.outcome === 'changed' && decision.effects.some((effect) => effect.do === 'open-new-case'))
    return openCase(ctx, message, kept.current.aboutStaffIds)
  await countMessage(ctx.db, ctx.organizationId, { messageId: message.messageId, caseId, meaning }, ctx.now())
  await saveLastWord(ctx.db, caseId, { at: message.receivedAt, direction: 'in', text: message.beginning })
  if (decision.outcome === 'unchanged') ctx.emit({ kind: 'case.changed', caseId })
  ctx.emit({
    kind: 'customer.answered',
    caseId,
    messageId: message.messageId,
    byStaffId: colleagueActing(ctx.actor),
  })
  return caseId
}

/** Somebody else who takes part says thank you: nobody but the customer says that all is well, so it is read and changes nothing. */
async function noteThanks(ctx: Context, caseId: CaseId, message: HeardMessage): Promise<CaseId> {
  logMeaning(ctx, caseId, message, 'thanks')
  await countMessage(ctx.db, ctx.organizationId, { messageId: message.messageId, caseId, meaning: 'thanks' }, ctx.now())
  await saveLastWord(ctx.db, caseId, { at: message.receivedAt, direction: 'in', text: message.beginning })
  ctx.emit({ kind: 'case.changed', caseId })
  return caseId
}

/** When in doubt it is new information, which a person will read. */
function meaningOf({ meaning }: HeardMessage): CustomerMeaning {
  return meaning === 'thanks' || meaning === 'still-broken' || meaning === 'new-matter' ? meaning : 'new-information'
}

const reasons: Readonly<Record<CustomerMeaning, string>> = {
  thanks: 'The message is short, thanks us, and names nothing that is still wrong.',
  'still-broken': 'The message says that it is still not right.',
  'new-information': 'When in doubt a message is new information, which a person reads.',
  'new-matter': 'The message is about something else.',
}

const logMeaning = (ctx: Context, caseId: CaseId, message: HeardMessage, meaning: CustomerMeaning): void => {
  logDecision(ctx, {
    kind: 'meaning',
    customerId: message.customerId,
    caseId,
    chosen: meaning,
    alternatives: Object.keys(reasons),
    inputs: { messageId: message.messageId },
    reason: reasons[meaning],
    policyVersion: 1,
  })
}
