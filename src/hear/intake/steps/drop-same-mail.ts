// The same mail by another route (an alias, a replay, a mailbox made anew) is heard once: sender, Message-ID, date, subject and body are equal.
// A copy that looked like a machine's (a forwarding rule marks it so) never hides the one that came straight from the person.
import { onTimeline, type Step } from '../reading.ts'

export const dropSameMail: Step = (_ctx, reading) => {
  const { release, channelKind } = reading.raw
  const isMachine = release === null ? reading.parsed.inbound.machine.machine : release.as === 'machine'
  const isDouble = reading.known.isHeard || (isMachine && reading.known.isSameMail)
  return channelKind === 'mail' && isDouble
    ? onTimeline('The same mail was delivered here before; it is heard once.')
    : reading
}
