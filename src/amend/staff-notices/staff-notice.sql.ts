// What people are told: a row for each notice and person, and which of them go together.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { BundleId, CaseId, NoticeId, OrganizationId, StaffId } from '../../shared/ids.ts'
import type { NoticeLine } from './notice-words.rules.ts'
import type { Happening, NoticeChoices, NoticeKind } from './staff-notice.rules.ts'

export const reads = ['cases', 'danger', 'note_mention', 'organization', 'promise', 'staff'] as const

/** Whether a notice `n` says no more: of a mention that its person has seen since, or whose note was taken back. */
const isAnswered = sql`(n.kind = 'mentioned' and not exists (
  select from note_mention m where m.note_id = n.source_id and m.staff_id = n.staff_id and m.seen_at is null))`

export interface CaseOfNotice extends Omit<Happening, 'kind' | 'by' | 'since'> {
  readonly nextDueAt: Date | null
  readonly choices: NoticeChoices
}

/** How cases and people stand to each other now, by their place in the list; `to` null for whoever answers for it. Without those of no such case. */
export async function casesOfNotices(
  db: Database,
  asked: readonly { readonly caseId: CaseId; readonly to: StaffId | null }[],
): Promise<ReadonlyMap<number, CaseOfNotice>> {
  const [cases, people] = [asked.map(({ caseId }) => caseId), asked.map(({ to }) => to)]
  const { rows } = await sql<CaseOfNotice & { readonly place: number }>`
    select a.place::integer as place, s.staff_id as "to", coalesce(c.owner_staff_id, c.duty_staff_id) as "answersFor",
      c.about_staff_ids as "aboutStaffIds", c.next_due_at as "nextDueAt", c.taken_at as "takenAt",
      s.disabled_at is not null as "isDisabled", coalesce(n.choices, '{}') as choices
    from unnest(${cases}::uuid[], ${people}::uuid[]) with ordinality a(case_id, staff_id, place)
    join cases c on c.case_id = a.case_id join staff s on s.staff_id = coalesce(a.staff_id, c.owner_staff_id, c.duty_staff_id)
    left join notice_setting n on n.staff_id = s.staff_id`.execute(db)
  return new Map(rows.map(({ place, ...found }) => [place - 1, found]))
}

export interface NewNotice {
  readonly noticeId: NoticeId
  readonly staffId: StaffId
  readonly kind: NoticeKind
  readonly caseId: CaseId
  /** What caused it: nobody is told twice of the same. */
  readonly sourceId: string
  readonly dueAt: Date | null
  readonly at: Date
  /** Where no way is chosen it is only listed, and nothing waits. */
  readonly state: 'waiting' | 'sent'
}

/** Adds those that their person was not told of before; answers the people who have something new. */
export async function addNotices(
  db: Database,
  organizationId: OrganizationId,
  notices: readonly NewNotice[],
): Promise<ReadonlySet<StaffId>> {
  if (notices.length === 0) return new Set()
  const rows = await db
    .insertInto('staff_notice')
    .values(
      notices.map((one) => ({
        organization_id: organizationId,
        notice_id: one.noticeId,
        staff_id: one.staffId,
        kind: one.kind,
        case_id: one.caseId,
        source_id: one.sourceId,
        due_at: one.dueAt,
        at: one.at,
        state: one.state,
      })),
    )
    .onConflict((conflict) => conflict.columns(['organization_id', 'staff_id', 'kind', 'source_id']).doNothing())
    .returning('staff_id')
    .execute()
  return new Set(rows.map((row) => row.staff_id as StaffId))
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
 * since or seen the mention, the promise is settled, or they left. */
export async function dropStale(db: Database, { staffId, kind }: Gathering): Promise<void> {
  await sql`
    update staff_notice n set state = 'dropped' from cases c, staff s
    where n.staff_id = ${staffId} and n.kind = ${kind} and n.state = 'waiting' and n.bundle_id is null
      and c.case_id = n.case_id and s.staff_id = n.staff_id
      and (s.disabled_at is not null or (n.kind not in ('mentioned', 'danger') and coalesce(c.owner_staff_id, c.duty_staff_id) <> n.staff_id)
        or n.staff_id = any (c.about_staff_ids) or ${isAnswered} or (n.kind = 'case-yours' and c.taken_at > n.at)
        or (n.kind = 'danger' and exists (select from danger d where d.message_id = n.source_id and d.seen_at is not null))
        or (n.kind = 'promise-due' and exists (select from promise p where p.promise_id = n.source_id and p.owed_until is not null)))`.execute(
    db,
  )
}

/** Whether a person was told of this kind since an instant. */
export async function wasToldSince(db: Database, { staffId, kind }: Gathering, since: Date): Promise<boolean> {
  const { rows } = await sql<{ was: boolean }>`
    select exists (select from notice_delivery d where d.staff_id = ${staffId} and d.kind = ${kind} and d.made_at > ${since}) as was`.execute(
    db,
  )
  return rows[0]?.was ?? false
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
    where n.bundle_id = ${bundleId} and not n.staff_id = any (c.about_staff_ids) and not ${isAnswered}
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
