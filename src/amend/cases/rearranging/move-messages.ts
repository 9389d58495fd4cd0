// Messages of the customer that belong to another case of theirs go there, with their files. What either case owes stays as it is.
import { moveMessages as moveToConversation } from '../../../hear/conversations/move-message.sql.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { CaseId, MessageId } from '../../../shared/ids.ts'
import { changeLocked, doneOr409 } from '../change-case.ts'
import { recount } from '../case-message.sql.ts'
import { hearAgain } from '../hear-again.ts'
import { lockBoth, noteRearrangement, unlessMayRearrange } from './rearrange.ts'
import type { Rearranged } from './rearrangement.schema.ts'
import { messagesToMove } from './split-case.ts'
import { whoActs } from '../work/take-case.ts'

export interface Move {
  readonly version: number
  readonly messageIds: readonly MessageId[]
  readonly to: CaseId
  readonly toVersion: number
}

/** @throws Refusal('invalid') for a message that cannot leave, Refusal('wrong-state') where the other case cannot take it, Refusal('conflict') */
export async function moveMessages(ctx: Context, caseId: CaseId, move: Move): Promise<Rearranged> {
  const by = whoActs(ctx)
  await unlessMayRearrange(ctx, move.to)
  const { from, to } = await lockBoth(
    ctx,
    { caseId, version: move.version },
    { caseId: move.to, version: move.toVersion },
  )
  const messages = await messagesToMove(ctx, caseId, move.messageIds)
  const messageIds = messages.map(({ messageId }) => messageId)
  await moveToConversation(ctx.db, messageIds, to.kept.conversationId)
  await recount(
    ctx.db,
    messages.map((one) => ({ ...one, caseId: move.to })),
  )
  const { ownerStaffId, aboutStaffIds, acknowledgedAt } = from.kept.current
  const taking = { what: 'messages', from: caseId, ownerStaffId, aboutStaffIds, acknowledgedAt } as const
  doneOr409(await changeLocked(ctx, from, { do: 'part-with', by, parting: { what: 'move', other: move.to } }))
  const done = doneOr409(await changeLocked(ctx, to, { do: 'take-in', by, taking }))
  await hearAgain(ctx.db, caseId)
  await hearAgain(ctx.db, move.to)
  const was = { promises: [], letters: [], messages: messages.map(({ isOpening: _isOpening, ...one }) => one) }
  const { rearrangementId } = await noteRearrangement(ctx, {
    ...{ kind: 'move', from: from.kept, to: to.kept, version: done.version, was },
  })
  // Whoever answers for the other case hears that its customer wrote.
  for (const messageId of messageIds.slice(-1))
    ctx.emit({ kind: 'customer.answered', caseId: move.to, messageId, byStaffId: by })
  return { ...done, rearrangementId, caseId: move.to }
}
