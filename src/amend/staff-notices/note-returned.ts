// A letter to a customer came back: whoever answers for the case is told, as a customer who hears nothing is no content customer.
import type { Context } from '../../platform/context/context.ts'
import type { MessageId } from '../../shared/ids.ts'
import { countedAs } from '../cases/case-message.sql.ts'
import { standingFor } from '../cases/case.sql.ts'
import { noteForStaff } from './note-for-staff.ts'

/** Letters to somebody outside are told of as answers of theirs are (hear-outside.ts); what belongs to no case is nobody's. */
export async function noteReturned(ctx: Context, messageId: MessageId): Promise<void> {
  const counted = await countedAs(ctx.db, messageId)
  if (!counted || counted.meaning === 'enquiry') return
  const caseId = await standingFor(ctx.db, counted.caseId)
  const notice = {
    kind: 'letter-returned',
    caseId,
    sourceId: messageId,
    to: null,
    by: null,
    since: null,
    dueAt: null,
  } as const
  await noteForStaff(ctx, [notice])
}
