// Run by the tick: promises whose time has passed are broken, each once, and whoever owns the case is told.
import { withContext } from '../../platform/context/context.ts'
import type { TickPart } from '../../platform/jobs/job.ts'
import { breakOverdue } from './promise.sql.ts'

const most = 500

export const breakPromises: TickPart = {
  name: 'break promises past due',
  run: async (house, organizationId, stopping) => {
    while (!stopping?.aborted) {
      const broken = await withContext(
        house,
        { organizationId, actor: { kind: 'system', part: 'tick' } },
        async (ctx) => {
          const found = await breakOverdue(ctx.db, ctx.now(), most)
          for (const { promiseId, caseId } of found) ctx.emit({ kind: 'promise.broken', promiseId, caseId })
          return found.length
        },
      )
      if (broken < most) return
    }
  },
}
