// Undoes a merge, a split or a move: what went goes back, and both cases stand as they did, with what has happened since.
import { moveMessages, restoreLetter } from '../../../hear/conversations/move-message.sql.ts'
import { recordAudit } from '../../../platform/audit/record-audit.ts'
import type { Context } from '../../../platform/context/context.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { moveDueTimes, sharePauses } from '../../promises/pause-clocks.ts'
import { pausesOfCase } from '../../promises/pause.sql.ts'
import { absorbed, mergedPromises, unmergedPromises } from '../../promises/promise-merging.rules.ts'
import { isOwed } from '../../promises/promise.rules.ts'
import { promisesOfCase, saveMoved } from '../../promises/promise.sql.ts'
import { changeLocked, doneOr409, type LockedCase, unlessSameVersion } from '../change-case.ts'
import { hasWrittenOf, lettersOnTheirWay, recount } from '../case-message.sql.ts'
import type { Taking } from '../rules/case-merging.rules.ts'
import { saveClock } from '../case.sql.ts'
import { hearAgain } from '../hear-again.ts'
import { withdrawAll } from './merge-cases.ts'
import { announceBroken, lockInOrder, onTimeline, readBeside, unlessMayRearrange } from './rearrange.ts'
import type { Rearranged } from './rearrangement.schema.ts'
import { findRearrangement, type Rearrangement, type RearrangementId, saveUndone } from './rearrangement.sql.ts'
import { whyItStays } from './rearrangement-undo.rules.ts'
import { whoActs } from '../work/take-case.ts'

interface Undone {
  readonly one: Rearrangement
  readonly from: LockedCase
  readonly to: LockedCase
  readonly isTold: boolean
}

/** Asked from either of the two cases. @throws Refusal('wrong-state') with the reason why it stays, Refusal('conflict'), Refusal('not-found') */
export async function undoRearrangement(
  ctx: Context,
  caseId: CaseId,
  rearrangementId: RearrangementId,
  version: number,
): Promise<Rearranged> {
  const known = await findRearrangement(ctx.db, caseId, rearrangementId)
  if (!known) throw new Refusal('not-found', 'There is nothing of this kind to undo here.')
  await unlessMayRearrange(ctx, known.from)
  await unlessMayRearrange(ctx, known.to)
  const { from, to } = await lockInOrder(ctx, known.from, known.to)
  unlessSameVersion(caseId === known.from ? from.kept : to.kept, version)
  // Once more under the locks: a colleague may have been faster.
  const one = await findRearrangement(ctx.db, caseId, rearrangementId)
  if (!one) throw new Refusal('not-found', 'There is nothing of this kind to undo here.')
  const isTold = one.kind === 'split' && (await hasWrittenOf(ctx.db, one.to))
  const stays = whyItStays({
    ...one,
    answersThen: one.was.answers,
    from: from.kept.current,
    to: to.kept.current,
    isTold,
  })
  if (stays !== null) throw new Refusal('wrong-state', stays.sentence)
  await putBack[one.kind](ctx, { one, from, to, isTold })
  for (const { kept, floor } of [from, to]) {
    await moveDueTimes(ctx, kept.caseId, floor)
    await saveClock(ctx.db, kept.caseId)
    await hearAgain(ctx.db, kept.caseId)
    await announceBroken(ctx, kept.caseId)
  }
  await saveUndone(ctx.db, rearrangementId, whoActs(ctx), ctx.now())
  await recordAudit(ctx, `case.${one.kind}-undone`, { kind: 'case', id: one.from }, { to: one.to })
  await onTimeline(ctx, `${one.kind}-undone`, from.kept, to.kept)
  const back = await lockInOrder(ctx, known.from, known.to)
  const { version: newVersion, state } = back.from.kept.current
  return { rearrangementId, caseId: one.from, version: newVersion, state }
}

const putBack: Readonly<Record<Rearrangement['kind'], (ctx: Context, undone: Undone) => Promise<void>>> = {
  merge: unmerge,
  split: unsplit,
  move: unmove,
}

