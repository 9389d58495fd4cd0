// What each person wants to hear, by which ways and at which hours; and their webhook with how it fares.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { WeeklyHours } from '../calendars/weekly-hours.rules.ts'
import type { OrganizationId, StaffId } from '../../shared/ids.ts'
import type { NoticeChoices } from './staff-notice.rules.ts'

export const reads = ['organization', 'staff'] as const

export interface KeptWebhook {
  /** Sealed. */
  readonly url: Buffer
  readonly host: string
  readonly offAt: Date | null
  /** In a row, up to now. */
  readonly failures: number
  readonly failingSince: Date | null
  readonly why: string | null
}

export interface NoticeSetting {
  readonly choices: NoticeChoices
  readonly weekly: WeeklyHours | null
  /** The person's own; the company's where they named none. */
  readonly timeZone: string
  readonly promisesAlways: boolean
  readonly webhook: KeptWebhook | null
  readonly email: string
  readonly isDisabled: boolean
}

/** A person's setting, also where they have set nothing. Null for nobody here. */
export async function noticeSetting(db: Database, staffId: StaffId): Promise<NoticeSetting | null> {
  const { rows } = await sql<Omit<NoticeSetting, 'webhook'> & { [K in keyof KeptWebhook]: KeptWebhook[K] | null }>`
    select coalesce(n.choices, '{}') as choices, n.weekly, coalesce(n.time_zone, o.time_zone) as "timeZone", coalesce(n.promises_always, true) as "promisesAlways",
      n.webhook_url as url, n.webhook_host as host, n.webhook_off_at as "offAt", n.webhook_failures as failures,
      n.webhook_failing_since as "failingSince", n.webhook_why as why, s.email, s.disabled_at is not null as "isDisabled"
    from staff s join organization o on o.organization_id = s.organization_id left join notice_setting n on n.staff_id = s.staff_id
    where s.staff_id = ${staffId}`.execute(db)
  const row = rows[0]
  if (!row) return null
  const { url, host, offAt, failures, failingSince, why, ...rest } = row
  const webhook = url === null ? null : { url, host: host ?? '', offAt, failures: failures ?? 0, failingSince, why }
  return { ...rest, webhook }
}

export async function saveChoices(
  db: Database,
  organizationId: OrganizationId,
  staffId: StaffId,
  to: Pick<NoticeSetting, 'choices' | 'weekly' | 'timeZone' | 'promisesAlways'>,
): Promise<void> {
  const values = {
    choices: JSON.stringify(to.choices),
    weekly: to.weekly === null ? null : JSON.stringify(to.weekly),
    time_zone: to.timeZone,
    promises_always: to.promisesAlways,
  }
  await db
    .insertInto('notice_setting')
    .values({ organization_id: organizationId, staff_id: staffId, ...values })
    .onConflict((conflict) => conflict.columns(['organization_id', 'staff_id']).doUpdateSet(values))
    .execute()
}

const well = { webhook_off_at: null, webhook_failures: 0, webhook_failing_since: null, webhook_why: null }

/** A new webhook, which has not failed yet; or none. */
export async function saveWebhook(
  db: Database,
  organizationId: OrganizationId,
  staffId: StaffId,
  to: { readonly url: Buffer; readonly host: string } | null,
): Promise<void> {
  const values = { ...well, webhook_url: to?.url ?? null, webhook_host: to?.host ?? null }
  await db
    .insertInto('notice_setting')
    .values({ organization_id: organizationId, staff_id: staffId, ...values })
    .onConflict((conflict) => conflict.columns(['organization_id', 'staff_id']).doUpdateSet(values))
    .execute()
}

/** It took what it was sent, or is switched on again: whatever failed before counts no more. False where there is none. */
export async function clearWebhook(db: Database, staffId: StaffId, url: Buffer | null): Promise<boolean> {
  const result = await db
    .updateTable('notice_setting')
    .set(well)
    .where('staff_id', '=', staffId)
    .where('webhook_url', 'is not', null)
    .$if(url !== null, (query) => query.where('webhook_url', '=', url))
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Counts a failure of this address; from `most` in a row on, or `isForGood`, it is off. One that was changed meanwhile has not failed. */
export async function countFailure(
  db: Database,
  staffId: StaffId,
  failure: { readonly url: Buffer; readonly why: string; readonly isForGood: boolean; readonly most: number },
  at: Date,
): Promise<void> {
  await sql`
    update notice_setting set webhook_failures = webhook_failures + 1, webhook_why = ${failure.why.slice(0, 500)},
      webhook_failing_since = coalesce(webhook_failing_since, ${at}),
      webhook_off_at = case when webhook_off_at is null and (${failure.isForGood} or webhook_failures + 1 >= ${failure.most}) then ${at}::timestamptz
                       else webhook_off_at end
    where staff_id = ${staffId} and webhook_url = ${failure.url}`.execute(db)
}
