// Events as they came, and what became of them.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { ApiKeyId, CustomerId, OrganizationId } from '../../shared/ids.ts'
import type { Claim, Loose } from './event.rules.ts'

export interface NewEvent {
  readonly messageId: string
  readonly kind: string
  readonly name: string
  readonly at: Date
  readonly raw: unknown
  readonly state: 'waiting' | 'bad'
  readonly words: string
}

/** Keeps events; one that came before is that one. Answers how many are new. */
export async function addEvents(
  db: Database,
  organizationId: OrganizationId,
  apiKeyId: ApiKeyId,
  receivedAt: Date,
  events: readonly NewEvent[],
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into event (organization_id, message_id, api_key_id, kind, name, at, received_at, raw, state, words)
    select ${organizationId}::uuid, n."messageId", ${apiKeyId}::uuid, n.kind, n.name, n.at, ${receivedAt}, n.raw, n.state, n.words
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
      n("messageId" text, kind text, name text, at timestamptz, raw jsonb, state text, words text)
    on conflict do nothing`.execute(db)
  return Number(numAffectedRows ?? 0)
}

export interface WaitingEvent {
  readonly messageId: string
  readonly kind: string
  readonly at: Date
  readonly raw: Loose
}

/** Those that wait, in the order they came, for nobody else until the end of the transaction. */
export async function waitingEvents(db: Database, most: number): Promise<readonly WaitingEvent[]> {
  const { rows } = await sql<WaitingEvent>`
    select e.message_id as "messageId", e.kind, e.at, e.raw from event e where e.state = 'waiting'
    order by e.sequence limit ${sql.lit(most)} for update skip locked`.execute(db)
  return rows
}

export interface Settled {
  readonly messageId: string
  readonly state: 'taken' | 'left' | 'bad'
  readonly words: string
}

/** What is kept elsewhere by now, or by nobody, is not kept twice. A bad event stays as it came until it is forgotten. */
export async function settleEvents(db: Database, settled: readonly Settled[]): Promise<void> {
  await sql`
    update event e set state = n.state, words = left(n.words, 500), raw = case when n.state = 'bad' then e.raw end
    from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb) n("messageId" text, state text, words text)
    where e.message_id = n."messageId"`.execute(db)
}

export async function addClaims(
  db: Database,
  organizationId: OrganizationId,
  claims: readonly (Claim & { readonly messageId: string; readonly customerId: string | null; readonly at: Date })[],
): Promise<void> {
  await sql`
    insert into event_claim (organization_id, message_id, kind, earlier_id, user_id, customer_id, at)
    select ${organizationId}::uuid, n."messageId", n.kind, left(n."earlierId", 200), left(n."userId", 200), n."customerId", n.at
    from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb)
      n("messageId" text, kind text, "earlierId" text, "userId" text, "customerId" uuid, at timestamptz)
    on conflict do nothing`.execute(db)
}

/** How many events became what, and the latest of which something was left or that were bad. */
export async function eventFigures(db: Database) {
  const { rows: counts } = await sql<{ state: string; count: number }>`
    select e.state, count(*)::integer as count from event e group by e.state`.execute(db)
  const { rows: latest } = await sql<{ kind: string; name: string; at: Date; state: string; words: string }>`
    select e.kind, e.name, e.received_at as at, e.state, e.words from event e
    where e.words <> '' order by e.received_at desc, e.sequence desc limit 50`.execute(db)
  return { counts, latest }
}

/** Events that name somebody by one of their addresses or numbers, however they came. */
export async function forgetEventsOf(db: Database, names: readonly string[]): Promise<void> {
  await sql`
    delete from event e where e.raw is not null
      and exists (select from unnest(${[...names]}::text[]) n(name) where position(lower(n.name) in lower(e.raw::text)) > 0)`.execute(
    db,
  )
}

export async function forgetClaimsOf(db: Database, customerId: CustomerId): Promise<void> {
  await db.deleteFrom('event_claim').where('customer_id', '=', customerId).execute()
}

export const claimsOf = (db: Database, customerId: CustomerId): Promise<readonly object[]> =>
  db
    .selectFrom('event_claim')
    .select(['kind', 'earlier_id', 'user_id', 'at'])
    .where('customer_id', '=', customerId)
    .limit(1000)
    .execute()

/** Forgets events that came before a time, at most so many; answers how many. */
export async function forgetEvents(db: Database, before: Date, most: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from event e using (
      select message_id from event where received_at < ${before} and state <> 'waiting' limit ${sql.lit(most)}) old
    where e.message_id = old.message_id`.execute(db)
  return Number(numAffectedRows ?? 0)
}
