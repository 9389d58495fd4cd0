// Saying no, with reasons and where else to turn; and opening a case again because it was not settled after all.
import type { Context } from '../../../platform/context/context.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { commandCase } from '../change-case.ts'
import type { CommandDone } from '../case.schema.ts'
import { whoActs } from './take-case.ts'

export const rejectCase = (
  ctx: Context,
  caseId: CaseId,
  said: { readonly version: number; readonly reasons: string; readonly recourse: string },
): Promise<CommandDone> =>
  commandCase(ctx, caseId, said.version, () => ({
    do: 'reject',
    by: whoActs(ctx),
    reasons: said.reasons,
    recourse: said.recourse,
  }))

export const reopenCase = (
  ctx: Context,
  caseId: CaseId,
  said: { readonly version: number; readonly reason: string },
): Promise<CommandDone> =>
  commandCase(ctx, caseId, said.version, () => ({ do: 'reopen', by: whoActs(ctx), reason: said.reason }))
