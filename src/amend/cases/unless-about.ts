// What is about whoever asks is not theirs to hand out, to forget or to decide.
import type { Context } from '../../platform/context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import type { CustomerId, StaffId } from '../../shared/ids.ts'
import { hasComplainedAbout } from './about-asker.sql.ts'

/** Whoever asks, where it is a person who works here. */
export const askerOf = ({ actor }: Pick<Context, 'actor'>): StaffId | null =>
  actor.kind === 'staff' ? actor.staffId : null

/** Everything about a customer is handed out or forgotten whole, or by somebody else. @throws Refusal('not-allowed') */
export async function unlessAboutAsker(ctx: Context, customerId: CustomerId): Promise<void> {
  const asker = askerOf(ctx)
  if (asker === null || !(await hasComplainedAbout(ctx.db, asker, customerId))) return
  throw new Refusal('not-allowed', 'Another administrator has to do this: part of what is kept is not for you.')
}
