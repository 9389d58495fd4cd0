// Retention: each table forgets what has had its time, a bounded piece a tick.
import { withContext } from '../context/context.ts'
import type { TickPart } from '../jobs/job.ts'
import type { TablePrivacy } from './privacy.ts'

const dayMs = 86_400_000

export const forgetWhatIsDue = (parts: readonly TablePrivacy[]): TickPart => ({
  name: 'retention',
  run: async (house, organizationId) => {
    for (const part of parts) {
      const { retention } = part
      if (retention === 'kept') continue
      const before = new Date(house.clock.now().getTime() - retention.afterDays * dayMs)
      await withContext(house, { organizationId, actor: { kind: 'system', part: 'retention' } }, (ctx) =>
        retention.forget(ctx, before),
      )
    }
  },
})
