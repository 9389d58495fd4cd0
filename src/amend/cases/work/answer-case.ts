// The owner answers. The letter is queued with the change in one transaction; it counts once the next server has taken it.
import type { Context } from '../../../platform/context/context.ts'
import { Refusal } from '../../../shared/errors.ts'
import { sendLetter } from '../../../hear/conversations/send-letter.ts'
import type { CaseId, FileId } from '../../../shared/ids.ts'
import { say } from '../../../shared/say.ts'
import { copiesTo } from '../letters/copies-to.ts'
import { changeLocked, doneOr409, lockForChange, unlessSameVersion } from '../change-case.ts'
import { countMessage, letterState } from '../case-message.sql.ts'
import type { Finding } from '../case.rules.ts'
import type { CommandDone } from '../case.schema.ts'
import { saveLastWord } from '../case.sql.ts'
import { removeDraft } from './draft.sql.ts'
import { unfilledIn } from '../blocks/block.rules.ts'
import { noteSentAnyway } from '../guard/note-sent-anyway.ts'
import { letterFacts } from '../letters/letter-facts.sql.ts'
import { filesNotSent } from '../page/said.sql.ts'
import { whoActs } from './take-case.ts'

export interface AnswerGiven {
  readonly version: number
  readonly text: string
  readonly final: boolean
  readonly finding: Finding | null
  readonly evidence: string | null
  readonly fileIds: readonly FileId[]
  /** Addresses that get a copy; nobody where absent. */
  readonly copies?: readonly string[]
}

/** @throws Refusal('conflict') over another version, Refusal('wrong-state') where the rules or the mailbox say no; the draft stays then */
export async function answerCase(ctx: Context, caseId: CaseId, given: AnswerGiven): Promise<CommandDone> {
  const by = whoActs(ctx)
  const locked = await lockForChange(ctx, caseId)
  const { kept } = locked
  unlessSameVersion(kept, given.version)
  unlessUnfilled(given.text)
  await unlessFilesGone(ctx, given.fileIds)
  const people = { duty: kept.current.dutyStaffId, owner: kept.current.ownerStaffId }
  const { number } = await letterFacts(ctx.db, caseId, people)
  const copies = await copiesTo(ctx, kept, given.copies ?? [])
  await noteSentAnyway(ctx, kept, given.text)
  const messageId = await sendLetter(ctx, {
    ...{ conversationId: kept.conversationId, kind: 'answer', staffId: by, inReplyTo: null },
    ...{
      subject: say('letter.answer.subject', { matter: kept.matter, number }),
      text: given.text,
      fileIds: given.fileIds,
      copies,
      leavesAt: new Date(ctx.now().getTime() + ctx.house.letterHoldMs),
    },
  })
  const letter = await letterState(ctx.db, messageId)
  if (letter?.state === 'refused' || letter?.state === 'held')
    throw new Refusal('wrong-state', letter.error ?? 'The letter cannot be sent.')
  const { final, finding, evidence } = given
  const done = doneOr409(await changeLocked(ctx, locked, { do: 'answer', by, messageId, final, finding, evidence }))
  await countMessage(ctx.db, ctx.organizationId, { messageId, caseId, meaning: 'answer' }, ctx.now())
  await saveLastWord(ctx.db, caseId, { at: ctx.now(), direction: 'out', text: given.text })
  await removeDraft(ctx.db, caseId, by, 'reply')
  ctx.emit({ kind: 'message.queued', messageId, caseId })
  return done
}

function unlessUnfilled(text: string): void {
  const unfilled = unfilledIn(text)
  if (unfilled.length === 0) return
  throw new Refusal('invalid', `Something is still to be filled in: ${unfilled.join(', ')}.`, {
    '/text': 'has a variable in braces',
  })
}

async function unlessFilesGone(ctx: Context, fileIds: readonly FileId[]): Promise<void> {
  const free = new Set(await filesNotSent(ctx.db, fileIds))
  if (fileIds.every((fileId) => free.has(fileId))) return
  throw new Refusal('invalid', 'A file of this answer is no longer here. Add it again.', {
    '/fileIds': 'names a file that is gone',
  })
}
