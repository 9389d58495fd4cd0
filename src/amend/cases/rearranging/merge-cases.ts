// Two cases of one customer that are the same matter become one. What the customer was promised holds, the earliest time of each kind; they hear
// of it from nobody but who answers them. Until when it is undone: rearrangement-undo.rules.ts.
import { withdrawLetter } from '../../../hear/conversations/withdraw-letter.ts'
import type { Context } from '../../../platform/context/context.ts'
import { Refusal } from '../../../shared/errors.ts'
import { endPause } from '../../promises/pause-clocks.ts'
import { mergedPromises, promiseBefore } from '../../promises/promise-merging.rules.ts'
import { promisesOfCase, saveMoved } from '../../promises/promise.sql.ts'
import { isOwed } from '../../promises/promise.rules.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { changeLocked, doneOr409, type LockedCase } from '../change-case.ts'
import { type LetterOnItsWay, lettersOnTheirWay } from '../case-message.sql.ts'
import { hearAgain } from '../hear-again.ts'
import { announceBroken, lockBoth, noteRearrangement, unlessMayRearrange } from './rearrange.ts'
import type { Rearranged } from './rearrangement.schema.ts'
import type { Was } from './rearrangement.sql.ts'
import { whoActs } from '../work/take-case.ts'

export interface Merge {
  readonly version: number
  /** The case that stays. */
  readonly into: CaseId
  readonly intoVersion: number
}

/** @throws Refusal('wrong-state') where the rules say no, Refusal('conflict') where one of the two was changed meanwhile */
export async function mergeCases(ctx: Context, caseId: CaseId, merge: Merge): Promise<Rearranged> {
  const by = whoActs(ctx)
  await unlessMayRearrange(ctx, merge.into)
  const { from, to } = await lockBoth(
    ctx,
    { caseId, version: merge.version },
    { caseId: merge.into, version: merge.intoVersion },
  )
  const letters = await takeBackLetters(ctx, from, to)
  const promises = await joinPromises(ctx, from, to)
  doneOr409(await changeLocked(ctx, from, { do: 'merge-into', by, into: merge.into }))
  const { ownerStaffId, aboutStaffIds, acknowledgedAt } = from.kept.current
  const taking = { what: 'case', from: caseId, ownerStaffId, aboutStaffIds, acknowledgedAt } as const
  const done = doneOr409(await changeLocked(ctx, to, { do: 'take-in', by, taking }))
  await hearAgain(ctx.db, merge.into)
  const was = { promises, letters, messages: [] }
  const { rearrangementId } = await noteRearrangement(ctx, {
    ...{ kind: 'merge', from: from.kept, to: to.kept, version: done.version, was },
  })
  await announceBroken(ctx, merge.into)
  return { ...done, rearrangementId, caseId: merge.into }
}

/** The clocks of both as they stand, and then those of both in one case; answers how they stood. */
export async function joinPromises(ctx: Context, from: LockedCase, to: LockedCase): Promise<Was['promises']> {
  const [came, stayed] = [await promisesOfCase(ctx.db, from.kept.caseId), await promisesOfCase(ctx.db, to.kept.caseId)]
  // The customer has written: whoever waited for them waits no longer.
  for (const { kept, floor } of [from, to])
    if (kept.current.state === 'waiting-for-customer') await endPause(ctx, kept.caseId, floor, ctx.now())
  const terms = {
    into: to.kept.caseId,
    at: ctx.now(),
    isAcknowledged: (from.kept.current.acknowledgedAt ?? to.kept.current.acknowledgedAt) !== null,
  }
  const [comes, stays] = [await promisesOfCase(ctx.db, from.kept.caseId), await promisesOfCase(ctx.db, to.kept.caseId)]
  await saveMoved(ctx.db, mergedPromises(comes, stays, terms))
  return [...came, ...stayed].filter(isOwed).map(promiseBefore)
}

/** Nobody is told twice that we have it, nor who answers for what ends here. One that is being sent this moment is waited for. */
async function takeBackLetters(ctx: Context, from: LockedCase, to: LockedCase): Promise<Was['letters']> {
  const [ofFrom, ofTo] = [
    await lettersOnTheirWay(ctx.db, from.kept.caseId),
    await lettersOnTheirWay(ctx.db, to.kept.caseId),
  ]
  const isAcknowledgement = ({ meaning }: LetterOnItsWay) => meaning === 'acknowledgement'
  const isToldByTo = to.kept.current.acknowledgedAt !== null || ofTo.some(isAcknowledgement)
  const back = [
    ...ofFrom.filter((letter) => letter.meaning === 'owner-changed' || (isAcknowledgement(letter) && isToldByTo)),
    ...ofTo.filter((letter) => isAcknowledgement(letter) && from.kept.current.acknowledgedAt !== null),
  ]
  return withdrawAll(ctx, back)
}

/** @throws Refusal('wrong-state') for one that is being sent */
export async function withdrawAll(ctx: Context, letters: readonly LetterOnItsWay[]): Promise<Was['letters']> {
  const back: Was['letters'][number][] = []
  for (const { messageId, state, dueAt } of letters) {
    if (state === 'sending' || !(await withdrawLetter(ctx, messageId, 'The customer hears it from another case.')))
      throw new Refusal('wrong-state', 'A letter to the customer is leaving this moment. Try again in a minute.')
    back.push({ messageId, state, dueAt: dueAt.toISOString() })
  }
  return back
}
