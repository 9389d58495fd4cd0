// All that a case page shows when it is opened, asked for at once. Each part can also be asked for alone: it then fails alone.
import type { z } from 'zod'
import type { Context } from '../../../platform/context/context.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { casePage } from './case-page.schema.ts'
import { participantsOf } from '../letters/participant.sql.ts'
import { seeCase, seePromises } from './see-case.ts'
import { seeEnquiries } from '../outside/see-enquiries.ts'
import { seeMessages } from './see-messages.ts'
import { seeTimeline } from './see-timeline.ts'

/** @throws Refusal('not-found') */
export async function seeCasePage(ctx: Context, caseId: CaseId): Promise<z.output<typeof casePage>> {
  const [view, messages, timeline, promises, participants, enquiries] = await Promise.all([
    seeCase(ctx, caseId),
    seeMessages(ctx, caseId, {}),
    seeTimeline(ctx, { caseId }, undefined),
    seePromises(ctx, caseId),
    participantsOf(ctx.db, caseId),
    seeEnquiries(ctx, caseId),
  ])
  return { case: view, messages, timeline, promises, participants: { participants: [...participants] }, enquiries }
}
