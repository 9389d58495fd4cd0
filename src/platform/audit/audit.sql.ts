// The audit trail: appended through one function that chains the hashes; read for checking and for the administrator.
import { sql } from 'kysely'
import type { Database } from '../database/transaction.ts'

export interface NewAuditEntry {
  readonly at: Date
  readonly actorKind: string
  readonly actorId: string | null
  readonly action: string
  readonly objectKind: string
  readonly objectId: string | null
  readonly details: Readonly<Record<string, unknown>>
}

export interface AuditBreak {
  readonly sequence: number
  readonly fault: 'changed' | 'missing' | 'reordered' | 'cut off at the end'
}

export async function appendAudit(db: Database, entry: NewAuditEntry): Promise<void> {
  await sql`select append_audit(${entry.at}, ${entry.actorKind}, ${entry.actorId}, ${entry.action}, ${entry.objectKind}, ${entry.objectId},
                                ${JSON.stringify(entry.details)}::jsonb)`.execute(db)
}

/** The first `most` places where the chain does not hold: an entry changed, removed, or put elsewhere. Empty when it holds. */
export async function auditBreaks(db: Database, most: number): Promise<readonly AuditBreak[]> {
  const { rows } = await sql<AuditBreak>`
    with chain as (
      select sequence, hash, previous_hash, sha256(audit_text(e)) as expected,
             lag(hash, 1, sha256('amends'::bytea)) over (order by sequence) as hash_before,
             lag(sequence, 1, 0::bigint) over (order by sequence) as sequence_before
      from audit_entry e)
    select sequence,
           case when hash <> expected then 'changed' when sequence <> sequence_before + 1 then 'missing' else 'reordered' end as fault
    from chain where hash <> expected or previous_hash <> hash_before or sequence <> sequence_before + 1
    order by sequence limit ${sql.lit(most)}`.execute(db)
  return rows
}

/** The newest entry's number and hash: what an outside anchor keeps. */
export async function auditHead(db: Database): Promise<{ readonly sequence: number; readonly hash: string } | null> {
  const { rows } = await sql<{ sequence: number; hash: string }>`
    select sequence, encode(hash, 'hex') as hash from audit_entry order by sequence desc limit 1`.execute(db)
  return rows[0] ?? null
}
