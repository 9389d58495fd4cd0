// A case with everybody's names, for its page. One statement.
import { sql, type Selectable } from 'kysely'
import type { Database } from '../../../platform/database/transaction.ts'
import type { Cases } from '../../../platform/database/types.ts'
import type { CaseId, StaffId } from '../../../shared/ids.ts'
import { isNotAbout } from '../about-asker.sql.ts'
import { keptCaseOf, type KeptCase } from '../case-columns.ts'
import type { CaseLine, CaseView } from '../case.schema.ts'
import type { DraftKind } from '../work/draft.sql.ts'

// prettier-ignore
export const reads = ['organization', 'staff', 'pool', 'pool_member', 'customer', 'message', 'identity', 'participant', 'promise', 'brand'] as const

export interface CaseNames {
  readonly casePrefix: string
  readonly dutyName: string
  readonly ownerName: string | null
  readonly poolName: string
  readonly customerName: string
  readonly address: string | null
  readonly verified: boolean
  readonly channel: CaseLine['channel']
  readonly brandName: string | null
  readonly isMyPool: boolean
  readonly isMentioned: boolean
  readonly draftText: string | null
  readonly draftSavedAt: Date | null
  readonly noteDraftText: string | null
  readonly noteDraftSavedAt: Date | null
  readonly askDraftText: string | null
  readonly askDraftSavedAt: Date | null
  readonly toConfirm: number
  readonly openPromises: number
  readonly aboutNames: readonly string[]
  /** What its customer says of danger that nobody has seen to; null where there is none. */
  readonly dangerWords: readonly { readonly kind: string; readonly words: string }[] | null
  readonly dangerSince: Date | null
  /** Where letters to the customer come back, and nothing else is known that takes part. */
  readonly unreachable: NonNullable<CaseView['unreachable']> | null
  /** The number of the case that stands for this one, where it was merged. */
  readonly standingNumber: number | null
}

/** What somebody is writing in a case; where they write nothing there, what they had begun in one that is merged into it. */
const draftOf = (kind: DraftKind, staffId: StaffId) => sql`
  select d.text, d.saved_at from draft d
  where d.case_id in (select cases_in(c.case_id)) and d.staff_id = ${staffId} and d.kind = ${kind}
  order by d.case_id = c.case_id desc, d.saved_at desc limit 1`

/** Each kind once, in the words that came first. */
const dangerWords = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('kind', w.kind, 'words', w.words) order by w.heard_at, w.place), '[]') from (
    select distinct on (x->>'kind') x->>'kind' as kind, x->>'words' as words, d.heard_at, place
    from danger d join case_message g on g.message_id = d.message_id join message t on t.message_id = d.message_id
    cross join lateral jsonb_array_elements(t.cues) with ordinality q(x, place)
    where d.seen_at is null and g.case_id in (select cases_in(c.case_id)) and (x->>'isDanger')::boolean
    order by x->>'kind', d.heard_at, place) w)`

/** Where letters of this case go. */
const addressee = sql`
  select x.raw_value as address, x.verified_at is not null as verified, x.bad_since as since, coalesce(x.bad_reason, '') as why
  from participant p join identity x on x.identity_id = p.identity_id
  where p.conversation_id = c.conversation_id and p.standing = 'customer' and x.kind = 'email'
  order by x.bad_since is not null, p.joined_at limit 1`

/** The case as `staffId` sees it; null where there is none, or where it is about them. */
export async function seenCase(
  db: Database,
  caseId: CaseId,
  staffId: StaffId,
): Promise<{ readonly kept: KeptCase; readonly names: CaseNames } | null> {
  const { rows } = await sql<Selectable<Cases> & CaseNames>`
    select c.*, o.case_prefix as "casePrefix", d.name as "dutyName", w.name as "ownerName", l.name as "poolName", k.name as "customerName",
      coalesce(a.address, i.raw_value) as address, coalesce(a.verified, i.verified_at is not null) as verified, f.text as "draftText", f.saved_at as "draftSavedAt",
      g.text as "noteDraftText", g.saved_at as "noteDraftSavedAt", q.text as "askDraftText", q.saved_at as "askDraftSavedAt",
      exists (select from pool_member b where b.pool_id = c.pool_id and b.staff_id = ${staffId} and b.left_at is null) as "isMyPool",
      exists (select from note_mention u where u.staff_id = ${staffId} and u.case_id in (select cases_in(c.case_id)) and u.seen_at is null) as "isMentioned",
      (select count(*) from (select from message t where t.standing = 'to-confirm' and t.conversation_id in (
          select x.conversation_id from cases x where x.case_id in (select cases_in(c.case_id))
          union all
          select e.conversation_id from enquiry e where e.case_id in (select cases_in(c.case_id)) and not ${staffId} = any (c.about_staff_ids))
        limit 100) few) as "toConfirm",
      (select count(*) from promise p where p.case_id = c.case_id and p.owed_until is null) as "openPromises",
      array(select s.name from staff s where s.staff_id = any (c.about_staff_ids) order by s.name) as "aboutNames",
      (select b.name from brand b where b.brand_id = c.brand_id) as "brandName",
      (select x.number from cases x where x.case_id = c.merged_into) as "standingNumber",
      c.danger_at as "dangerSince",
      case when a.since is not null then jsonb_build_object('address', a.address, 'since', to_char(a.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'why', a.why,
        'others', coalesce((select jsonb_agg(jsonb_build_object('kind', y.kind, 'value', y.raw_value) order by y.kind = 'phone' desc, y.first_seen_at)
          from (select * from identity z where z.customer_id in (select one_person(c.customer_id)) and z.bad_since is null and z.kind in ('email', 'phone') limit 10) y), '[]')) end as unreachable,
      case when c.danger_at is not null then ${dangerWords} end as "dangerWords"
    from cases c
    join organization o on o.organization_id = c.organization_id
    join staff d on d.staff_id = c.duty_staff_id
    left join staff w on w.staff_id = c.owner_staff_id
    join pool l on l.pool_id = c.pool_id
    join customer k on k.customer_id = c.customer_id
    join message m on m.message_id = c.opening_message_id
    left join identity i on i.identity_id = m.identity_id
    left join lateral (${addressee}) a on true
    left join lateral (${draftOf('reply', staffId)}) f on true
    left join lateral (${draftOf('note', staffId)}) g on true
    left join lateral (${draftOf('ask', staffId)}) q on true
    where c.case_id = ${caseId} and ${isNotAbout(staffId, 'c')}`.execute(db)
  const row = rows[0]
  return row ? { kept: keptCaseOf(row), names: row } : null
}
