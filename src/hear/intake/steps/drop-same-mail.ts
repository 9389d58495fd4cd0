// The same mail by another route (an alias, a replay, a mailbox made anew) is heard once: sender, Message-ID, date, subject and body are equal.
import { onTimeline, type Step } from '../reading.ts'

export const dropSameMail: Step = (_ctx, reading) =>
  reading.known.isSameMail && reading.raw.channelKind === 'mail'
    ? onTimeline('The same mail was delivered here before; it is heard once.')
    : reading
