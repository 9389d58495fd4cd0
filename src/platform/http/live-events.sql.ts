// What open screens are told, read in order of commit (written by context/announce.sql.ts).
import { sql } from 'kysely'
import type { NewLiveEvent } from '../context/announce.sql.ts'
import type { Database } from '../database/transaction.ts'

export const reads = ['live_event'] as const

/** Where a reader stands: transaction and sequence, as `<transaction>.<sequence>` on the wire. */
export interface LivePlace {
  readonly transaction: string
  readonly sequence: number
}

/** As it stands on the wire, and as `readPlace` reads it. */
export const placeWord = ({ transaction, sequence }: LivePlace): string => `${transaction}.${String(sequence)}`

export interface LiveEvent extends NewLiveEvent, LivePlace {
  readonly at: Date
}

/** Events after a place, oldest first. Rows of transactions that may still be followed by an earlier-numbered one are held back,
 * so a reader that remembers its place never misses one. */
export async function liveEventsAfter(db: Database, place: LivePlace, most: number): Promise<readonly LiveEvent[]> {
  const { rows } = await sql<LiveEvent>`
    select transaction_id::text as transaction, sequence, at, kind, object_kind as "objectKind", object_id as "objectId"
    from live_event
    where (transaction_id, sequence) > (${place.transaction}::xid8, ${place.sequence})
      and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
    order by transaction_id, sequence limit ${sql.lit(most)}`.execute(db)
  return rows
}

/** The place of a reader that wants only what comes from now on. */
export async function latestLivePlace(db: Database): Promise<LivePlace> {
  const { rows } = await sql<LivePlace>`
    select (pg_snapshot_xmin(pg_current_snapshot())::text::numeric - 1)::text as transaction, 9007199254740991 as sequence`.execute(
    db,
  )
  const place = rows[0]
  if (!place) throw new Error('no snapshot')
  return place
}
