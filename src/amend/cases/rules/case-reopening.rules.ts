// What a customer's words do to a case, and how it is opened again. Earlier times stay as they are; a round is only added.
import type { CaseCommand } from './case-commands.rules.ts'
import { changed, endOfPause, isBlank, record, refused, unchanged } from './case-decision.rules.ts'
import type { CaseDecision } from './case-decision.rules.ts'
import type { CaseEffect, CaseEvent } from './case-effects.rules.ts'
import { endedElsewhere } from './case-elsewhere.rules.ts'
import { resolvedByCustomer } from './case-ends.rules.ts'
import { unlessOwner } from './case-owner.rules.ts'
import { isUnderWay } from './case-waiting.rules.ts'
import { isOnItsWay } from '../case.rules.ts'
import type { Answer, Case } from '../case.rules.ts'
import type { MessageId } from '../../../shared/ids.ts'

type Command<K extends CaseCommand['do']> = Extract<CaseCommand, { readonly do: K }>

/** Answers that have not left cannot answer what the customer says now. */
const crossing = (answers: readonly Answer[]): readonly Answer[] =>
  answers.map((answer) => (isOnItsWay(answer) ? { ...answer, crossed: true } : answer))

/** The change that opens a case again, with its short clock and a new final answer due. */
export function reopening(
  current: Case,
  at: Date,
  event: Partial<Pick<CaseEvent, 'by' | 'words' | 'about'>>,
): { change: Partial<Case>; effects: readonly CaseEffect[] } {
  return {
    change: {
      state: 'in-progress',
      reopenings: [...current.reopenings, at],
      isReopened: true,
      silenceNotices: [],
      noticeQueuedAt: null,
      waitingUntil: null,
      answers: crossing(current.answers),
    },
    effects: [
      // A short clock that runs already runs on.
      ...(current.isReopened ? [] : [{ do: 'make-promise', kind: 'still-broken-answer', from: at } as const]),
      { do: 'make-promise', kind: 'final-answer', from: at },
      record('reopened', at, event),
    ],
  }
}

export function decideCustomerWrote(current: Case, command: Command<'customer-wrote'>, at: Date): CaseDecision {
  const { messageId, meaning } = command
  switch (meaning) {
    case 'new-matter':
      return aNewMatter(current, messageId, at)
    case 'thanks':
      return current.state === 'answered'
        ? resolvedByCustomer(current, { by: null, reason: null }, at)
        : unchanged('Thanks change nothing here.')
    case 'still-broken':
    case 'new-information':
      return wantsUsToLook(current, command, at)
  }
}

const aNewMatter = (current: Case, messageId: MessageId, at: Date): CaseDecision =>
  changed(current, at, {}, [{ do: 'open-new-case', messageId }, record('new-matter', at, { about: messageId })])

function wantsUsToLook(current: Case, { messageId, meaning }: Command<'customer-wrote'>, at: Date): CaseDecision {
  // Nobody here knows that case, so nobody could take it up: what is said now is heard as a matter of its own.
  if (endedElsewhere(current)) return aNewMatter(current, messageId, at)
  const heard = record('customer-wrote', at, { words: meaning, about: messageId })
  if (current.ownerStaffId === null) return unchanged('The case is open and will be read with all that was written.')
  if (!isUnderWay(current)) {
    const { change, effects } = reopening(current, at, { words: meaning, about: messageId })
    return changed(current, at, change, [heard, ...effects])
  }
  if (current.state === 'in-progress' && !current.answers.some((answer) => isOnItsWay(answer) && !answer.crossed)) {
    return unchanged('The case is being worked on already.')
  }
  return changed(current, at, { state: 'in-progress', waitingUntil: null, answers: crossing(current.answers) }, [
    ...endOfPause(current, at),
    heard,
  ])
}

/** Somebody here sees that the matter is not settled after all. */
export function decideReopen(current: Case, { by, reason }: Command<'reopen'>, at: Date): CaseDecision {
  const stranger = unlessOwner(current, by)
  if (stranger !== null) return stranger
  if (isUnderWay(current)) return unchanged('It is open.')
  if (isBlank(reason)) return refused('no-reasons', 'Say why the case is opened again.')
  const { change, effects } = reopening(current, at, { by, words: reason })
  return changed(current, at, change, effects)
}
