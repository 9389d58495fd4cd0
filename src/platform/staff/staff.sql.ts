// People who work here.
import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { Role } from '../context/actor.rules.ts'
import type { Database } from '../database/transaction.ts'
import type { OrganizationId, StaffId } from '../../shared/ids.ts'

export interface StaffMember {
  readonly staffId: StaffId
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly joinedAt: Date
  readonly disabledAt: Date | null
}

export interface SignInCandidate {
  readonly organizationId: OrganizationId
  readonly staffId: StaffId
  readonly passwordHash: string
}

const columns = ['staff_id', 'name', 'email', 'role', 'joined_at', 'disabled_at'] as const

const memberOf = (row: {
  staff_id: string
  name: string
  email: string
  role: string
  joined_at: Date
  disabled_at: Date | null
}): StaffMember => ({
  staffId: row.staff_id as StaffId,
  name: row.name,
  email: row.email,
  role: row.role as Role,
  joinedAt: row.joined_at,
  disabledAt: row.disabled_at,
})

export async function addStaff(
  db: Database,
  person: {
    organizationId: OrganizationId
    staffId: StaffId
    name: string
    email: string
    role: Role
    passwordHash: string
    joinedAt: Date
  },
): Promise<void> {
  await db
    .insertInto('staff')
    .values({
      organization_id: person.organizationId,
      staff_id: person.staffId,
      name: person.name,
      email: person.email,
      role: person.role,
      password_hash: person.passwordHash,
      joined_at: person.joinedAt,
    })
    .execute()
}

export async function findStaff(db: Database, staffId: string): Promise<StaffMember | null> {
  const row = await db.selectFrom('staff').select(columns).where('staff_id', '=', staffId).executeTakeFirst()
  return row ? memberOf(row) : null
}

export async function findStaffByEmail(db: Database, email: string): Promise<StaffMember | null> {
  const row = await db.selectFrom('staff').select(columns).where('email', '=', email).executeTakeFirst()
  return row ? memberOf(row) : null
}

/** Everybody who works or worked here, those who left last (at most 500 people). */
export async function listStaff(db: Database): Promise<readonly StaffMember[]> {
  const rows = await db
    .selectFrom('staff')
    .select(columns)
    .orderBy(sql`disabled_at nulls first`)
    .orderBy('name')
    .limit(500)
    .execute()
  return rows.map(memberOf)
}

export async function passwordHashOf(db: Database, staffId: string): Promise<string | null> {
  const row = await db.selectFrom('staff').select('password_hash').where('staff_id', '=', staffId).executeTakeFirst()
  return row?.password_hash ?? null
}

export async function setPasswordHash(db: Database, staffId: string, passwordHash: string): Promise<void> {
  await db.updateTable('staff').set({ password_hash: passwordHash }).where('staff_id', '=', staffId).execute()
}

/** Marks a person as disabled; false when they are already, or are not here. */
export async function disableStaff(db: Database, staffId: string, now: Date): Promise<boolean> {
  const result = await db
    .updateTable('staff')
    .set({ disabled_at: now })
    .where('staff_id', '=', staffId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Locks the administrators, so that two of them cannot disable each other at once, and counts those who can act. */
export async function countAdministrators(db: Database): Promise<number> {
  const rows = await db
    .selectFrom('staff')
    .select('staff_id')
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .orderBy('staff_id')
    .forUpdate()
    .execute()
  return rows.length
}

/** Who may be meant by an address at sign-in, over all organizations of this installation. */
export async function signInCandidates(pool: Pool, email: string): Promise<readonly SignInCandidate[]> {
  const { rows } = await pool.query<SignInCandidate>(
    'select organization_id as "organizationId", staff_id as "staffId", password_hash as "passwordHash" from sign_in_candidates($1)',
    [email],
  )
  return rows
}
