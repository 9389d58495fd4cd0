// Cases by any filter, from one place of an order on. A statement is planned once for any values, so the inner one asks only for what stands in the
// index of its order (migration 0016), and most of a filter is said in any case, so that there are few statements.
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { CaseId, CustomerId, StaffId } from '../../shared/ids.ts'
import { type Happened, hasHappened } from './happened.sql.ts'
import { type SurveyItem, surveyItems } from '../surveys/survey.rules.ts'
import { isNotAbout } from '../cases/about-asker.sql.ts'
import type { RegisterFilter, RegisterLine, RegisterOrder } from './register.schema.ts'

export const reads = ['cases', 'promise', 'customer', 'organization', 'staff', 'survey', 'topic'] as const

/** A filter with everything in it said exactly. */
export interface Wanted {
  readonly kind: RegisterLine['kind'] | null
  readonly channel: RegisterLine['channel'] | null
  readonly brand: NonNullable<RegisterFilter['brand']> | null
  readonly topic: NonNullable<RegisterFilter['topic']> | null
  readonly stage: NonNullable<RegisterFilter['stage']> | null
  readonly late: NonNullable<RegisterFilter['late']> | null
  readonly finding: RegisterLine['finding']
  readonly states: readonly RegisterLine['state'][] | null
  readonly owner: StaffId | 'nobody' | null
  readonly duty: StaffId | null
  readonly customer: CustomerId | null
  readonly answered: RegisterFilter['answered'] | null
  /** All of it; each with the cases it happened to, where they are few. */
  readonly happened: readonly (Happened & { readonly found: readonly CaseId[] | null })[]
  /** Received at or after, and before. */
  readonly from: Date | null
  readonly before: Date | null
  readonly words: WantedWords | null
  readonly survey: WantedSurvey | null
  /** Whoever asks: cases about them are left out. */
  readonly except: StaffId | null
  readonly now: Date
}

/** Cases whose customers were asked afterwards, in a time and with an answer. */
export interface WantedSurvey {
  readonly from: Date | null
  readonly before: Date | null
  readonly isAnswered: boolean | null
  /** A score for this item, or for any where it is null, between these. */
  readonly scored: { readonly item: SurveyItem | null; readonly least: number; readonly most: number } | null
}

export interface WantedWords {
  readonly text: string
  /** The number of a case, where the words are one. */
  readonly number: number | null
  /** A number with its prefix is a case and nothing else. */
  readonly isNumberOnly: boolean
  /** The cases with these words, where they are few. */
  readonly found: readonly CaseId[] | null
}

/** A place between two lines: times to the microsecond, as the database says them. */
export interface Place {
  readonly at: string
  readonly caseId: CaseId
}

/** What a page is read in the order of: `owed` is what owes something, by when; `received` the newest first, and with `owesNothing` only those. */
export type Walk = { readonly by: 'owed' } | { readonly by: 'received'; readonly owesNothing: boolean }

export interface RegisterRow {
  readonly caseId: CaseId
  readonly number: string
  readonly kind: RegisterLine['kind']
  readonly state: RegisterLine['state']
  readonly customer: RegisterLine['customer']
  readonly matter: string
  readonly channel: RegisterLine['channel']
  readonly receivedAt: Date
  readonly nextDueAt: Date | null
  readonly owner: RegisterLine['owner']
  readonly duty: RegisterLine['duty']
  readonly finding: RegisterLine['finding']
  readonly topic: string | null
  readonly stage: RegisterLine['stage']
  readonly closedAt: Date | null
  /** The time of its place in this walk. */
  readonly placedAt: string
}

const first: Place = { at: '-infinity', caseId: '00000000-0000-0000-0000-000000000000' as CaseId }
const last: Place = { at: 'infinity', caseId: 'ffffffff-ffff-ffff-ffff-ffffffffffff' as CaseId }

export const walksOf = (order: RegisterOrder): readonly Walk[] =>
  order === 'received'
    ? [{ by: 'received', owesNothing: false }]
    : [{ by: 'owed' }, { by: 'received', owesNothing: true }]

