// Danger that a customer tells of: whoever answers for the case and every lead and administrator is told, at any hour, by every way they have.
import type { Context } from '../../platform/context/context.ts'
import type { CaseId, MessageId } from '../../shared/ids.ts'
import { caseItWaitsFor, officers } from '../cases/danger/danger.sql.ts'
import { noteForStaff } from './note-for-staff.ts'
import { tellUrgent } from './tell-staff.ts'

/** Once for each message, whether it waits to be confirmed first or not. */
export async function noteDanger(ctx: Context, caseId: CaseId, messageId: MessageId): Promise<void> {
  const people = [null, ...(await officers(ctx.db))]
  await noteForStaff(
    ctx,
    people.map(
      (to) => ({ kind: 'danger', caseId, sourceId: messageId, to, by: null, since: null, dueAt: null }) as const,
    ),
  )
  await tellUrgent(ctx)
}

/** The same for the case that a message which waits to be confirmed would join. */
export async function noteWaitingDanger(ctx: Context, messageId: MessageId): Promise<void> {
  const caseId = await caseItWaitsFor(ctx.db, messageId)
  if (caseId !== null) await noteDanger(ctx, caseId, messageId)
}
