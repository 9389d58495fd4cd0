// The customer told the owner that it is settled: on the phone, in the shop. In their own writing it counts by itself (count-message.ts).
import type { Context } from '../../../platform/context/context.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { commandCase } from '../change-case.ts'
import type { CommandDone } from '../case.schema.ts'
import { whoActs } from './take-case.ts'

export const resolveCase = (
  ctx: Context,
  caseId: CaseId,
  told: { readonly version: number; readonly reason: string },
): Promise<CommandDone> =>
  commandCase(ctx, caseId, told.version, () => ({
    do: 'resolve-by-customer',
    by: whoActs(ctx),
    reason: told.reason,
  }))
