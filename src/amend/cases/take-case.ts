// Taking a case makes its owner, once.
import { Refusal } from '../../shared/errors.ts'
import type { Context } from '../../platform/context/context.ts'
import type { CaseId, StaffId } from '../../shared/ids.ts'
import { commandCase } from './change-case.ts'
import type { CommandDone } from './case.schema.ts'

/** @throws Refusal('wrong-state') when somebody was faster */
export const takeCase = (ctx: Context, caseId: CaseId, version: number): Promise<CommandDone> =>
  commandCase(ctx, caseId, version, () => ({ do: 'take', by: whoActs(ctx) }))

/** The member of staff who acts. @throws Refusal('not-allowed') for anybody else */
export function whoActs(ctx: Context): StaffId {
  if (ctx.actor.kind === 'staff') return ctx.actor.staffId
  throw new Refusal('not-allowed', 'Only people who work here do this.')
}
