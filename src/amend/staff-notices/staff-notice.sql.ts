// What people are told: a row for each notice and person, and which of them go together.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { BundleId, CaseId, NoticeId, OrganizationId, StaffId } from '../../shared/ids.ts'
import type { NoticeLine } from './notice-words.rules.ts'
import type { Happening, NoticeChoices, NoticeKind } from './staff-notice.rules.ts'

export const reads = ['cases', 'organization', 'promise', 'staff'] as const

export interface CaseOfNotice extends Omit<Happening, 'to' | 'by' | 'since'> {
  readonly nextDueAt: Date | null
  readonly choices: NoticeChoices
}

/** How a case and a person stand to each other now; `staffId` null for whoever answers for it. Null for no such case. */
export async function caseOfNotice(
  db: Database,
  caseId: CaseId,
  staffId: StaffId | null,
): Promise<(CaseOfNotice & { readonly to: StaffId }) | null> {
  const { rows } = await sql<CaseOfNotice & { readonly to: StaffId }>`
    select s.staff_id as "to", coalesce(c.owner_staff_id, c.duty_staff_id) as "answersFor", c.about_staff_ids as "aboutStaffIds",
      c.next_due_at as "nextDueAt", c.taken_at as "takenAt", s.disabled_at is not null as "isDisabled", coalesce(n.choices, '{}') as choices
    from cases c join staff s on s.staff_id = coalesce(${staffId}::uuid, c.owner_staff_id, c.duty_staff_id)
    left join notice_setting n on n.staff_id = s.staff_id
    where c.case_id = ${caseId}`.execute(db)
  return rows[0] ?? null
}

export interface NewNotice {
  readonly noticeId: NoticeId
  readonly staffId: StaffId
  readonly kind: NoticeKind
  readonly caseId: CaseId
  /** What caused it: nobody is told twice of the same. */
  readonly sourceId: string
  readonly dueAt: Date | null
  /** Where no way is chosen it is only listed, and nothing waits. */
  readonly state: 'waiting' | 'sent'
}

/** False when this person was told of it before. */
export async function addNotice(
  db: Database,
  organizationId: OrganizationId,
  one: NewNotice,
  at: Date,
): Promise<boolean> {
  const result = await db
    .insertInto('staff_notice')
    .values({
      organization_id: organizationId,
      notice_id: one.noticeId,
      staff_id: one.staffId,
      kind: one.kind,
      case_id: one.caseId,
      source_id: one.sourceId,
      due_at: one.dueAt,
      at,
      state: one.state,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'staff_id', 'kind', 'source_id']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export interface Gathering {
  readonly staffId: StaffId
  readonly kind: NoticeKind
  readonly oldest: Date
}

/** People who have notices of a kind waiting, since when (at most `most`, the longest waiting first). */
export async function gatherings(db: Database, most: number): Promise<readonly Gathering[]> {
  const { rows } = await sql<Gathering>`
    select staff_id as "staffId", kind, min(at) as oldest from staff_notice where state = 'waiting' and bundle_id is null
    group by staff_id, kind order by min(at) limit ${sql.lit(most)}`.execute(db)
  return rows
}

/** Lets go of waiting notices that are not to be told any more: the case is somebody else's or about the person, they have taken it
 * since, the promise is settled, or they left. */
export async function dropStale(db: Database, { staffId, kind }: Gathering): Promise<void> {
  await sql`
    update staff_notice n set state = 'dropped' from cases c, staff s
    where n.staff_id = ${staffId} and n.kind = ${kind} and n.state = 'waiting' and n.bundle_id is null
      and c.case_id = n.case_id and s.staff_id = n.staff_id
      and (s.disabled_at is not null or coalesce(c.owner_staff_id, c.duty_staff_id) <> n.staff_id or n.staff_id = any (c.about_staff_ids)
        or (n.kind = 'case-yours' and c.taken_at > n.at)
        or (n.kind = 'promise-due' and exists (select from promise p where p.promise_id = n.source_id and p.owed_until is not null)))`.execute(
    db,
  )
}

/** Puts what waits of a kind for a person into one bundle; answers how many. */
export async function bundle(db: Database, { staffId, kind }: Gathering, bundleId: BundleId): Promise<number> {
  const result = await sql`
    update staff_notice set bundle_id = ${bundleId} where notice_id in (
      select notice_id from staff_notice where staff_id = ${staffId} and kind = ${kind} and state = 'waiting' and bundle_id is null
      for update skip locked)`.execute(db)
  return Number(result.numAffectedRows ?? 0n)
}

/** The cases of a bundle, each once, as their person may see them now. */
export async function linesOfBundle(db: Database, bundleId: BundleId): Promise<readonly NoticeLine[]> {
  const { rows } = await sql<NoticeLine>`
    select c.case_id as "caseId", o.case_prefix || '-' || c.number as number, min(coalesce(n.due_at, c.next_due_at)) as "dueAt"
    from staff_notice n join cases c on c.case_id = n.case_id join organization o on o.organization_id = c.organization_id
    where n.bundle_id = ${bundleId} and not n.staff_id = any (c.about_staff_ids)
    group by c.case_id, c.number, o.case_prefix order by min(n.at), c.number limit 500`.execute(db)
  return rows
}

/** Notes on the notices of a bundle what became of it. */
export async function settleNotices(db: Database, bundleId: BundleId): Promise<void> {
  await sql`
    update staff_notice n set state = d.state from (
      select case when count(*) = 0 or bool_or(state = 'sent') then 'sent' when bool_or(state = 'waiting') then 'waiting'
        when bool_or(state = 'failed') then 'failed' else 'dropped' end as state
      from notice_delivery where bundle_id = ${bundleId}) d
    where n.bundle_id = ${bundleId} and n.state <> d.state`.execute(db)
}

/** Forgets notices from before an instant, at most `most` of them; answers how many. */
export async function forgetNoticesBefore(db: Database, before: Date, most: number): Promise<number> {
  const result = await sql`
    delete from staff_notice where ctid = any (array(select ctid from staff_notice where at < ${before} limit ${sql.lit(most)}))`.execute(
    db,
  )
  return Number(result.numAffectedRows ?? 0n)
}
