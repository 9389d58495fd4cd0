// Run by the tick: whoever answers for a case since the last one is told so, unless they have taken it meanwhile.
import { type Context, withContext } from '../../platform/context/context.ts'
import type { TickPart } from '../../platform/jobs/job.ts'
import { madeAt } from '../../shared/ids.ts'
import { takeGivings } from '../cases/work/giving.sql.ts'
import { noteForStaff } from './note-for-staff.ts'

const most = 500
/** Rounds a tick at most: the rest has its turn a minute later. */
const mostRounds = 20

export const noteGivings: TickPart = {
  name: 'notices of cases given',
  run: async (house, organizationId, stopping) => {
    const who = { organizationId, actor: { kind: 'system', part: 'staff-notices' } } as const
    for (let round = 0; round < mostRounds && !stopping?.aborted; round++)
      if ((await withContext(house, who, noteSome)) < most) break
  },
}

async function noteSome(ctx: Context): Promise<number> {
  const givings = await takeGivings(ctx.db, most)
  await noteForStaff(
    ctx,
    givings.map(({ givingId, caseId, staffId, byStaffId }) => ({
      ...{ kind: 'case-yours', caseId, sourceId: givingId, to: staffId, by: byStaffId },
      ...{ since: madeAt(givingId), dueAt: null },
    })),
  )
  return givings.length
}
