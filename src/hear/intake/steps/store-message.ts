// Keeps a person's message where it belongs, and announces it; one that waits to be confirmed is announced when somebody has confirmed it.
import { keepMessage } from '../keep-message.ts'
import { needed, type Step } from '../reading.ts'

export const storeMessage: Step = async (ctx, reading) => {
  const sender = needed(reading.sender, 'storeMessage')
  const place = needed(reading.place, 'storeMessage')
  if (!sender.known) throw new Error('nobody was made for this message')
  const messageId = await keepMessage(ctx, { ...reading, sender: { ...sender, known: sender.known } }, 'human')
  const kind = place.standing === 'joined' ? 'conversation' : 'to-confirm'
  return { disposition: { kind, messageId, reason: place.why } }
}
