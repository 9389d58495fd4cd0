// Messages that are about something else become a case of their own: with its own number and promises, counted from when the first of them came.
import { codeOf } from '../../../hear/conversations/code.rules.ts'
import { beginBeside, moveMessages } from '../../../hear/conversations/move-message.sql.ts'
import { kindOf } from '../../../hear/understanding/kind.rules.ts'
import type { Context } from '../../../platform/context/context.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { CaseId, MessageId } from '../../../shared/ids.ts'
import { changeLocked, doneOr409, type LockedCase, lockForChange, unlessSameVersion } from '../change-case.ts'
import { type CountedHere, countedHere, lockHeardMessage, recount } from '../case-message.sql.ts'
import { findCase } from '../case.sql.ts'
import { hearAgain } from '../hear-again.ts'
import { openCase } from '../open-case.ts'
import { noteRearrangement } from './rearrange.ts'
import type { Rearranged } from './rearrangement.schema.ts'
import { whoActs } from '../work/take-case.ts'

export interface Split {
  readonly version: number
  readonly messageIds: readonly MessageId[]
}

/** @throws Refusal('invalid') for a message that cannot leave, Refusal('wrong-state'), Refusal('conflict') over another version */
export async function splitCase(ctx: Context, caseId: CaseId, { version, messageIds }: Split): Promise<Rearranged> {
  const by = whoActs(ctx)
  const locked = await lockForChange(ctx, caseId)
  unlessSameVersion(locked.kept, version)
  const messages = await messagesToMove(ctx, caseId, messageIds)
  const split = await openBeside(ctx, locked, messages)
  await recount(
    ctx.db,
    messages.slice(1).map((one) => ({ ...one, caseId: split })),
  )
  doneOr409(await changeLocked(ctx, locked, { do: 'part-with', by, parting: { what: 'split', other: split } }))
  await hearAgain(ctx.db, caseId)
  await hearAgain(ctx.db, split)
  const kept = await findCase(ctx.db, split)
  if (!kept) throw new Error('a case that was just opened is not there')
  const { version: newVersion, state } = kept.current
  const { rearrangementId } = await noteRearrangement(ctx, {
    ...{ kind: 'split', from: locked.kept, to: kept, version: newVersion },
    was: { promises: [], letters: [], messages: messages.map(({ isOpening: _isOpening, ...one }) => one) },
  })
  return { rearrangementId, caseId: split, version: newVersion, state }
}

/** Messages of the customer in this case, the earliest first. What opened a case is what it is about, and stays.
 * @throws Refusal('invalid') */
export async function messagesToMove(
  ctx: Context,
  caseId: CaseId,
  messageIds: readonly MessageId[],
): Promise<readonly [CountedHere, ...CountedHere[]]> {
  const wanted = [...new Set(messageIds)]
  const found = await countedHere(ctx.db, caseId, wanted)
  const [first, ...others] = found
  const no = (sentence: string) => new Refusal('invalid', sentence, { '/messageIds': sentence })
  if (first === undefined || found.length !== wanted.length)
    throw no('Only messages of the customer that are in this case can leave it.')
  if (found.some(({ isOpening }) => isOpening))
    throw no('The message that opened a case stays with it. Merge the whole case instead.')
  return [first, ...others]
}

async function openBeside(
  ctx: Context,
  { kept }: LockedCase,
  messages: readonly [CountedHere, ...CountedHere[]],
): Promise<CaseId> {
  const [first] = messages
  const heard = await lockHeardMessage(ctx.db, first.messageId)
  if (!heard) throw new Error('a counted message is not there')
  const conversationId = ctx.newId<'conversation'>()
  await beginBeside(ctx.db, first.conversationId, {
    ...{ conversationId, code: codeOf(conversationId), openedBy: first.messageId, at: ctx.now() },
  })
  await moveMessages(
    ctx.db,
    messages.map(({ messageId }) => messageId),
    conversationId,
  )
  const meaning = kindOf(heard.subject, heard.text)
  const { dutyStaffId, ownerStaffId, acknowledgedAt, aboutStaffIds } = kept.current
  const opened = await openCase(ctx, { ...heard, conversationId, meaning }, aboutStaffIds, {
    ...{ dutyStaffId, ownerStaffId, acknowledgedAt },
  })
  await recount(ctx.db, [{ messageId: first.messageId, caseId: opened, meaning }])
  return opened
}
