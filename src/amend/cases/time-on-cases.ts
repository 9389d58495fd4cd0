// What time alone does, run by the tick: waits end, silence is asked about and resolves, cases close. One case a transaction.
import { type Context, withContext } from '../../platform/context/context.ts'
import type { TickPart } from '../../platform/jobs/job.ts'
import { whyNotAutomatically } from '../../hear/conversations/may-send-automatically.ts'
import type { CaseId } from '../../shared/ids.ts'
import { changeLocked, lockForChange } from './change-case.ts'
import type { CaseCommand } from './rules/case-commands.rules.ts'
import { casesToLookAt, saveLookAgain } from './case.sql.ts'
import { nextSilenceStep } from './rules/silence.rules.ts'

const most = 100
const inAnHour = (now: Date): Date => new Date(now.getTime() + 3_600_000)

export const timeOnCases: TickPart = {
  name: 'waits, silence and closing',
  run: async (house, organizationId, stopping) => {
    const who = { organizationId, actor: { kind: 'system', part: 'tick' } } as const
    while (!stopping?.aborted) {
      const caseIds = await withContext(house, who, (ctx) => casesToLookAt(ctx.db, ctx.now(), most))
      for (const caseId of caseIds) {
        if (stopping?.aborted) return
        await withContext(house, who, (ctx) => lookAtCase(ctx, caseId)).catch(async (error: unknown) => {
          // One case that fails by our fault keeps no other waiting. A database that is away fails here as well.
          await withContext(house, who, (ctx) => saveLookAgain(ctx.db, caseId, inAnHour(ctx.now())))
          house.log.error({ err: error, caseId }, 'time could not change a case; it is looked at again in an hour')
        })
      }
      if (caseIds.length < most) return
    }
  },
}

/** Does the one thing that is due in a case. What is held up (an open promise, a letter on its way, a notice that no machine may write now)
 * is asked again in an hour. */
export async function lookAtCase(ctx: Context, caseId: CaseId): Promise<void> {
  const locked = await lockForChange(ctx, caseId)
  const step = nextSilenceStep(locked.kept.current, locked.facts.silence, ctx.now(), locked.facts)
  const command = commandOf(step.do)
  const isHeldUp =
    command?.do === 'silence-notice' && (await whyNotAutomatically(ctx, locked.kept.conversationId, null)) !== null
  const change = command && !isHeldUp ? await changeLocked(ctx, locked, command) : null
  if (change?.decision.outcome === 'changed') return
  const { lookAgainAt } = locked.kept
  if (lookAgainAt !== null && lookAgainAt <= ctx.now()) await saveLookAgain(ctx.db, caseId, inAnHour(ctx.now()))
}

function commandOf(step: 'nothing' | 'resume' | 'silence-notice' | 'resolve-by-silence' | 'close'): CaseCommand | null {
  if (step === 'nothing') return null
  return step === 'resume' ? { do: 'resume', by: null } : { do: step }
}
