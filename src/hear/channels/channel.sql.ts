// Channels: their settings, their state in words, who reads them now, and how far.
import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { Database } from '../../platform/database/transaction.ts'
import type { ChannelId, OrganizationId } from '../../shared/ids.ts'

export type ChannelKind = 'mail' | 'form' | 'api'
export type ChannelState = 'starting' | 'working' | 'failing' | 'off'

export interface ChannelRow {
  readonly channelId: ChannelId
  readonly kind: ChannelKind
  readonly name: string
  readonly config: Readonly<Record<string, unknown>>
  readonly secret: Buffer | null
  readonly cursor: unknown
  readonly state: ChannelState
  readonly stateDetail: string | null
  readonly stateSince: Date
  readonly readAt: Date | null
}

const columns = [
  'channel_id',
  'kind',
  'name',
  'config',
  'secret',
  'cursor',
  'state',
  'state_detail',
  'state_since',
  'read_at',
] as const

interface Row {
  channel_id: string
  kind: string
  name: string
  config: unknown
  secret: Buffer | null
  cursor: unknown
  state: string
  state_detail: string | null
  state_since: Date
  read_at: Date | null
}

const fromRow = (row: Row): ChannelRow => ({
  channelId: row.channel_id as ChannelId,
  kind: row.kind as ChannelKind,
  name: row.name,
  config: row.config as ChannelRow['config'],
  secret: row.secret,
  cursor: row.cursor,
  state: row.state as ChannelState,
  stateDetail: row.state_detail,
  stateSince: row.state_since,
  readAt: row.read_at,
})

/** All channels, oldest first. */
export async function listChannels(db: Database): Promise<readonly ChannelRow[]> {
  const rows = await db
    .selectFrom('channel')
    .select(columns)
    .orderBy('made_at')
    .orderBy('channel_id')
    .limit(500)
    .execute()
  return rows.map(fromRow)
}

export async function findChannel(db: Database, channelId: ChannelId): Promise<ChannelRow | null> {
  const row = await db.selectFrom('channel').select(columns).where('channel_id', '=', channelId).executeTakeFirst()
  return row ? fromRow(row) : null
}

/** Addresses we write from, as configured. */
export async function ourAddresses(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{
    address: string
  }>`select config->>'address' as address from channel where kind = 'mail' and config ? 'address'`.execute(db)
  return rows.map((row) => row.address)
}

export async function addChannel(
  db: Database,
  organizationId: OrganizationId,
  one: Pick<ChannelRow, 'channelId' | 'kind' | 'name' | 'config' | 'secret' | 'state'>,
  at: Date,
): Promise<void> {
  await db
    .insertInto('channel')
    .values({
      organization_id: organizationId,
      channel_id: one.channelId,
      kind: one.kind,
      name: one.name,
      config: JSON.stringify(one.config),
      secret: one.secret,
      state: one.state,
      state_since: at,
      made_at: at,
    })
    .execute()
}

/** New settings. The holder notices and starts again with them. */
export async function changeChannel(
  db: Database,
  channelId: ChannelId,
  to: Pick<ChannelRow, 'name' | 'config' | 'secret'>,
  at: Date,
): Promise<void> {
  await db
    .updateTable('channel')
    .set({
      name: to.name,
      config: JSON.stringify(to.config),
      secret: to.secret,
      state: sql`case when state = 'off' then 'off' else 'starting' end`,
      state_detail: null,
      state_since: at,
    })
    .where('channel_id', '=', channelId)
    .execute()
}

/** Notes a state; `since` moves only when the state itself changes. False where nothing changed. */
export async function setChannelState(
  db: Database,
  channelId: ChannelId,
  state: ChannelState,
  words: string | null,
  at: Date,
): Promise<boolean> {
  const result = await db
    .updateTable('channel')
    .set({
      state,
      state_detail: words?.slice(0, 1000) ?? null,
      state_since: sql`case when state = ${state} then state_since else ${at} end`,
    })
    .where('channel_id', '=', channelId)
    .where((eb) =>
      eb.or([eb('state', '!=', state), eb('state_detail', 'is distinct from', words?.slice(0, 1000) ?? null)]),
    )
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** As setChannelState, but a channel that somebody switched off stays off. */
export async function reportChannelState(
  db: Database,
  channelId: ChannelId,
  state: 'working' | 'failing',
  words: string,
  at: Date,
): Promise<boolean> {
  const result = await db
    .updateTable('channel')
    .set({
      state,
      state_detail: words.slice(0, 1000),
      state_since: sql`case when state = ${state} then state_since else ${at} end`,
    })
    .where('channel_id', '=', channelId)
    .where('state', '!=', 'off')
    .where((eb) => eb.or([eb('state', '!=', state), eb('state_detail', 'is distinct from', words.slice(0, 1000))]))
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Takes or renews the lease. Null when another process holds it, or the channel is off. */
export async function leaseChannel(
  db: Database,
  channelId: ChannelId,
  holder: string,
  at: Date,
  until: Date,
): Promise<ChannelRow | null> {
  const row = await db
    .updateTable('channel')
    .set({ leased_by: holder, leased_until: until })
    .where('channel_id', '=', channelId)
    .where('state', '!=', 'off')
    .where((eb) =>
      eb.or([
        eb('leased_by', '=', holder),
        eb('leased_until', 'is', null),
        eb('leased_until', '<=', at),
        // Written by a clock that had jumped: no lease is that long.
        eb('leased_until', '>', new Date(at.getTime() + 120_000)),
      ]),
    )
    .returning(columns)
    .executeTakeFirst()
  return row ? fromRow(row) : null
}

/** Whether any mailbox is the sample company's, asked as amends_owner. */
export async function hasSampleMailbox(ownerPool: Pool): Promise<boolean> {
  const { rows } = await ownerPool.query<{ there: boolean }>(
    `select exists (select from channel where kind = 'mail' and config->>'isSample' = 'true') as there`,
  )
  return rows[0]?.there ?? false
}

/** Ends every lease of every organization, asked as amends_owner: only where no other process can hold one. */
export async function endAllLeases(ownerPool: Pool): Promise<void> {
  await ownerPool.query('update channel set leased_by = null, leased_until = null where leased_until is not null')
}

export async function endLease(db: Database, channelId: ChannelId, holder: string): Promise<void> {
  await db
    .updateTable('channel')
    .set({ leased_by: null, leased_until: null })
    .where('channel_id', '=', channelId)
    .where('leased_by', '=', holder)
    .execute()
}

/** Moves the cursor; refused (false) when the lease went to another process meanwhile, so that two never both move it. */
export async function moveCursor(
  db: Database,
  channelId: ChannelId,
  holder: string,
  cursor: unknown,
  at: Date,
): Promise<boolean> {
  const result = await db
    .updateTable('channel')
    .set({ cursor: JSON.stringify(cursor), read_at: at })
    .where('channel_id', '=', channelId)
    .where('leased_by', '=', holder)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
