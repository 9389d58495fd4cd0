// What became of a letter of ours: accepted by the next server, or come back. Only then does it count for the case.
import type { Context } from '../../platform/context/context.ts'
import type { MessageId } from '../../shared/ids.ts'
import { changeCase } from './change-case.ts'
import type { CaseCommand } from './case-commands.rules.ts'
import { countedAs, letterState } from './case-message.sql.ts'

/** Tells the case that the next server took this letter. Letters of no case, and those not sent, change nothing. */
export async function countLetterSent(ctx: Context, messageId: MessageId): Promise<void> {
  const [counted, letter] = [await countedAs(ctx.db, messageId), await letterState(ctx.db, messageId)]
  if (!counted || letter?.state !== 'sent' || letter.settledAt === null) return
  const command = acceptedCommand(counted.meaning, messageId, letter.settledAt)
  if (!command) return
  await changeCase(ctx, counted.caseId, command)
  // An answer tells the customer all that an acknowledgement would have.
  if (command.do === 'answer-accepted')
    await changeCase(ctx, counted.caseId, { do: 'acknowledge', acceptedAt: letter.settledAt })
}

/** Tells the case that this letter came back. */
export async function countLetterBounced(ctx: Context, messageId: MessageId): Promise<void> {
  const counted = await countedAs(ctx.db, messageId)
  const command = counted && bouncedCommand(counted.meaning, messageId)
  if (counted && command) await changeCase(ctx, counted.caseId, command)
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