async function unmerge(ctx: Context, { one, from, to }: Undone): Promise<void> {
  const by = whoActs(ctx)
  for (const { messageId, state, dueAt } of one.was.letters)
    await restoreLetter(ctx.db, messageId, { state, dueAt: new Date(dueAt) })
  const all = [...(await promisesOfCase(ctx.db, one.from)), ...(await promisesOfCase(ctx.db, one.to))]
  await saveMoved(ctx.db, unmergedPromises(all, one.was.promises))
  // A case that waited itself goes on waiting, and its clock has stood still all the while.
  if (from.kept.current.merged?.state !== 'waiting-for-customer') await sharePauses(ctx, one.to, one.from, one.at)
  doneOr409(await changeLocked(ctx, from, { do: 'undo-merge', by }))
  doneOr409(
    await changeLocked(ctx, await withReason(ctx, to, one.at), {
      do: 'give-back',
      by,
      taking: takingOf('case', from),
      was: besideThen(one, to),
    }),
  )
}

async function unmove(ctx: Context, { one, from, to }: Undone): Promise<void> {
  const by = whoActs(ctx)
  await bringBack(ctx, one)
  doneOr409(await changeLocked(ctx, from, { do: 'have-back', by, parting: { what: 'move', other: one.to } }))
  const taking = takingOf('messages', from)
  doneOr409(
    await changeLocked(ctx, await withReason(ctx, to, one.at), {
      do: 'give-back',
      by,
      taking,
      was: besideThen(one, to),
    }),
  )
}

/** The case that was split off cannot vanish: it has a number. It is merged into the one it came from, and what its customer knows of it holds there. */
async function unsplit(ctx: Context, { one, from, to, isTold }: Undone): Promise<void> {
  const by = whoActs(ctx)
  await bringBack(ctx, one)
  const at = ctx.now()
  await withdrawAll(
    ctx,
    (await lettersOnTheirWay(ctx.db, one.to)).filter(({ state }) => state !== 'sending'),
  )
  const owed = (await promisesOfCase(ctx.db, one.to)).filter(isOwed)
  const unheard = isTold ? [] : owed.filter(({ kind }) => kind !== 'given')
  await saveMoved(
    ctx.db,
    unheard.map((promise) => absorbed(promise, at)),
  )
  const comes = owed.filter((promise) => !unheard.includes(promise))
  const isAcknowledged = (from.kept.current.acknowledgedAt ?? to.kept.current.acknowledgedAt) !== null
  const stays = await promisesOfCase(ctx.db, one.from)
  await saveMoved(ctx.db, mergedPromises(comes, stays, { into: one.from, at, isAcknowledged }))
  doneOr409(await changeLocked(ctx, to, { do: 'merge-into', by, into: one.from }))
  doneOr409(await changeLocked(ctx, from, { do: 'have-back', by, parting: { what: 'split', other: one.to } }))
}

async function bringBack(ctx: Context, { was }: Rearrangement): Promise<void> {
  for (const { messageId, conversationId } of was.messages) await moveMessages(ctx.db, [messageId], conversationId)
  await recount(ctx.db, was.messages)
}

const takingOf = (what: Taking['what'], { kept }: LockedCase): Taking => ({
  ...{ what, from: kept.caseId, ownerStaffId: kept.current.ownerStaffId, aboutStaffIds: kept.current.aboutStaffIds },
  acknowledgedAt: kept.current.acknowledgedAt,
})

/** How the case stood, where nothing but this has happened to it; what has happened since stays. */
const besideThen = ({ was }: Rearrangement, { kept }: LockedCase) =>
  kept.current.version === was.to.version ? readBeside(was.to.beside) : null

/** What was waited for is written down with the pause that ended then. */
async function withReason(ctx: Context, locked: LockedCase, at: Date): Promise<LockedCase> {
  const pauses = await pausesOfCase(ctx.db, locked.kept.caseId)
  const ended = pauses.findLast(({ until }) => until?.getTime() === at.getTime())
  return { ...locked, kept: { ...locked.kept, waitingReason: ended?.reason ?? locked.kept.waitingReason } }
}
