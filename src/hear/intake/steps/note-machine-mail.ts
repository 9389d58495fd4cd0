// What a machine wrote goes to the conversation it surely belongs to or onto the timeline of a known person; it answers nothing and opens nothing.
import { noteInteraction } from '../../customers/note-interaction.ts'
import { keepMessage } from '../keep-message.ts'
import { needed, onTimeline, quarantine, type Step } from '../reading.ts'

export const noteMachineMail: Step = async (ctx, reading) => {
  const { machine } = reading.parsed.inbound
  const isMachine = reading.raw.release === null ? machine.machine : reading.raw.release.as === 'machine'
  if (!isMachine) return reading
  const sender = needed(reading.sender, 'noteMachineMail')
  const place = needed(reading.place, 'noteMachineMail')
  const why = `A machine wrote it (${reading.raw.release === null ? machine.why : 'as a person said'}).`
  if (!sender.known) return quarantine(`${why} Its sender is nobody we know.`)
  if (place.conversationId !== null && place.standing === 'joined') {
    const messageId = await keepMessage(ctx, { ...reading, sender: { ...sender, known: sender.known } }, 'machine')
    return { disposition: { kind: 'conversation', messageId, reason: why } }
  }
  noteInteraction(ctx, {
    customerId: sender.known.customerId,
    kind: 'message',
    at: reading.parsed.inbound.at,
    details: { machine: true, rawId: reading.raw.rawId },
  })
  return onTimeline(why)
}
