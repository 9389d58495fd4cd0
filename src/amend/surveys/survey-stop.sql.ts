// Who wants no surveys. By address, and so for the person whose address it is.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { CaseId, CustomerId, IdentityId, OrganizationId } from '../../shared/ids.ts'

export const reads = ['message', 'identity'] as const

export type WhyStopped = 'unsubscribed' | 'reported'

export async function stopAddress(
  db: Database,
  organizationId: OrganizationId,
  identityId: IdentityId,
  why: WhyStopped,
  at: Date,
): Promise<void> {
  await db
    .insertInto('survey_stop')
    .values({ organization_id: organizationId, identity_id: identityId, why, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The address that was asked about a case. */
export async function addressAsked(db: Database, caseId: CaseId): Promise<IdentityId | null> {
  const { rows } = await sql<{ identityId: IdentityId | null }>`
    select m.identity_id as "identityId" from survey s join message m on m.message_id = s.message_id where s.case_id = ${caseId}`.execute(
    db,
  )
  return rows[0]?.identityId ?? null
}

/** Whether somebody with this address, or the same person with another, wants none. */
export async function isStopped(db: Database, customerId: CustomerId): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select exists (select from identity i join survey_stop t on t.identity_id = i.identity_id where i.customer_id in (select one_person(${customerId}))) as is`.execute(
    db,
  )
  return rows[0]?.is ?? false
}
