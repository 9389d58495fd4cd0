// A mail program's report that a letter of ours is unwanted: believed only if it carries the keyed address the letter was sent from.
import { settleReportedLetter } from '../../conversations/settle-reported-letter.ts'
import { onTimeline, type Step } from '../reading.ts'

export const noteReportedLetter: Step = async (ctx, reading) => {
  const { inbound } = reading.parsed
  if (inbound.kind !== 'spam-report' || reading.raw.release?.as === 'human') return reading
  const letter = await settleReportedLetter(ctx, inbound.reportedFrom ?? [])
  return letter === 'unknown'
    ? reading
    : onTimeline('A letter of ours was reported as unwanted. Its reader gets no surveys any more.')
}
