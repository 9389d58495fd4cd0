// What lies in quarantine, and giving a record back to the inbox.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { OrganizationId, RawId } from '../../shared/ids.ts'
import type { Release } from './raw.sql.ts'

export const reads = ['channel'] as const

export interface Quarantined {
  readonly rawId: RawId
  readonly receivedAt: Date
  readonly decidedAt: Date
  readonly channelName: string
  readonly reason: string
  readonly size: number
  readonly mediaType: string
  /** The first 16 KiB, to show sender and subject. */
  readonly head: Buffer
}

/** Newest first, from before a place on. */
export async function quarantined(
  db: Database,
  before: { readonly at: Date; readonly rawId: string } | null,
  most: number,
): Promise<readonly Quarantined[]> {
  const { rows } = await sql<Quarantined>`
    select d.raw_id as "rawId", r.received_at as "receivedAt", d.decided_at as "decidedAt", h.name as "channelName", d.reason, length(r.bytes) as size,
           r.media_type as "mediaType", substring(r.bytes from 1 for 16384) as head
    from disposition d join inbound_raw r on r.raw_id = d.raw_id join channel h on h.channel_id = r.channel_id
    where d.kind = 'quarantine' and (${before === null} or (d.decided_at, d.raw_id) < (${before?.at ?? null}::timestamptz, ${before?.rawId ?? null}::uuid))
    order by d.decided_at desc, d.raw_id desc limit ${sql.lit(most)}`.execute(db)
  return rows
}

export interface RawContent {
  readonly bytes: Buffer
  readonly mediaType: string
}

export async function quarantinedContent(db: Database, rawId: RawId): Promise<RawContent | null> {
  const { rows } = await sql<RawContent>`
    select r.bytes, r.media_type as "mediaType" from disposition d join inbound_raw r on r.raw_id = d.raw_id
    where d.raw_id = ${rawId} and d.kind = 'quarantine'`.execute(db)
  return rows[0] ?? null
}

/** Puts a quarantined record back into the inbox, to be read as a person said. False when it is not in quarantine. */
export async function releaseRaw(
  db: Database,
  organizationId: OrganizationId,
  rawId: RawId,
  release: Release,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql<{ released: boolean }>`
    with gone as (delete from disposition where raw_id = ${rawId} and kind = 'quarantine' returning raw_id)
    insert into unread_raw (organization_id, raw_id, due_at, release)
    select ${organizationId}, raw_id, ${at}, ${JSON.stringify(release)}::jsonb from gone returning true as released`.execute(
    db,
  )
  return rows.length > 0
}

export interface HeldRecord {
  readonly rawId: RawId
  readonly mediaType: string
  readonly receivedAt: Date
  /** Of a mail the first 64 KiB; a submission whole. */
  readonly head: Buffer
}

const heldAtOnce = 50

/** Records in quarantine whose head names one of these addresses (as they identify), a few at a time. */
export async function* quarantinedNaming(db: Database, addresses: readonly string[]): AsyncGenerator<HeldRecord> {
  let after = '00000000-0000-0000-0000-000000000000'
  while (addresses.length > 0) {
    const { rows } = await sql<HeldRecord>`
      select r.raw_id as "rawId", r.media_type as "mediaType", r.received_at as "receivedAt",
             case when r.media_type like '%rfc822%' then substring(r.bytes from 1 for 65536) else r.bytes end as head
      from disposition d join inbound_raw r on r.organization_id = d.organization_id and r.raw_id = d.raw_id
      where d.kind = 'quarantine' and d.raw_id > ${after} and exists (
        select from unnest(${[...addresses]}::text[]) one
        where strpos(lower(encode(substring(r.bytes from 1 for 65536), 'escape')), lower(encode(convert_to(one, 'UTF8'), 'escape'))) > 0)
      order by d.raw_id limit ${sql.lit(heldAtOnce)}`.execute(db)
    yield* rows
    const last = rows.at(-1)
    if (rows.length < heldAtOnce || !last) return
    after = last.rawId
  }
}

/** A record that was erased is shown to nobody any more; its disposition says why. */
export async function endQuarantine(db: Database, rawId: RawId, words: string): Promise<void> {
  await db
    .updateTable('disposition')
    .set({ kind: 'timeline', reason: words })
    .where('raw_id', '=', rawId)
    .where('kind', '=', 'quarantine')
    .execute()
}
