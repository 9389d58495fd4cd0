// "It is still not right", said on the page of a survey: stored as a raw record like what is typed into the form, with the key of its
// conversation, and read by the same rules. They decide what it does to the case.
import { makeReplyAddress } from '../../hear/channels/mail/reply-token.ts'
import { letterConversation } from '../../hear/conversations/letter-conversation.sql.ts'
import { replyKeys } from '../../hear/conversations/reply-keys.ts'
import { formChannel } from '../../hear/intake/submission.sql.ts'
import { submitComplaint } from '../../hear/intake/submit-complaint.ts'
import type { Context } from '../../platform/context/context.ts'
import { say } from '../../shared/say.ts'
import type { AskedSurvey } from './survey.sql.ts'

export async function sayStillBroken(
  ctx: Context,
  { conversationId, number }: AskedSurvey,
  words: string,
): Promise<void> {
  const conversation = await letterConversation(ctx.db, conversationId, null)
  if (!conversation?.addressee) return
  const said = say('survey.still-broken.message')
  await submitComplaint(ctx, {
    channelId: (await formChannel(ctx.db)) ?? conversation.channelId,
    submission: {
      ...{ name: '', email: conversation.addressee.address, subject: say('survey.still-broken.subject', { number }) },
      ...{ text: words === '' ? said : `${said}\n\n${words}`, occurredAt: null, externalId: null, isSuspect: false },
      // Only its key counts: it goes nowhere by mail.
      replyAddress: makeReplyAddress('survey@desk', 'case', conversation.code, await replyKeys(ctx)),
    },
    files: [],
    proof: { kind: 'hmac', detail: 'said on the page of a link that only its letter held' },
  })
}
