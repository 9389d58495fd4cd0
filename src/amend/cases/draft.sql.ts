// Drafts: what somebody is writing in a case, one each.
import type { Database } from '../../platform/database/transaction.ts'
import type { CaseId, OrganizationId, StaffId } from '../../shared/ids.ts'

export async function saveDraft(
  db: Database,
  organizationId: OrganizationId,
  draft: { readonly caseId: CaseId; readonly staffId: StaffId; readonly text: string },
  at: Date,
): Promise<void> {
  await db
    .insertInto('draft')
    .values({
      organization_id: organizationId,
      case_id: draft.caseId,
      staff_id: draft.staffId,
      text: draft.text,
      saved_at: at,
    })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'case_id', 'staff_id']).doUpdateSet({ text: draft.text, saved_at: at }),
    )
    .execute()
}

export async function removeDraft(db: Database, caseId: CaseId, staffId: StaffId): Promise<void> {
  await db.deleteFrom('draft').where('case_id', '=', caseId).where('staff_id', '=', staffId).execute()
}
