// The rows of cases: loaded locked, saved by version. Reading for pages: case-view.sql.ts and case-lines.sql.ts.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { CaseId, OrganizationId, PoolId, StaffId } from '../../shared/ids.ts'
import { isNotAbout } from './about-asker.sql.ts'
import { columnsOf, keptCaseOf, type KeptCase } from './case-columns.ts'
import { beginningLength } from './case-message.sql.ts'
import type { CaseLine } from './case.schema.ts'
import type { Relation } from '../../platform/access/access.rules.ts'

export const reads = ['pool_member', 'promise', 'message', 'outbox'] as const

/** A case, locked until the end of the transaction. */
export async function lockCase(db: Database, caseId: CaseId): Promise<KeptCase | null> {
  const row = await db.selectFrom('cases').selectAll().where('case_id', '=', caseId).forNoKeyUpdate().executeTakeFirst()
  return row ? keptCaseOf(row) : null
}

/** A case as it is, unlocked. */
export async function findCase(db: Database, caseId: CaseId): Promise<KeptCase | null> {
  const row = await db.selectFrom('cases').selectAll().where('case_id', '=', caseId).executeTakeFirst()
  return row ? keptCaseOf(row) : null
}

/** The case that stands for this one: itself, where it was not merged into another. */
export async function standingFor(db: Database, caseId: CaseId): Promise<CaseId> {
  const { rows } = await sql<{ caseId: CaseId | null }>`select case_standing_for(${caseId}) as "caseId"`.execute(db)
  return rows[0]?.caseId ?? caseId
}

/** @param first how the case is shown in lists until something else is said */
export async function addCase(
  db: Database,
  organizationId: OrganizationId,
  kept: KeptCase,
  first: { readonly channel: CaseLine['channel']; readonly brandId: string | null; readonly beginning: string },
): Promise<void> {
  await db
    .insertInto('cases')
    .values({
      ...columnsOf(kept),
      organization_id: organizationId,
      case_id: kept.caseId,
      number: kept.number,
      kind: kept.current.kind,
      customer_id: kept.customerId,
      conversation_id: kept.conversationId,
      opening_message_id: kept.openingMessageId,
      matter: kept.matter,
      pool_id: kept.current.poolId,
      received_at: kept.current.receivedAt,
      floor_version: kept.floorVersion,
      last_heard_at: kept.current.receivedAt,
      channel: first.channel,
      brand_id: first.brandId,
      last_text: first.beginning,
    })
    .execute()
}

/** When the next of what is still owed to the customer is due. A broken promise is owed until it is done. */
const nextDue = (caseId: CaseId) =>
  sql<Date | null>`(select min(p.due_at) from promise p where p.case_id = ${caseId} and p.owed_until is null)`

/** Writes a case over the version it was decided on; answers it with the due time of what is still owed.
 * @throws Error when it is not that version: it was not locked */
export async function saveCase(db: Database, kept: KeptCase, before: number): Promise<KeptCase> {
  const saved = await db
    .updateTable('cases')
    .set({ ...columnsOf(kept), next_due_at: nextDue(kept.caseId) })
    .where('case_id', '=', kept.caseId)
    .where('version', '=', before)
    .returning('next_due_at')
    .executeTakeFirst()
  if (!saved) throw new Error('a case was changed without its lock')
  return { ...kept, nextDueAt: saved.next_due_at }
}

/** Notes when the next of what is owed is due. Decides nothing, so the version stays. */
export async function saveClock(db: Database, caseId: CaseId): Promise<void> {
  await db
    .updateTable('cases')
    .set({ next_due_at: nextDue(caseId) })
    .where('case_id', '=', caseId)
    .execute()
}

/** Notes what people say the case is about, or at which stage of the journey it arose. Its course does not depend on it, so the version stays. */
export async function saveLabel(
  db: Database,
  caseId: CaseId,
  aspect: 'topic' | 'stage',
  value: string | null,
): Promise<void> {
  const column = aspect === 'topic' ? sql`topic_id = ${value}::uuid` : sql`stage = ${value}`
  await sql`update cases set ${column} where case_id = ${caseId}`.execute(db)
}

/** Notes what a person said last, when, and on which side; what comes in late is not the last. */
export async function saveLastWord(
  db: Database,
  caseId: CaseId,
  { at, direction, text }: { readonly at: Date; readonly direction: 'in' | 'out'; readonly text: string },
): Promise<void> {
  await sql`
    update cases set last_heard_at = ${at}, last_direction = ${direction}, last_text = left(${text}, ${sql.lit(beginningLength)})
    where case_id = ${caseId} and last_heard_at <= ${at}`.execute(db)
}

