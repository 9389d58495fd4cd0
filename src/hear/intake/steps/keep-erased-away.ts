// Mail from before a person was erased does not bring them back: its content goes too. Who writes anew afterwards is heard as somebody new.
import { eraseRaw } from '../raw.sql.ts'
import { needed, onTimeline, type Step } from '../reading.ts'

export const keepErasedAway: Step = async (ctx, reading) => {
  const { erasedAt } = needed(reading.sender, 'keepErasedAway')
  if (erasedAt === null || reading.parsed.inbound.at > erasedAt) return reading
  await eraseRaw(ctx.db, reading.raw.rawId)
  return onTimeline('Its sender was erased after it was written, so its content was erased as well.')
}
