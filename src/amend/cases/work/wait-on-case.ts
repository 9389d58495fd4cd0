// Waiting for the customer or for somebody else, and going on.
import type { Context } from '../../../platform/context/context.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { commandCase } from '../change-case.ts'
import type { CommandDone } from '../case.schema.ts'
import { whoActs } from './take-case.ts'

export interface Wait {
  readonly version: number
  readonly for: 'customer' | 'third-party'
  readonly reason: string
  readonly until: Date
}

export const waitOnCase = (ctx: Context, caseId: CaseId, wait: Wait): Promise<CommandDone> =>
  commandCase(ctx, caseId, wait.version, () => ({
    do: wait.for === 'customer' ? 'wait-for-customer' : 'wait-for-third-party',
    by: whoActs(ctx),
    reason: wait.reason,
    until: wait.until,
  }))

export const resumeCase = (ctx: Context, caseId: CaseId, version: number): Promise<CommandDone> =>
  commandCase(ctx, caseId, version, () => ({ do: 'resume', by: whoActs(ctx) }))
