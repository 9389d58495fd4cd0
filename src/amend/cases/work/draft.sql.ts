// Drafts: what somebody is writing in a case: one reply each, one note, and one question to somebody outside.
import { sql } from 'kysely'
import type { Database } from '../../../platform/database/transaction.ts'
import type { CaseId, OrganizationId, StaffId } from '../../../shared/ids.ts'

/** Each goes to somebody else, so each has its own draft. */
export type DraftKind = 'reply' | 'note' | 'ask'

export async function saveDraft(
  db: Database,
  organizationId: OrganizationId,
  draft: { readonly caseId: CaseId; readonly staffId: StaffId; readonly kind: DraftKind; readonly text: string },
  at: Date,
): Promise<void> {
  await db
    .insertInto('draft')
    .values({
      organization_id: organizationId,
      case_id: draft.caseId,
      staff_id: draft.staffId,
      kind: draft.kind,
      text: draft.text,
      saved_at: at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'case_id', 'staff_id', 'kind'])
        .doUpdateSet({ text: draft.text, saved_at: at }),
    )
    .execute()
}

/** As long as a draft may be. */
const longestDraft = 100_000

/** As `saveDraft`, before whatever is being written already. False, and nothing done, where both together are too long to be kept. */
export async function joinDraft(
  db: Database,
  organizationId: OrganizationId,
  draft: { readonly caseId: CaseId; readonly staffId: StaffId; readonly kind: DraftKind; readonly text: string },
  at: Date,
): Promise<boolean> {
  const { rows } = await sql`
    insert into draft (organization_id, case_id, staff_id, kind, text, saved_at)
    values (${organizationId}, ${draft.caseId}, ${draft.staffId}, ${draft.kind}, ${draft.text}, ${at})
    on conflict (organization_id, case_id, staff_id, kind) do update
    set text = excluded.text || E'\n\n' || draft.text, saved_at = excluded.saved_at
    where length(excluded.text) + 2 + length(draft.text) <= ${sql.lit(longestDraft)}
    returning case_id`.execute(db)
  return rows.length > 0
}

/** With what was begun in a case that is merged into this one: it was shown here, and went into what was written. */
export async function removeDraft(db: Database, caseId: CaseId, staffId: StaffId, kind: DraftKind): Promise<void> {
  await db
    .deleteFrom('draft')
    .where(sql<boolean>`case_id in (select cases_in(${caseId}))`)
    .where('staff_id', '=', staffId)
    .where('kind', '=', kind)
    .execute()
}
