// Who came because of whom, as somebody told us.
import { sql } from 'kysely'
import { insertMany } from '../../platform/database/insert-many.ts'
import type { Database } from '../../platform/database/transaction.ts'
import type { CustomerId, Id, OrganizationId } from '../../shared/ids.ts'

export interface Referral {
  readonly referralId: Id<'referral'>
  readonly from: CustomerId
  readonly to: CustomerId
  readonly at: Date
  readonly how: string
}

export const addReferrals = (
  db: Database,
  organizationId: OrganizationId,
  referrals: readonly Referral[],
): Promise<void> =>
  insertMany(
    db,
    'referral',
    referrals.map((one) => ({
      ...{ organization_id: organizationId, referral_id: one.referralId, from_customer_id: one.from },
      ...{ to_customer_id: one.to, at: one.at, how: one.how },
    })),
  )

/** What a person is told of it: that they brought somebody, or came because of somebody, never whom. */
export const referralRows = async (db: Database, customerId: CustomerId): Promise<readonly object[]> => {
  const { rows } = await sql<object>`
    select r.at, r.how, case when r.from_customer_id = ${customerId} then 'you told somebody' else 'somebody told you' end as what
    from referral r where r.from_customer_id = ${customerId} or r.to_customer_id = ${customerId} order by r.at limit 10000`.execute(
    db,
  )
  return rows
}

/** The two rows stay joined for what counts them; how it went may be in words of theirs. */
export async function blankHow(db: Database, customerId: CustomerId): Promise<void> {
  await sql`
    update referral set how = '' where from_customer_id = ${customerId} or to_customer_id = ${customerId}`.execute(db)
}
