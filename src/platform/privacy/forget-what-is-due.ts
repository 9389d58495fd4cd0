// Retention: each table forgets what has had its time, in bounded portions and a bounded piece a tick.
import { withContext } from '../context/context.ts'
import type { TickPart } from '../jobs/job.ts'
import type { TablePrivacy } from './privacy.ts'

const dayMs = 86_400_000
const atOnce = 2000
/** A tick's share of one table; what is left waits for the next one, a minute later. */
const mostPortions = 100

export const forgetWhatIsDue = (parts: readonly TablePrivacy[]): TickPart => ({
  name: 'retention',
  run: async (house, organizationId, stopping) => {
    for (const part of parts) {
      const { retention } = part
      if (retention === 'kept') continue
      const before = new Date(house.clock.now().getTime() - retention.afterDays * dayMs)
      const who = { organizationId, actor: { kind: 'system', part: 'retention' } } as const
      // Each portion in a transaction of its own: whatever has gathered, nobody waits long for it.
      for (let portion = 0; portion < mostPortions && !stopping?.aborted; portion++) {
        const forgotten = await withContext(house, who, (ctx) => retention.forget(ctx, before, atOnce))
        if (forgotten < atOnce) break
      }
    }
  },
})
