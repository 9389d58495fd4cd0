// Questions of the public form and API: through which channel, whether a request was answered before, and what became of a record.
import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { Database } from '../../platform/database/transaction.ts'
import type { ChannelId, OrganizationId, RawId } from '../../shared/ids.ts'

export const reads = ['channel', 'message', 'conversation', 'idempotency_key'] as const

export interface FormPlace {
  readonly organizationId: OrganizationId
  readonly channelId: ChannelId
}

/** Whose form this is; null `channelId` asks for the form of the first organization. Over all organizations, as a visitor names none. */
export async function findForm(ownerPool: Pool, channelId: string | null): Promise<FormPlace | null> {
  const { rows } = await ownerPool.query<FormPlace>(
    `select organization_id as "organizationId", channel_id as "channelId" from channel
     where kind = 'form' and ($1::uuid is null or channel_id = $1::uuid) and ($1::uuid is not null or organization_id = home_organization())
     order by state = 'off', brand_id is not null, made_at, channel_id limit 1`,
    [channelId],
  )
  return rows[0] ?? null
}

/** The web form of this company: what is said on a page of ours comes by it. */
export async function formChannel(db: Database): Promise<ChannelId | null> {
  const row = await db
    .selectFrom('channel')
    .select('channel_id')
    .where('kind', '=', 'form')
    .orderBy('made_at')
    .orderBy('channel_id')
    .limit(1)
    .executeTakeFirst()
  return (row?.channel_id as ChannelId | undefined) ?? null
}

export interface RequestBefore {
  /** False while another request with this key runs. */
  readonly isMine: boolean
  readonly channelId: ChannelId | null
  readonly isOff: boolean | null
  readonly requestHash: Buffer | null
  readonly response: unknown
}

/** The channel of the API and, under a lock until the transaction ends, what was answered to this key before. */
export async function openRequest(
  db: Database,
  organizationId: OrganizationId,
  holder: string,
  key: string | null,
): Promise<RequestBefore> {
  const { rows } = await sql<RequestBefore>`
    select ${key}::text is null or pg_try_advisory_xact_lock(hashtextextended(${`${organizationId}:${holder}:${key ?? ''}`}, 42)) as "isMine",
           h.channel_id as "channelId", h.state = 'off' as "isOff", k.request_hash as "requestHash", k.response
    from (select 1) one
    left join lateral (select channel_id, state from channel where kind = 'api' order by state = 'off', made_at, channel_id limit 1) h on true
    left join idempotency_key k on k.holder = ${holder} and k.key = ${key}`.execute(db)
  const row = rows[0]
  if (!row) throw new Error('one row was asked for')
  return row
}

export interface RawFate {
  readonly rawId: RawId
  readonly receivedAt: Date
  readonly kind: 'conversation' | 'to-confirm' | 'timeline' | 'quarantine' | null
  readonly reason: string | null
  readonly reference: string | null
}

/** What became of a record of a channel of this kind; `kind` is null while it waits to be read. */
export async function fateOf(db: Database, rawId: RawId, channelKind: 'api' | 'form'): Promise<RawFate | null> {
  const { rows } = await sql<RawFate>`
    select r.raw_id as "rawId", r.received_at as "receivedAt", d.kind, d.reason, c.reference
    from inbound_raw r join channel h on h.channel_id = r.channel_id left join disposition d on d.raw_id = r.raw_id
    left join message m on m.message_id = d.message_id left join conversation c on c.conversation_id = m.conversation_id
    where r.raw_id = ${rawId} and h.kind = ${channelKind}`.execute(db)
  return rows[0] ?? null
}
