// The guard's route: whoever may write in a case may ask what of their draft its customer has had.
import { z } from 'zod'
import { route } from '../../../platform/http/route.ts'
import { idOf } from '../../../shared/wire.schema.ts'
import { caseRelation } from '../page/see-case.ts'
import { compareDraft } from './compare-draft.ts'
import { draftCompared, draftToCompare } from './guard.schema.ts'

export const guardRoutes = [
  route({
    ...{ method: 'POST', url: '/api/cases/:caseId/draft/compare', permission: 'case.read' },
    summary: 'What of a draft the customer of a case has received before, and what is new.',
    bodyLimit: 524_288,
    relation: (ctx, { caseId }) => caseRelation(ctx, caseId),
    params: z.object({ caseId: idOf<'case'>() }),
    body: draftToCompare,
    response: draftCompared,
    answer: (ctx, { params: { caseId }, body }) => compareDraft(ctx, caseId, body.text),
  }),
]
