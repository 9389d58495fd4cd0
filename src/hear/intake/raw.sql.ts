// Raw records and the inbox: stored verbatim first, claimed for reading, settled with exactly one disposition.
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { ChannelId, MessageId, OrganizationId, RawId } from '../../shared/ids.ts'
import type { Proof } from '../channels/channel.ts'

export const reads = ['channel', 'message'] as const

export interface NewRaw {
  readonly rawId: RawId
  readonly key: string
  readonly sha256: Buffer
  readonly mediaType: string
  readonly proof: Proof
  readonly bytes: Uint8Array
  readonly receivedAt: Date
}

/** Adds raw records and their inbox rows in one statement; answers the identifiers of those that were not there already. */
export async function addRaws(
  db: Database,
  organizationId: OrganizationId,
  channelId: ChannelId,
  raws: readonly NewRaw[],
  at: Date,
): Promise<ReadonlySet<RawId>> {
  const rows = raws.map(
    (
      raw,
    ): RawBuilder<unknown> => sql`(${organizationId}::uuid, ${raw.rawId}::uuid, ${channelId}::uuid, ${raw.key}, ${raw.sha256}::bytea, ${raw.mediaType},
      ${JSON.stringify(raw.proof)}::jsonb, ${Buffer.from(raw.bytes.buffer, raw.bytes.byteOffset, raw.bytes.byteLength)}::bytea, ${raw.receivedAt}::timestamptz)`,
  )
  const { rows: added } = await sql<{ rawId: RawId }>`
    with added as (
      insert into inbound_raw (organization_id, raw_id, channel_id, key, content_sha256, media_type, proof, bytes, received_at)
      values ${sql.join(rows)}
      on conflict (organization_id, channel_id, key, content_sha256) do nothing returning organization_id, raw_id)
    insert into unread_raw (organization_id, raw_id, due_at) select organization_id, raw_id, ${at}::timestamptz from added returning raw_id as "rawId"`.execute(
    db,
  )
  return new Set(added.map((row) => row.rawId))
}

export interface RawPlace {
  readonly rawId: RawId
  readonly key: string
  readonly receivedAt: Date
}

/** Records of a channel under some keys, oldest first; of these contents only, where `hashes` is not null: anybody can send one mail, and so
 * one key, a thousand times over different routes. */
export async function rawsWithKeys(
  db: Database,
  channelId: ChannelId,
  keys: readonly string[],
  hashes: readonly Buffer[] | null,
): Promise<readonly (RawPlace & { readonly sha256: Buffer })[]> {
  const rows = await db
    .selectFrom('inbound_raw')
    .select(['raw_id', 'key', 'received_at', 'content_sha256'])
    .where('channel_id', '=', channelId)
    .where('key', 'in', [...keys])
    .$if(hashes !== null, (query) => query.where('content_sha256', 'in', [...(hashes ?? [])]))
    .orderBy('received_at')
    .limit(1000)
    .execute()
  return rows.map((row) => ({
    rawId: row.raw_id as RawId,
    key: row.key,
    receivedAt: row.received_at,
    sha256: row.content_sha256,
  }))
}

/** How a person said that a record is to be read. */
export interface Release {
  readonly as: 'human' | 'machine'
  readonly senderAddress: string | null
  readonly by: string
  readonly at: string
}

export interface ClaimedRaw extends RawPlace {
  readonly channelId: ChannelId
  readonly channelKind: string
  readonly channelConfig: Readonly<Record<string, unknown>>
  readonly mediaType: string
  readonly proof: Proof
  readonly bytes: Buffer
  /** How often it was taken into hand, this time included. */
  readonly attempts: number
  /** How often reading it failed with words; the other times the desk died meanwhile. */
  readonly failures: number
  readonly lastError: string | null
  readonly release: Release | null
}

/** What is larger may take its parser seconds, and what failed before may do so again: one such record is in hand at a time, so that small
 * ones beside it wait for no more than one, and large ones never fill the memory. */
const smallBytes = 65_536
const mostSmall = 16

/** Claims some due records, the oldest small ones and one large: counts the try and hides them until `until`, before anything looks at their bytes. */
export async function claimRaws(
  db: Database,
  rawIds: readonly RawId[],
  at: Date,
  until: Date,
): Promise<readonly ClaimedRaw[]> {
  const { rows } = await sql<ClaimedRaw>`
    with due as (
      select organization_id, raw_id, attempts from unread_raw
      where raw_id = any (${[...rawIds]}::uuid[]) and (due_at <= ${at} or due_at > ${at}::timestamptz + interval '10 minutes') order by raw_id for update skip locked),
    sized as (
      select d.*, octet_length(r.bytes) > ${smallBytes} or d.attempts > 0 as is_large
      from due d join inbound_raw r on r.organization_id = d.organization_id and r.raw_id = d.raw_id),
    placed as (
      select *, row_number() over (partition by is_large order by raw_id) as place from sized),
    claimed as (
      update unread_raw u set attempts = u.attempts + 1, due_at = ${until} from placed
      where u.organization_id = placed.organization_id and u.raw_id = placed.raw_id
        and place <= case when is_large then 1 else ${mostSmall}::int end returning u.raw_id, u.attempts, u.failures, u.last_error, u.release)
    select c.raw_id as "rawId", c.attempts, c.failures, c.last_error as "lastError", c.release, r.key, r.media_type as "mediaType", r.proof, r.bytes,
           r.received_at as "receivedAt", h.channel_id as "channelId", h.kind as "channelKind", h.config as "channelConfig"
    from claimed c join inbound_raw r on r.raw_id = c.raw_id join channel h on h.channel_id = r.channel_id order by c.raw_id`.execute(
    db,
  )
  return rows
}

