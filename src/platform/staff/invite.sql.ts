// Invites: single-use links by which a second person joins.
import type { Role } from '../context/actor.rules.ts'
import type { Database } from '../database/transaction.ts'
import type { OrganizationId } from '../../shared/ids.ts'

export interface Invite {
  readonly inviteId: string
  readonly email: string
  readonly role: Role
  readonly expiresAt: Date
}

const columns = ['invite_id', 'email', 'role', 'expires_at'] as const
const inviteOf = (row: { invite_id: string; email: string; role: string; expires_at: Date }): Invite => ({
  inviteId: row.invite_id,
  email: row.email,
  role: row.role as Role,
  expiresAt: row.expires_at,
})

export async function addInvite(
  db: Database,
  invite: Invite & { organizationId: OrganizationId; tokenHash: Buffer; invitedBy: string; madeAt: Date },
): Promise<void> {
  await db
    .insertInto('invite')
    .values({
      organization_id: invite.organizationId,
      invite_id: invite.inviteId,
      token_hash: invite.tokenHash,
      email: invite.email,
      role: invite.role,
      invited_by: invite.invitedBy,
      made_at: invite.madeAt,
      expires_at: invite.expiresAt,
    })
    .execute()
}

/** Invites that can still be used. */
export async function openInvites(db: Database, now: Date): Promise<readonly Invite[]> {
  const rows = await db
    .selectFrom('invite')
    .select(columns)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('made_at', 'desc')
    .limit(200)
    .execute()
  return rows.map(inviteOf)
}

/** The invite of a token if it can still be used; locked, so that it is used once. */
export async function findUsableInvite(db: Database, tokenHash: Buffer, now: Date): Promise<Invite | null> {
  const row = await db
    .selectFrom('invite')
    .select(columns)
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst()
  return row ? inviteOf(row) : null
}

export async function markInviteUsed(db: Database, inviteId: string, now: Date): Promise<void> {
  await db.updateTable('invite').set({ used_at: now }).where('invite_id', '=', inviteId).execute()
}

/** Revokes what can still be used of these; answers how many. */
export async function revokeInvites(
  db: Database,
  which: { readonly inviteId: string } | { readonly email: string },
  now: Date,
): Promise<number> {
  const result = await db
    .updateTable('invite')
    .set({ revoked_at: now })
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('inviteId' in which ? 'invite_id' : 'email', '=', 'inviteId' in which ? which.inviteId : which.email)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}