/** The same once messages or whole cases have come or gone: the newest word of a person in all that belongs to the case. */
export async function findLastWord(db: Database, caseId: CaseId): Promise<void> {
  await sql`
    update cases set last_heard_at = w.stored_at, last_direction = w.direction, last_text = w.text
    from (select m.stored_at, m.direction, left(coalesce(nullif(m.visible_text, ''), m.text), ${sql.lit(beginningLength)}) as text
          from (select distinct x.conversation_id from cases x where x.case_id in (select cases_in(${caseId}))) x
          cross join lateral (
            select * from message m where m.conversation_id = x.conversation_id and m.kind in ('human', 'answer') and m.standing = 'joined'
              and not exists (select from outbox o where o.message_id = m.message_id and o.state = 'cancelled')
            order by m.stored_at desc, m.direction desc, m.message_id desc limit 1) m
          order by m.stored_at desc, m.direction desc limit 1) w
    where case_id = ${caseId}`.execute(db)
}

/** How a case stands to a member of staff; null where there is none, or where it is about them. */
export async function relationTo(db: Database, caseId: CaseId, staffId: StaffId): Promise<Relation | null> {
  const { rows } = await sql<{ relation: Relation }>`
    select case when owner_staff_id = ${staffId} then 'own'
                when owner_staff_id is null and exists (
                  select from pool_member m where m.pool_id = c.pool_id and m.staff_id = ${staffId} and m.left_at is null) then 'pool'
                else 'colleague' end as relation
    from cases c where c.case_id = ${caseId} and ${isNotAbout(staffId, 'c')}`.execute(db)
  return rows[0]?.relation ?? null
}

/** Locks the case of these pools that tells of danger the longest, else the one that is due first, and that nobody has taken or is taking now. Cases about the person are left out.
 * Where all that wait are locked (a letter of theirs is being counted), the first of them is waited for: it is not nothing. */
export async function lockNextWaiting(
  db: Database,
  poolIds: readonly PoolId[],
  staffId: StaffId,
): Promise<KeptCase | null> {
  return (await lockFirst(db, poolIds, staffId, true)) ?? lockFirst(db, poolIds, staffId, false)
}

async function lockFirst(
  db: Database,
  poolIds: readonly PoolId[],
  staffId: StaffId,
  isPassing: boolean,
): Promise<KeptCase | null> {
  const inDanger = await lockInDanger(db, poolIds, staffId, isPassing)
  if (inDanger) return inDanger
  for (const poolId of poolIds) {
    const row = await db
      .selectFrom('cases')
      .selectAll()
      .where('pool_id', '=', poolId)
      // As literals: a statement prepared for any state could not use the index of what waits.
      .where(sql<boolean>`owner_staff_id is null and state in ('received', 'acknowledged')`)
      .where(isNotAbout(staffId, 'cases'))
      .orderBy('next_due_at')
      .orderBy('received_at')
      .orderBy('case_id')
      .limit(1)
      .forNoKeyUpdate()
      .$if(isPassing, (query) => query.skipLocked())
      .executeTakeFirst()
    if (row) return keptCaseOf(row)
  }
  return null
}

async function lockInDanger(
  db: Database,
  poolIds: readonly PoolId[],
  staffId: StaffId,
  isPassing: boolean,
): Promise<KeptCase | null> {
  const row = await db
    .selectFrom('cases')
    .selectAll()
    .where('pool_id', 'in', [...poolIds])
    .where(sql<boolean>`owner_staff_id is null and state in ('received', 'acknowledged') and danger_at is not null`)
    .where(isNotAbout(staffId, 'cases'))
    .orderBy('danger_at')
    .limit(1)
    .forNoKeyUpdate()
    .$if(isPassing, (query) => query.skipLocked())
    .executeTakeFirst()
  return row ? keptCaseOf(row) : null
}

/** Cases that time alone may change now (at most `most`). */
export async function casesToLookAt(db: Database, now: Date, most: number): Promise<readonly CaseId[]> {
  const rows = await db
    .selectFrom('cases')
    .select('case_id')
    .where('look_again_at', '<=', now)
    .orderBy('look_again_at')
    .limit(most)
    .execute()
  return rows.map((row) => row.case_id as CaseId)
}

export async function saveLookAgain(db: Database, caseId: CaseId, at: Date): Promise<void> {
  await db.updateTable('cases').set({ look_again_at: at }).where('case_id', '=', caseId).execute()
}
