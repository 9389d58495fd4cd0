// Writes down who did what to what, in the transaction that does it.
import { actorId } from '../context/actor.rules.ts'
import type { Context } from '../context/context.ts'
import { appendAudit } from './audit.sql.ts'

/** Appends one entry to the audit trail. `details` holds settings and identifiers, never a customer's words and never a secret. */
export async function recordAudit(
  ctx: Context,
  action: string,
  object: { readonly kind: string; readonly id: string | null },
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await appendAudit(ctx.db, {
    at: ctx.now(),
    actorKind: ctx.actor.kind,
    actorId: actorId(ctx.actor),
    action,
    objectKind: object.kind,
    objectId: object.id,
    details,
  })
}