/** The first `most` cases of a walk behind a place. */
export async function casesFrom(
  db: Database,
  wanted: Wanted,
  walk: Walk,
  behind: Place | null,
  most: number,
): Promise<readonly RegisterRow[]> {
  const few = fewOf(wanted)
  const inOrder =
    walk.by === 'owed' ? owedFirst(few, behind ?? first) : newestFirst(few, behind ?? last, walk.owesNothing)
  const { rows } = await sql<RegisterRow>`
    select c.case_id as "caseId", o.case_prefix || '-' || c.number as number, c.kind, c.state, c.matter, c.channel,
      jsonb_build_object('customerId', c.customer_id, 'name', k.name) as customer,
      c.received_at as "receivedAt", c.next_due_at as "nextDueAt",
      case when w.staff_id is not null then jsonb_build_object('staffId', w.staff_id, 'name', w.name) end as owner,
      jsonb_build_object('staffId', d.staff_id, 'name', d.name) as duty, c.finding,
      (select t.name from topic t where t.topic_id = c.topic_id) as topic, c.stage, c.closed_at as "closedAt", page.placed_at::text as "placedAt"
    from (select c.case_id, ${inOrder.placedAt} as placed_at from ${inOrder.from} where ${inOrder.where} and ${conditionsOf(wanted)}
          order by ${inOrder.order} limit ${sql.lit(most)}) page
    join cases c on c.case_id = page.case_id
    join organization o on o.organization_id = c.organization_id
    join customer k on k.customer_id = c.customer_id
    join staff d on d.staff_id = c.duty_staff_id
    left join staff w on w.staff_id = c.owner_staff_id
    order by ${inOrder.order}`.execute(db)
  return rows
}

interface InOrder {
  readonly placedAt: RawBuilder<unknown>
  readonly from: RawBuilder<unknown>
  readonly where: RawBuilder<unknown>
  readonly order: RawBuilder<unknown>
}

/** The rest of a filter is asked behind the barrier (`offset 0`): a plan must not begin with it and sort. */
const owedFirst = (few: RawBuilder<unknown> | null, { at, caseId }: Place): InOrder => ({
  placedAt: sql`c.next_due_at`,
  from: sql`(select * from cases where next_due_at is not null and (next_due_at, case_id) > (${at}::timestamptz, ${caseId}::uuid)
             order by next_due_at, case_id offset 0) c`,
  where: few ? sql`c.case_id in (${few})` : sql`true`,
  order: sql`c.next_due_at, c.case_id`,
})

const newestFirst = (few: RawBuilder<unknown> | null, { at, caseId }: Place, owesNothing: boolean): InOrder => ({
  placedAt: sql`c.received_at`,
  from: among(few),
  where: sql`(c.received_at, c.case_id) < (${at}::timestamptz, ${caseId}::uuid) and (not ${owesNothing} or c.next_due_at is null)`,
  order: sql`c.received_at desc, c.case_id desc`,
})

/** Where only these cases can be wanted they are read by their keys, before anything else is asked of them. */
const among = (few: RawBuilder<unknown> | null): RawBuilder<unknown> =>
  few ? sql`(${few}) few cross join lateral (select * from cases where case_id = few.case_id offset 0) c` : sql`cases c`

/** The cases with some words, those with a broken promise, those to which something happened, with a survey, or those of all these; null where nothing of it is
 * asked, or too many are such.
 * A promise that the tick has not looked at yet is broken all the same. */
function fewOf({ words, late, happened, survey, now }: Wanted): RawBuilder<unknown> | null {
  const lists = [
    ...[words, ...happened].flatMap((one) =>
      one?.found ? [sql`select unnest(${[...one.found]}::uuid[]) as case_id`] : [],
    ),
    ...(late === 'ever'
      ? [
          sql`(select case_id from promise where status = 'broken'
               union select case_id from promise where status = 'open' and due_at < ${now})`,
        ]
      : []),
  ]
  if (survey) lists.push(surveyed(survey))
  return lists.length === 0 ? null : sql.join(lists, sql` intersect `)
}

