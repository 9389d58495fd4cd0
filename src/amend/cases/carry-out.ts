// Does what a decision about a case asks for: promises, pauses, letters, history. A new case is opened by whoever asked (count-message.ts).
import { actorId } from '../../platform/context/actor.rules.ts'
import type { Context } from '../../platform/context/context.ts'
import type { Floor } from '../promises/floor-policy.sql.ts'
import { makeFloorPromises } from '../promises/make-floor-promises.ts'
import { endPause, goOnPausing, startPause } from '../promises/pause-clocks.ts'
import { renewPromise } from '../promises/renew-promise.ts'
import { releasePromises, reopenPromise, settlePromise } from '../promises/settle-promises.ts'
import type { CaseEffect } from './rules/case-effects.rules.ts'
import { addCaseEvent } from './case-event.sql.ts'
import type { KeptCase } from './case-columns.ts'
import type { Case } from './case.rules.ts'
import { sendCaseLetter } from './letters/send-case-letter.ts'
import { withdrawCaseLetter } from './letters/withdraw-case-letter.ts'

export interface Effected {
  readonly kept: KeptCase
  readonly floor: Floor
  /** The case as decided. */
  readonly next: Case
}

/** Carries effects out in their order. */
export async function carryOut(ctx: Context, of: Effected, effects: readonly CaseEffect[]): Promise<void> {
  for (const effect of effects) await carryOutOne(ctx, of, effect)
}

async function carryOutOne(ctx: Context, { kept, floor, next }: Effected, effect: CaseEffect): Promise<void> {
  const { caseId } = kept
  switch (effect.do) {
    case 'make-promise':
      return makeFloorPromises(ctx, caseId, floor, [effect.kind], effect.from)
    case 'settle-promise':
      return settlePromise(ctx, caseId, effect.kind, effect.at)
    case 'reopen-promise':
      return reopenPromise(ctx, caseId, effect.kind)
    case 'renew-promise':
      return renewPromise(ctx, floor, effect)
    case 'release-promises':
      return releasePromises(ctx, caseId, effect.at)
    case 'start-pause':
      return startPause(ctx, caseId, floor, effect.at, effect.reason)
    case 'end-pause':
      return endPause(ctx, caseId, floor, effect.at)
    case 'take-up-pause':
      return goOnPausing(ctx, caseId, floor, effect.at)
    case 'queue-letter':
      return sendCaseLetter(ctx, { kept, next }, effect.letter, effect.words ?? [], effect.leavesAt)
    case 'withdraw-letter':
      return withdrawCaseLetter(ctx, caseId, effect.letter)
    case 'open-new-case':
      return
    case 'record':
      ctx.lastly((db) =>
        addCaseEvent(db, ctx.organizationId, caseId, effect.event, { kind: ctx.actor.kind, id: actorId(ctx.actor) }),
      )
      return
  }
}
