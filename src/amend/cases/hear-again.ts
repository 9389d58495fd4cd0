// After messages or whole cases have come or gone: what a case has heard last, and of which danger.
import type { Database } from '../../platform/database/transaction.ts'
import type { CaseId } from '../../shared/ids.ts'
import { findLastWord } from './case.sql.ts'
import { saveDanger } from './danger/danger.sql.ts'

export async function hearAgain(db: Database, caseId: CaseId): Promise<void> {
  await findLastWord(db, caseId)
  await saveDanger(db, caseId)
}