/** Lets a claimed record be tried again at `dueAt`. `counts` is false when the try failed for a reason that is not the record's: then it was none. */
export async function tryAgain(db: Database, rawId: RawId, dueAt: Date, words: string, counts: boolean): Promise<void> {
  await db
    .updateTable('unread_raw')
    .set((eb) => ({
      due_at: dueAt,
      last_error: words.slice(0, 2000),
      ...(counts ? { failures: eb('failures', '+', 1) } : { attempts: eb('attempts', '-', 1) }),
    }))
    .where('raw_id', '=', rawId)
    .where('attempts', '>', 0)
    .execute()
}

export interface AlreadyKnown {
  /** The same mail came by another route, and that copy is a person's message. */
  readonly isHeard: boolean
  /** The same mail came by another route before, whatever became of it. */
  readonly isSameMail: boolean
  /** Its Message-ID is one that we made. */
  readonly isOurs: boolean
  readonly ourAddresses: readonly string[]
  /** The very same mail was erased with a person it was of. */
  readonly wasErased: boolean
}

const inMailboxes = sql`r.channel_id in (select g.channel_id from channel g where g.kind = 'mail')`

/** Locks an unread record for reading and asks what we know of it. Null when it was read meanwhile. Copies of one mail are read one after the
 * other, so that each knows what became of the others. */
export async function lockForReading(
  db: Database,
  raw: Pick<ClaimedRaw, 'rawId' | 'channelId' | 'channelKind' | 'key'>,
  externalId: string,
): Promise<AlreadyKnown | null> {
  const isMail = raw.channelKind === 'mail'
  // A mail to two of our mailboxes is one mail; keys of other channels mean something in them alone.
  const isCopy = sql`r.raw_id <> ${raw.rawId} and r.key = ${raw.key} and ${isMail ? inMailboxes : sql`r.channel_id = ${raw.channelId}`}`
  // A statement of its own: what the next one sees begins after the wait.
  // The second lock waits for an erasing under way, and an erasing waits for readings.
  const locked = sql`
    select pg_advisory_xact_lock(hashtextextended(${`${isMail ? 'mail' : raw.channelId}:${raw.key}`}, 43)),
           pg_advisory_xact_lock_shared(hashtextextended(current_organization()::text, 44))`.execute(db)
  const asked = sql<AlreadyKnown>`
    with mine as (select raw_id from unread_raw where raw_id = ${raw.rawId} for update)
    select exists (select from inbound_raw r join disposition d on d.raw_id = r.raw_id join message n on n.message_id = d.message_id
                   where ${isCopy} and n.kind = 'human') as "isHeard",
           exists (select from inbound_raw r where ${isCopy}
                   and (r.raw_id < ${raw.rawId} or exists (select from disposition d where d.raw_id = r.raw_id and d.message_id is not null))) as "isSameMail",
           exists (select from message m where m.external_id = ${externalId} and m.direction = 'out') as "isOurs",
           array(select h.config->>'address' from channel h where h.kind = 'mail' and h.config ? 'address') as "ourAddresses",
           exists (select from erased_raw e where e.key_hash = erased_raw_hash(current_organization(), ${raw.key})) as "wasErased"
    from mine`.execute(db)
  const [, { rows }] = await Promise.all([locked, asked])
  return rows[0] ?? null
}

export type DispositionKind = 'conversation' | 'to-confirm' | 'timeline' | 'quarantine'

export interface Disposition {
  readonly kind: DispositionKind
  readonly messageId: MessageId | null
  /** In words that a person understands; never empty. */
  readonly reason: string
}

/** The record leaves the inbox with its one disposition. False when another reader was faster; then nothing was written. */
export async function settleRaw(
  db: Database,
  organizationId: OrganizationId,
  rawId: RawId,
  to: Disposition,
  by: { readonly readerVersion: number; readonly at: Date },
): Promise<boolean> {
  const { rows } = await sql<{ settled: boolean }>`
    with gone as (delete from unread_raw where raw_id = ${rawId} returning raw_id, release)
    insert into disposition (organization_id, raw_id, kind, message_id, reason, reader_version, decided_at, released_at, released_by)
    select ${organizationId}, raw_id, ${to.kind}, ${to.messageId}::uuid, ${to.reason.slice(0, 1000)}, ${by.readerVersion}, ${by.at},
           (release->>'at')::timestamptz, (release->>'by')::uuid from gone returning true as settled`.execute(db)
  return rows.length > 0
}

/** These records and every other copy of the same mails. */
export async function withCopies(db: Database, rawIds: readonly RawId[]): Promise<readonly RawId[]> {
  const { rows } = await sql<{ rawId: RawId }>`
    select copy.raw_id as "rawId" from inbound_raw one
    join channel h on h.organization_id = one.organization_id and h.channel_id = one.channel_id
    join inbound_raw copy on copy.organization_id = one.organization_id and copy.key = one.key and copy.channel_id in (
      select g.channel_id from channel g where g.channel_id = h.channel_id or (g.kind = 'mail' and h.kind = 'mail'))
    where one.raw_id = any (${[...rawIds]}::uuid[]) group by copy.raw_id`.execute(db)
  return rows.map((row) => row.rawId)
}

/** Blanks a record's content; the row stays as proof that something came. */
export async function eraseRaw(db: Database, rawId: RawId): Promise<void> {
  await sql`select erase_raw(${rawId})`.execute(db)
}
