// Takes an answer back in the seconds before it leaves: its letter is cancelled, its words are a draft again, its files are free to go with another.
import { freeAttachments } from '../../../hear/conversations/message.sql.ts'
import { withdrawLetter } from '../../../hear/conversations/withdraw-letter.ts'
import { forgetMessageOnTimeline } from '../../../hear/customers/interaction.sql.ts'
import type { Context } from '../../../platform/context/context.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { CaseId, MessageId } from '../../../shared/ids.ts'
import { changeLocked, doneOr409, lockForChange } from '../change-case.ts'
import type { AnswerRecalled } from '../case.schema.ts'
import { findLastWord } from '../case.sql.ts'
import { wholeMessageOf } from '../page/said.sql.ts'
import { joinDraft } from './draft.sql.ts'
import { whoActs } from './take-case.ts'

/** Whatever version of the case they saw: what is taken back is named by its message, and nothing that happened since hangs on it.
 * What they have begun to write meanwhile stays, behind the words that come back.
 * @throws Refusal('not-found') for no answer of this case, Refusal('wrong-state') once it has left or for somebody else's */
export async function recallAnswer(ctx: Context, caseId: CaseId, messageId: MessageId): Promise<AnswerRecalled> {
  const by = whoActs(ctx)
  const locked = await lockForChange(ctx, caseId)
  const said = await wholeMessageOf(ctx.db, messageId)
  const isAnswer = locked.kept.current.answers.some((answer) => answer.messageId === messageId)
  if (said === null || !isAnswer) throw new Refusal('not-found', 'There is no such answer in this case.')
  const change = await changeLocked(ctx, locked, { do: 'recall-answer', by, messageId })
  const done = doneOr409(change)
  // Should it have left meanwhile, or not fit into the draft, all of this is undone.
  if (!(await withdrawLetter(ctx, messageId, 'It was taken back before it left.')))
    throw new Refusal('wrong-state', 'This answer has just left. Write again to correct it.')
  await freeAttachments(ctx.db, messageId)
  await forgetMessageOnTimeline(ctx.db, change.kept.customerId, messageId)
  await findLastWord(ctx.db, caseId)
  const draft = { caseId, staffId: by, kind: 'reply', text: said.text } as const
  if (!(await joinDraft(ctx.db, ctx.organizationId, draft, ctx.now())))
    throw new Refusal(
      'wrong-state',
      'This answer and the reply you are writing are too long together. Shorten the reply first.',
    )
  return { ...done, text: said.text }
}
