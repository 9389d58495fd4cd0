// Taking a case makes its owner, once.
import { Refusal } from '../../../shared/errors.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { CaseId, StaffId } from '../../../shared/ids.ts'
import { awayUntil } from '../../calendars/absence.sql.ts'
import { commandCase } from '../change-case.ts'
import type { CommandDone } from '../case.schema.ts'

/** @throws Refusal('wrong-state') when somebody was faster, or for who is away */
export async function takeCase(ctx: Context, caseId: CaseId, version: number): Promise<CommandDone> {
  const by = whoActs(ctx)
  await unlessAway(ctx, by)
  return commandCase(ctx, caseId, version, () => ({ do: 'take', by }))
}

/** What somebody took who is away would be covered in the next minute. @throws Refusal('wrong-state') */
export async function unlessAway(ctx: Context, by: StaffId): Promise<void> {
  if ((await awayUntil(ctx.db, by, ctx.now())) === null) return
  throw new Refusal(
    'wrong-state',
    'You are said to be away, so your cases are covered. Say on your desk that you are back first.',
  )
}

/** The member of staff who acts. @throws Refusal('not-allowed') for anybody else */
export function whoActs(ctx: Context): StaffId {
  if (ctx.actor.kind === 'staff') return ctx.actor.staffId
  throw new Refusal('not-allowed', 'Only people who work here do this.')
}
