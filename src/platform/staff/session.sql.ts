// Sessions: who is signed in where.
import { sql } from 'kysely'
import type { Role } from '../context/actor.rules.ts'
import type { Database } from '../database/transaction.ts'
import type { OrganizationId, StaffId } from '../../shared/ids.ts'

export interface LiveSession {
  readonly staffId: StaffId
  readonly role: Role
  readonly csrfToken: string
  readonly seenAt: Date
}

export interface NewSession {
  readonly organizationId: OrganizationId
  readonly tokenHash: Buffer
  readonly staffId: string
  readonly csrfToken: string
  readonly startedAt: Date
  readonly expiresAt: Date
}

export async function addSession(db: Database, session: NewSession): Promise<void> {
  await db
    .insertInto('session')
    .values({
      organization_id: session.organizationId,
      token_hash: session.tokenHash,
      staff_id: session.staffId,
      csrf_token: session.csrfToken,
      started_at: session.startedAt,
      seen_at: session.startedAt,
      expires_at: session.expiresAt,
    })
    .execute()
}

/** The session of this token if it has neither ended, expired nor idled too long, and its person is not disabled. */
export async function findLiveSession(
  db: Database,
  tokenHash: Buffer,
  now: Date,
  idleSince: Date,
): Promise<LiveSession | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('staff', (join) =>
      join
        .onRef('staff.organization_id', '=', 'session.organization_id')
        .onRef('staff.staff_id', '=', 'session.staff_id'),
    )
    .select(['staff.staff_id', 'staff.role', 'session.csrf_token', 'session.seen_at'])
    .where('session.token_hash', '=', tokenHash)
    .where('session.ended_at', 'is', null)
    .where('session.expires_at', '>', now)
    .where('session.seen_at', '>', idleSince)
    .where('staff.disabled_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  return { staffId: row.staff_id as StaffId, role: row.role as Role, csrfToken: row.csrf_token, seenAt: row.seen_at }
}

export async function touchSession(db: Database, tokenHash: Buffer, now: Date): Promise<void> {
  await db.updateTable('session').set({ seen_at: now }).where('token_hash', '=', tokenHash).execute()
}

export async function endSession(db: Database, tokenHash: Buffer, now: Date): Promise<void> {
  await db
    .updateTable('session')
    .set({ ended_at: now })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .execute()
}

/** Ends every session of a person, but for the one they act in now (if any). */
export async function endSessionsOf(db: Database, staffId: string, now: Date, except: Buffer | null): Promise<void> {
  await db
    .updateTable('session')
    .set({ ended_at: now })
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
    .$if(except !== null, (query) => query.where('token_hash', '!=', except ?? Buffer.alloc(0)))
    .execute()
}

/** Forgets sessions that ended before an instant, at most `most` of them; answers how many. */
export async function forgetSessionsBefore(db: Database, before: Date, most: number): Promise<number> {
  const result = await sql`
    delete from session where ctid = any (array(select ctid from session where expires_at < ${before} limit ${sql.lit(most)}))`.execute(
    db,
  )
  return Number(result.numAffectedRows ?? 0n)
}
