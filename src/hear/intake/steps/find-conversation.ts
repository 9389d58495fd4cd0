// Which conversation? In order of trust: a valid token, a reference to a letter of ours by a participant whose mail is proved; all else is new.
import { placeMessage } from '../../conversations/place-message.ts'
import { needed, type Step } from '../reading.ts'

export const findConversation: Step = async (ctx, reading) => {
  const sender = needed(reading.sender, 'findConversation')
  const { inbound } = reading.parsed
  const place = await placeMessage(ctx, {
    addressedTo: inbound.addressedTo,
    references:
      inbound.thread.replyTo === null
        ? inbound.thread.references
        : [inbound.thread.replyTo, ...inbound.thread.references],
    subject: inbound.subject ?? '',
    identityId: sender.known?.identityId ?? null,
    isProved: sender.authentication === 'verified',
  })
  return { ...reading, place }
}
