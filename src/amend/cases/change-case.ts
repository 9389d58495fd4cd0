// The one way a case changes: locked, decided by the rules, its effects carried out, saved and announced, in one transaction.
import type { Context } from '../../platform/context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { Floor } from '../promises/floor-policy.sql.ts'
import { knownFloor } from '../promises/known-floors.ts'
import { promisesOfCase } from '../promises/promise.sql.ts'
import { carryOut } from './carry-out.ts'
import type { CaseCommand, CaseFacts } from './rules/case-commands.rules.ts'
import type { CaseDecision } from './rules/case-decision.rules.ts'
import type { CaseEffect } from './rules/case-effects.rules.ts'
import { lockCase, saveCase, standingFor } from './case.sql.ts'
import type { KeptCase } from './case-columns.ts'
import type { CommandDone } from './case.schema.ts'
import { isGiven, noteGiving } from './work/note-giving.ts'
import { decideCase } from './rules/decide-case.rules.ts'
import { lookAgainAt } from './rules/look-again.rules.ts'
import { silencePolicyOf } from './silence-policy.ts'

export interface CaseChange {
  readonly decision: CaseDecision
  /** The case as it stands afterwards. */
  readonly kept: KeptCase
}

/** A case under its lock, with what decisions about it must know. */
export interface LockedCase {
  readonly kept: KeptCase
  readonly floor: Floor
  readonly facts: CaseFacts
}

/** @throws Refusal('not-found') for no case of this company */
export async function lockForChange(ctx: Context, caseId: CaseId): Promise<LockedCase> {
  return factsOf(ctx, foundOr404(await lockCase(ctx.db, caseId)))
}

/** The same for what is told to a case and may reach it after it was merged: the case that stands for it. */
export async function lockStanding(ctx: Context, caseId: CaseId): Promise<LockedCase> {
  const locked = await lockForChange(ctx, await standingFor(ctx.db, caseId))
  // It was merged while its lock was waited for.
  return locked.kept.current.merged === null ? locked : lockStanding(ctx, locked.kept.caseId)
}

export async function factsOf(ctx: Context, kept: KeptCase): Promise<LockedCase> {
  const [floor, promises] = await Promise.all([knownFloor(ctx, kept.floorVersion), promisesOfCase(ctx.db, kept.caseId)])
  // A broken promise is still owed until it is done: being late does not let us off.
  const openPromises = promises.filter(({ owedUntil }) => owedUntil === null).length
  return { kept, floor, facts: { openPromises, silence: silencePolicyOf(floor.policy) } }
}

/** Asks one thing of a locked case and does what follows from it. Refusals are values here: a job may be told no. */
export async function changeLocked(ctx: Context, locked: LockedCase, command: CaseCommand): Promise<CaseChange> {
  const { kept, floor, facts } = locked
  const decision = decideCase(kept.current, command, whenDecided(ctx, kept), facts)
  if (decision.outcome !== 'changed') return { decision, kept }
  await carryOut(ctx, { kept, floor, next: decision.next }, decision.effects)
  const next: KeptCase = {
    ...kept,
    waitingReason: waitingReasonOf(decision.effects) ?? kept.waitingReason,
    lookAgainAt: lookAgainAt(decision.next, facts.silence),
    newsVersion: isArrival(command) ? kept.newsVersion : decision.next.version,
    current: decision.next,
  }
  const changed = await saveCase(ctx.db, next, kept.current.version)
  ctx.emit({ kind: 'case.changed', caseId: kept.caseId })
  if (isGiven(kept.current, next.current)) noteGiving(ctx, next)
  if (next.current.state === 'resolved' && kept.current.state !== 'resolved')
    ctx.emit({ kind: 'case.resolved', caseId: kept.caseId })
  return { decision, kept: changed }
}

/** The instant of the transaction; but whoever waited for the lock decides after what they waited for, though their transaction began before it.
 * Not where the clock has not come that far: then it was put back, and the rules say so. */
export function whenDecided(ctx: Context, { current: { changedAt } }: KeptCase): Date {
  const now = ctx.now()
  return now < changedAt && changedAt <= ctx.house.clock.now() ? changedAt : now
}

/** Asks one thing of a case. @throws Refusal('not-found') */
export const changeCase = async (ctx: Context, caseId: CaseId, command: CaseCommand): Promise<CaseChange> =>
  changeLocked(ctx, await lockForChange(ctx, caseId), command)

/** For people: what is refused is said to them.
 * @throws Refusal('conflict') when they saw another version, Refusal('wrong-state') when it cannot be now */
export async function commandCase(
  ctx: Context,
  caseId: CaseId,
  version: number,
  command: (kept: KeptCase) => CaseCommand,
): Promise<CommandDone> {
  const locked = await lockForChange(ctx, caseId)
  unlessSameVersion(locked.kept, version)
  return doneOr409(await changeLocked(ctx, locked, command(locked.kept)))
}

/** @throws Refusal('conflict') when something has happened that somebody who looked at this version does not know */
export function unlessSameVersion(kept: KeptCase, version: number): void {
  if (kept.newsVersion <= version && version <= kept.current.version) return
  throw new Refusal(
    'conflict',
    'This case has changed since you opened it. What you wrote is kept as your draft; look at what is new and try again.',
  )
}

/** Whether this only says that a letter of ours arrived: nobody who writes meanwhile would write otherwise for it. */
const isArrival = (command: CaseCommand): boolean =>
  command.do === 'acknowledge' || command.do === 'answer-accepted' || command.do === 'notice-accepted'

export function doneOr409({ decision, kept }: CaseChange): CommandDone {
  if (decision.outcome === 'refused') throw new Refusal('wrong-state', decision.sentence)
  return { version: kept.current.version, state: kept.current.state }
}

function foundOr404(kept: KeptCase | null): KeptCase {
  if (kept === null) throw new Refusal('not-found', 'There is no such case.')
  return kept
}

const waitingReasonOf = (effects: readonly CaseEffect[]): string | null =>
  effects
    .flatMap((effect) =>
      effect.do === 'record' && effect.event.kind.startsWith('waiting-for-') ? effect.event.words : [],
    )
    .at(-1) ?? null
