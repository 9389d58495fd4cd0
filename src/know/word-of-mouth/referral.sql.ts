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

export async function findReferrals(db: Database, referralIds: readonly string[]): Promise<readonly Referral[]> {
  const { rows } = await sql<Referral>`
    select r.referral_id as "referralId", r.from_customer_id as "from", r.to_customer_id as "to", r.at, r.how
    from referral r where r.referral_id = any (${[...referralIds]}::uuid[])`.execute(db)
  return rows
}

export async function changeReferrals(db: Database, referrals: readonly Referral[]): Promise<void> {
  await sql`
    update referral r set from_customer_id = n."from", to_customer_id = n."to", at = n.at, how = n.how
    from jsonb_to_recordset(${JSON.stringify(referrals)}::jsonb)
      n("referralId" uuid, "from" uuid, "to" uuid, at timestamptz, how text)
    where r.referral_id = n."referralId"`.execute(db)
}

/** Removes those on which nothing hangs; answers which. */
export async function removeReferrals(db: Database, referralIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select remove_unused('referral', 'referral_id', ${[...referralIds]}::uuid[]) as id`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

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
