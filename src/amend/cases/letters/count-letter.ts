// What became of a letter of ours: accepted by the next server, or come back. Only then does it count for the case.
// A clock that was put back never loses that: the letter counts from when it was written, and the job waits until the clock has caught up.
import type { Context } from '../../../platform/context/context.ts'
import type { MessageId } from '../../../shared/ids.ts'
import { changeLocked, type LockedCase, lockForChange, lockStanding } from '../change-case.ts'
import type { CaseCommand } from '../rules/case-commands.rules.ts'
import { hearOutsideReturned } from '../outside/hear-outside.ts'
import { tellLate } from './tell-late.ts'
import { countedAs, countedLetter } from '../case-message.sql.ts'

/** Tells the case that the next server took this letter. Letters of no case, and those not sent, change nothing. */
export async function countLetterSent(ctx: Context, messageId: MessageId): Promise<void> {
  const letter = await countedLetter(ctx.db, messageId)
  if (letter?.state !== 'sent' || letter.settledAt === null) return
  const locked = await lockStanding(ctx, letter.caseId)
  const command = acceptedCommand(letter.meaning, messageId, notBefore(writtenAt(locked, messageId), letter.settledAt))
  if (!command) return
  const changed = await tell(ctx, locked, command)
  // An answer tells the customer all that an acknowledgement would have.
  if (command.do === 'answer-accepted')
    await tell(ctx, changed, {
      do: 'acknowledge',
      acceptedAt: notBefore(changed.kept.current.receivedAt, command.acceptedAt),
    })
}

/** Tells the case that this letter came back. */
export async function countLetterBounced(ctx: Context, messageId: MessageId): Promise<void> {
  const counted = await countedAs(ctx.db, messageId)
  if (counted?.meaning === 'enquiry') return hearOutsideReturned(ctx, messageId)
  const command = counted && bouncedCommand(counted.meaning, messageId)
  if (!counted || !command) return
  const { kept } = await tell(ctx, await lockForChange(ctx, counted.caseId), command)
  if (command.do === 'answer-bounced' && kept.current.merged !== null)
    await tell(ctx, await lockStanding(ctx, counted.caseId), { do: 'merged-answer-bounced', messageId })
  // An answer on its way kept us from saying that we are late.
  if (command.do === 'answer-bounced') await tellLate(ctx, counted.caseId)
}

/** The case as it stands afterwards. @throws when the case will not hear it now: the job tries again, and is shown if it never will */
async function tell(ctx: Context, locked: LockedCase, command: CaseCommand): Promise<LockedCase> {
  const { decision, kept } = await changeLocked(ctx, locked, command)
  if (decision.outcome === 'refused') throw new Error(`a case did not hear of its letter: ${decision.sentence}`)
  return { ...locked, kept }
}

const notBefore = (earliest: Date, at: Date): Date => (at < earliest ? earliest : at)

/** No letter is accepted before it was written, whatever the clock said meanwhile. */
function writtenAt({ kept: { current } }: LockedCase, messageId: MessageId): Date {
  const answer = current.answers.find((one) => one.messageId === messageId)
  return answer?.writtenAt ?? current.noticeQueuedAt ?? current.receivedAt
}

function acceptedCommand(meaning: string, messageId: MessageId, acceptedAt: Date): CaseCommand | null {
  switch (meaning) {
    case 'answer':
      return { do: 'answer-accepted', messageId, acceptedAt }
    case 'acknowledgement':
      return { do: 'acknowledge', acceptedAt }
    case 'silence-notice':
      return { do: 'notice-accepted', acceptedAt }
    default:
      return null
  }
}

function bouncedCommand(meaning: string, messageId: MessageId): CaseCommand | null {
  switch (meaning) {
    case 'answer':
      return { do: 'answer-bounced', messageId }
    case 'acknowledgement':
    case 'silence-notice':
    case 'rejection':
      return { do: 'letter-bounced', letter: meaning }
    default:
      return null
  }
}
