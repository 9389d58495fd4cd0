// What came before its sender was erased, or is the very mail that was erased, brings nobody back: its content goes. A new word is heard as somebody
// new's, whatever date it carries: only our own clock and what was erased count, never what the sender wrote.
import { madeAt } from '../../../shared/ids.ts'
import { forgetRaw } from '../forget-raw.ts'
import { needed, onTimeline, type Step } from '../reading.ts'

export const keepErasedAway: Step = async (ctx, reading) => {
  const { raw, known, parsed } = reading
  const { erasedAt } = needed(reading.sender, 'keepErasedAway')
  // A time of erasing that is still to come was noted by a clock that had jumped: nothing is destroyed by it.
  const wasWaiting = erasedAt !== null && erasedAt <= ctx.now() && madeAt(raw.rawId) <= erasedAt
  const isReplay = known.wasErased && raw.channelKind === 'mail'
  if (!wasWaiting && !isReplay) return reading
  await forgetRaw(ctx, { rawId: raw.rawId, hashes: parsed.kept.map((file) => file.sha256) })
  return onTimeline('Its sender was erased after it had come, so its content was erased as well.')
}
