// What a merge, a split, a move and their undo have in common: both cases locked and looked at, and what was done written down.
import { mayDo } from '../../../platform/access/access.rules.ts'
import { recordAudit } from '../../../platform/audit/record-audit.ts'
import type { Context } from '../../../platform/context/context.ts'
import { noteInteraction } from '../../../hear/customers/note-interaction.ts'
import { onePerson } from '../../../hear/customers/person/person-link.sql.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { brokenPromises } from '../../promises/renewal.sql.ts'
import type { Beside } from '../rules/case-merging.rules.ts'
import type { KeptCase } from '../case-columns.ts'
import type { Case } from '../case.rules.ts'
import { type LockedCase, lockForChange, unlessSameVersion } from '../change-case.ts'
import { addRearrangement, casePrefix, type Rearrangement, type Was, type WrittenBeside } from './rearrangement.sql.ts'
import { caseRelation } from '../page/see-case.ts'
import { whoActs } from '../work/take-case.ts'

/** A case and the version that whoever asks has seen. */
export interface Seen {
  readonly caseId: CaseId
  readonly version: number
}

/** Whoever changes one case by another must have the right to both. @throws Refusal('not-allowed'), Refusal('not-found') */
export async function unlessMayRearrange(ctx: Context, caseId: CaseId): Promise<void> {
  if (mayDo(ctx.actor, 'case.rearrange', await caseRelation(ctx, caseId))) return
  throw new Refusal('not-allowed', 'The other case is a colleague’s. Ask its owner, or a lead.')
}

/** Both in the order of their identifiers, so that nobody waits for each other.
 * @throws Refusal('wrong-state') for one case, or the cases of two customers; Refusal('conflict') where one was changed meanwhile */
export async function lockBoth(
  ctx: Context,
  from: Seen,
  to: Seen,
): Promise<{ readonly from: LockedCase; readonly to: LockedCase }> {
  if (from.caseId === to.caseId) throw new Refusal('wrong-state', 'Choose another case than this one.')
  const locked = await lockInOrder(ctx, from.caseId, to.caseId)
  await unlessOfOneCustomer(ctx, locked.from.kept, locked.to.kept)
  unlessSameVersion(locked.from.kept, from.version)
  unlessSameVersion(locked.to.kept, to.version)
  return locked
}

export async function lockInOrder(
  ctx: Context,
  from: CaseId,
  to: CaseId,
): Promise<{ readonly from: LockedCase; readonly to: LockedCase }> {
  const first = await lockForChange(ctx, from < to ? from : to)
  const second = await lockForChange(ctx, from < to ? to : from)
  return from < to ? { from: first, to: second } : { from: second, to: first }
}

/** Two customers who are one person count as one. */
export async function unlessOfOneCustomer(ctx: Context, one: KeptCase, other: KeptCase): Promise<void> {
  if (one.customerId === other.customerId) return
  if ((await onePerson(ctx.db, one.customerId)).includes(other.customerId)) return
  throw new Refusal(
    'wrong-state',
    'These cases are of two customers. What one wrote never goes to the case of another.',
  )
}

export const besideOf = ({ state, waitingUntil, aboutStaffIds, acknowledgedAt }: Case): WrittenBeside => ({
  ...{ state, aboutStaffIds },
  ...{ waitingUntil: waitingUntil?.toISOString() ?? null, acknowledgedAt: acknowledgedAt?.toISOString() ?? null },
})

export const readBeside = ({ waitingUntil, acknowledgedAt, ...beside }: WrittenBeside): Beside => ({
  ...beside,
  waitingUntil: waitingUntil === null ? null : new Date(waitingUntil),
  acknowledgedAt: acknowledgedAt === null ? null : new Date(acknowledgedAt),
})

interface Done {
  readonly kind: Rearrangement['kind']
  /** Both cases as they stood before, and the version of the second as it stands now. */
  readonly from: KeptCase
  readonly to: KeptCase
  readonly version: number
  readonly was: Pick<Was, 'promises' | 'messages' | 'letters'>
}

const actions = { merge: 'case.merged', split: 'case.split', move: 'case.messages-moved' } as const

/** Writes down what was done: for the undo, in the audit, and on the customer's timeline. */
export async function noteRearrangement(ctx: Context, { kind, from, to, version, was }: Done): Promise<Rearrangement> {
  const one = {
    ...{ rearrangementId: ctx.newId<'rearrangement'>(), kind, from: from.caseId, to: to.caseId, by: whoActs(ctx) },
    ...{ at: ctx.now(), messageIds: was.messages.map(({ messageId }) => messageId) },
    was: {
      ...was,
      answers: { from: from.current.answers.length, to: to.current.answers.length },
      to: { beside: besideOf(to.current), version },
    },
  }
  await addRearrangement(ctx.db, ctx.organizationId, one)
  await recordAudit(ctx, actions[kind], { kind: 'case', id: from.caseId }, { to: to.caseId, messages: one.messageIds })
  await onTimeline(ctx, kind, from, to)
  return { ...one, undoneAt: null }
}

export async function onTimeline(ctx: Context, what: string, from: KeptCase, to: KeptCase): Promise<void> {
  const prefix = await casePrefix(ctx.db)
  const numberOf = ({ number }: KeptCase) => `${prefix}-${String(number)}`
  noteInteraction(ctx, {
    ...{ customerId: from.customerId, kind: 'case', caseId: to.caseId },
    details: { what, from: numberOf(from), to: numberOf(to) },
  })
}

/** What broke and was not told of is told of by the case that owes it now. */
export async function announceBroken(ctx: Context, caseId: CaseId): Promise<void> {
  const untold = (await brokenPromises(ctx.db, caseId)).find(({ isOwed, toldAt }) => isOwed && toldAt === null)
  if (untold) ctx.emit({ kind: 'promise.broken', promiseId: untold.promiseId, caseId })
}
