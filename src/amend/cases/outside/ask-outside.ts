// Asks somebody outside from within a case, without handing it over: a letter in a conversation of its own, beside the customer's. Nothing of the
// customer's goes with it but the files that were chosen, and nothing of it ever goes to the customer.
import { codeOf } from '../../../hear/conversations/code.rules.ts'
import { addOutsideConversation } from '../../../hear/conversations/conversation.sql.ts'
import { sendLetter } from '../../../hear/conversations/send-letter.ts'
import { emailIdentity, type IdentityKey } from '../../../hear/channels/address.rules.ts'
import { isPlainAddress, readAddresses } from '../../../hear/channels/mail/read-addresses.ts'
import { findCustomer, findOrMakeCustomer } from '../../../hear/customers/find-or-make-customer.ts'
import type { Context } from '../../../platform/context/context.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { CaseId, ConversationId, IdentityId } from '../../../shared/ids.ts'
import { say } from '../../../shared/say.ts'
import { addressesAround } from '../letters/around-case.sql.ts'
import { changeLocked, doneOr409, type LockedCase, lockForChange, unlessSameVersion } from '../change-case.ts'
import { countMessage, letterState } from '../case-message.sql.ts'
import type { CommandDone } from '../case.schema.ts'
import { removeDraft } from '../work/draft.sql.ts'
import { whyNotAsk } from './enquiry.rules.ts'
import type { AskOutside } from './enquiry.schema.ts'
import { conversationWith, saveAsked } from './enquiry.sql.ts'
import { filesToAsk } from './files-to-ask.ts'
import { letterFacts } from '../letters/letter-facts.sql.ts'
import { whoActs } from '../work/take-case.ts'

/** With a due time the case waits for them, by the command that a person would give.
 * @throws Refusal('conflict') over another version, Refusal('invalid') for an address that cannot be asked, Refusal('wrong-state') where the rules
 * or the mailbox say no; the draft stays then */
export async function askOutside(ctx: Context, caseId: CaseId, asked: AskOutside): Promise<CommandDone> {
  const by = whoActs(ctx)
  const locked = await lockForChange(ctx, caseId)
  const { kept } = locked
  unlessSameVersion(kept, asked.version)
  if (kept.current.state === 'closed')
    throw new Refusal('wrong-state', 'The case is closed. Reopen it first, then ask.')
  const { key, name } = await whomToAsk(ctx, caseId, asked.address)
  const { number } = await letterFacts(ctx.db, caseId, { duty: kept.current.dutyStaffId, owner: by })
  const subject = say('letter.enquiry.subject', { subject: asked.subject, number })
  const known = await findOrMakeCustomer(
    ctx,
    { key, display: name, isVerified: false },
    (await findCustomer(ctx, key)).known,
  )
  const conversationId = await conversationFor(ctx, locked, known.identityId, subject)
  const fileIds = await filesToAsk(ctx, caseId, asked.fileIds)
  const letter = { conversationId, kind: 'enquiry', staffId: by, subject, text: asked.text, fileIds } as const
  const messageId = await sendLetter(ctx, { ...letter, inReplyTo: null })
  const queued = await letterState(ctx.db, messageId)
  if (queued?.state === 'refused' || queued?.state === 'held')
    throw new Refusal('wrong-state', queued.error ?? 'The letter cannot be sent.')
  const dueAt = asked.until === null ? null : new Date(asked.until)
  await saveAsked(
    ctx.db,
    ctx.organizationId,
    { conversationId, caseId, identityId: known.identityId, by, dueAt },
    ctx.now(),
  )
  await countMessage(ctx.db, ctx.organizationId, { messageId, caseId, meaning: 'enquiry' }, ctx.now())
  await removeDraft(ctx.db, caseId, by, 'ask')
  ctx.emit({ kind: 'message.queued', messageId, caseId })
  if (dueAt === null) return { version: kept.current.version, state: kept.current.state }
  const reason = say('enquiry.wait', { whom: key.raw }).slice(0, 300)
  return doneOr409(await changeLocked(ctx, locked, { do: 'wait-for-third-party', by, reason, until: dueAt }))
}

/** `Kim <kim@shop.test>` or the address alone. @throws Refusal('invalid') with what is wrong about it */
async function whomToAsk(
  ctx: Context,
  caseId: CaseId,
  typed: string,
): Promise<{ readonly key: IdentityKey; readonly name: string | undefined }> {
  const [one, another] = readAddresses([typed])
  const isOneLine = !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(typed)
  const key =
    isOneLine && one && another === undefined && isPlainAddress(one.address) ? emailIdentity(one.address) : null
  const why = key
    ? whyNotAsk(key.value, await addressesAround(ctx.db, caseId))
    : 'This is not one e-mail address that we can write to.'
  if (key === null || why !== null) throw new Refusal('invalid', why ?? '')
  return { key, name: one?.display === '' ? undefined : one?.display }
}

async function conversationFor(
  ctx: Context,
  { kept }: LockedCase,
  identityId: IdentityId,
  subject: string,
): Promise<ConversationId> {
  const before = await conversationWith(ctx.db, kept.caseId, identityId)
  if (before !== null) return before
  const conversationId = ctx.newId<'conversation'>()
  const beside = { conversationId, besideId: kept.conversationId, identityId, code: codeOf(conversationId) }
  await addOutsideConversation(ctx.db, ctx.organizationId, { ...beside, subject, at: ctx.now() })
  return conversationId
}