function surveyed({ from, before, isAnswered, scored }: WantedSurvey): RawBuilder<unknown> {
  const between = (item: SurveyItem): RawBuilder<unknown> =>
    sql`s.${sql.ref(item)} between ${scored?.least ?? 1} and ${scored?.most ?? 5}`
  const scores = scored && (scored.item === null ? surveyItems : [scored.item]).map(between)
  return sql`(select s.case_id from survey s
    where s.asked_at >= ${from ?? '-infinity'}::timestamptz and s.asked_at < ${before ?? 'infinity'}::timestamptz and s.state = 'asked'
      and (${isAnswered}::boolean is null or (s.answered_at is not null) = ${isAnswered})
      and ${scores ? sql`(${sql.join(scores, sql` or `)})` : sql`true`})`
}

/** How many cases are wanted, counted up to `most`. */
export async function countCases(db: Database, wanted: Wanted, most: number): Promise<number> {
  const { rows } = await sql<{ cases: number }>`
    select count(*) as cases from (select from ${among(fewOf(wanted))} where ${conditionsOf(wanted)}
      order by c.received_at desc, c.case_id desc limit ${sql.lit(most)}) few`.execute(db)
  return rows[0]?.cases ?? 0
}

/** Cases by number, or by words of their matter: at most `most`, and a few more by number. */
export async function casesWithWords(
  db: Database,
  number: number | null,
  text: string,
  most: number,
): Promise<readonly CaseId[]> {
  const { rows } = await sql<{ caseId: CaseId }>`
    select found as "caseId" from cases_with_words(${number}, ${text}, ${most}) found`.execute(db)
  return rows.map(({ caseId }) => caseId)
}

function conditionsOf(wanted: Wanted): RawBuilder<unknown> {
  const { states, kind, channel, brand, owner, duty, customer, from, before, late, finding, words, except, now } =
    wanted
  const { answered, happened, topic, stage } = wanted
  const conditions = [
    sql`c.received_at >= ${from ?? '-infinity'}::timestamptz and c.received_at < ${before ?? 'infinity'}::timestamptz`,
    sql`(${states}::text[] is null or c.state = any (${states}))`,
    sql`(${kind}::text is null or c.kind = ${kind})`,
    sql`(${channel}::text is null or c.channel = ${channel})`,
    sql`(${duty}::uuid is null or c.duty_staff_id = ${duty})`,
    sql`(${finding}::text is null or c.finding = ${finding})`,
    isNotAbout(except, 'c'),
    ...(states === null ? [withoutMerged(words)] : []),
    ...(brand === null ? [] : [sql`c.brand_id = ${brand}`]),
    ...(topic === null ? [] : [topic === 'none' ? sql`c.topic_id is null` : sql`c.topic_id = ${topic}`]),
    ...(stage === null ? [] : [stage === 'none' ? sql`c.stage is null` : sql`c.stage = ${stage}`]),
    ...(owner === 'nobody' ? [sql`c.owner_staff_id is null`] : []),
    ...(owner !== null && owner !== 'nobody' ? [sql`c.owner_staff_id = ${owner}`] : []),
    ...(customer ? [sql`c.customer_id in (select one_person(${customer}))`] : []),
    ...(late === 'now' ? [sql`c.next_due_at < ${now}`] : []),
    ...(answered ? [sql`(c.first_answered_at is not null) = ${answered === 'yes'}`] : []),
    ...happened.filter(({ found }) => !found).map(hasHappened),
    ...(words && !words.found ? [withWords(words)] : []),
  ]
  return sql.join(conditions, sql` and `)
}

/** A merged case is found by its number, and where it is asked for; the case that stands for it is found otherwise, and counted once. */
const withoutMerged = (words: Wanted['words']): RawBuilder<unknown> =>
  words?.number == null ? sql`c.state <> 'merged'` : sql`(c.state <> 'merged' or c.number = ${words.number})`

function withWords({ text, number, isNumberOnly }: WantedWords): RawBuilder<unknown> {
  if (isNumberOnly) return sql`c.number = ${number}`
  // In a question of its own, so that the pattern is made once and not for each case.
  const inMatter = sql`c.plain_matter like (select '%' || like_pattern(plain_text(${text})) || '%')`
  return number === null ? inMatter : sql`(c.number = ${number} or ${inMatter})`
}
