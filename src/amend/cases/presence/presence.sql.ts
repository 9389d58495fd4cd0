// Names of colleagues who are in a case now. Whoever was disabled is there no more.
import type { Database } from '../../../platform/database/transaction.ts'
import type { StaffId } from '../../../shared/ids.ts'

export const reads = ['staff'] as const

export async function namesAtWork(
  db: Database,
  staffIds: readonly StaffId[],
): Promise<readonly { readonly staffId: StaffId; readonly name: string }[]> {
  const rows = await db
    .selectFrom('staff')
    .select(['staff_id', 'name'])
    .where('staff_id', 'in', staffIds)
    .where('disabled_at', 'is', null)
    .orderBy('name')
    .orderBy('staff_id')
    .execute()
  return rows.map((row) => ({ staffId: row.staff_id as StaffId, name: row.name }))
}
