// A returned mail: believed only if it came to the keyed address that one of our letters was sent from, since anybody can write a bounce.
import { settleReturnedLetter } from '../../conversations/settle-returned-letter.ts'
import { onTimeline, quarantine, type Step } from '../reading.ts'

export const noteReturnedLetter: Step = async (ctx, reading) => {
  const { inbound } = reading.parsed
  if (inbound.kind !== 'bounce' || reading.raw.release?.as === 'human') return reading
  const letter = await settleReturnedLetter(ctx, inbound.addressedTo, inbound.delivery ?? null)
  if (letter === 'unknown')
    return quarantine(
      'It reports a letter that could not be delivered, but does not carry the key of any letter of ours.',
    )
  return onTimeline(
    letter === 'bounced'
      ? 'A letter of ours could not be delivered.'
      : 'A letter of ours is delayed on its way; its server keeps trying.',
  )
}
