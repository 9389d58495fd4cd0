// The route by which pages say that somebody has a case before them, and hear who else has.
import { z } from 'zod'
import { route } from '../../../platform/http/route.ts'
import { idOf } from '../../../shared/wire.schema.ts'
import { bePresent as present } from './be-present.ts'
import { bePresent, othersPresent } from './presence.schema.ts'
import { caseRelation } from '../page/see-case.ts'

export const presenceRoutes = [
  route({
    ...{ method: 'POST', url: '/api/cases/:caseId/presence', permission: 'case.read' },
    summary: 'I have this case before me, or leave it; who else has it?',
    relation: (ctx, { caseId }) => caseRelation(ctx, caseId),
    params: z.object({ caseId: idOf<'case'>() }),
    body: bePresent,
    response: othersPresent,
    answer: (ctx, { params: { caseId }, body }) => present(ctx, caseId, body),
  }),
]
