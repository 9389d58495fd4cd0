// The words of letters that leave by themselves. Nothing of what the customer wrote is in them, not even their subject.
import { say } from '../../../shared/say.ts'
import type { Letter } from '../rules/case-effects.rules.ts'
import type { PromiseKind } from '../../promises/promise.rules.ts'
import { firstName, nameToGreet } from './greeting.rules.ts'
import { wallTime } from './wall-time.rules.ts'

export interface LetterFacts {
  readonly number: string
  readonly customerName: string
  /** Whether the message that opened the case proved who wrote it. */
  readonly isProved: boolean
  readonly company: string
  readonly timeZone: string
  readonly dutyName: string
  readonly ownerName: string | null
  readonly firstAnswerDue: Date | null
  readonly finalAnswerDue: Date | null
  /** The promises that the customer is told we broke, and until when each is promised now. */
  readonly late: readonly { readonly kind: PromiseKind; readonly was: Date; readonly now: Date }[]
}

export interface Composed {
  readonly subject: string
  readonly text: string
}

/** Subject and text of a letter. `words` are a person's, for a rejection: reasons and recourse. */
export function composeLetter(letter: Letter, facts: LetterFacts, words: readonly string[]): Composed {
  const { number, company } = facts
  // A name somebody typed into the form is their words, and the letter may reach a stranger: nobody greets by it before a person has looked.
  const isUnread = letter === 'acknowledgement' || (letter === 'late' && facts.ownerName === null)
  const name = isUnread && !facts.isProved ? null : nameToGreet(facts.customerName)
  const greeting = name === null ? say('letter.greeting-unnamed') : say('letter.greeting', { name })
  const owner = firstName(facts.ownerName ?? facts.dutyName)
  switch (letter) {
    case 'acknowledgement':
      return {
        subject: say('letter.acknowledgement.subject', { number }),
        text: say('letter.acknowledgement.text', {
          ...{ greeting, number, company, duty: firstName(facts.dutyName) },
          firstAnswer: dueIn(facts.firstAnswerDue, facts.timeZone),
          finalAnswer: dueIn(facts.finalAnswerDue, facts.timeZone),
        }),
      }
    case 'owner-changed':
      return {
        subject: say('letter.owner-changed.subject', { number }),
        text: say('letter.owner-changed.text', { greeting, number, company, owner }),
      }
    case 'silence-notice':
      return {
        subject: say('letter.silence-notice.subject', { number }),
        text: say('letter.silence-notice.text', { greeting, number, company, owner }),
      }
    case 'late':
      return {
        subject: say('letter.late.subject', { number }),
        text: say('letter.late.text', { greeting, number, company, owner, lines: lateLines(facts) }),
      }
    case 'rejection':
      return {
        subject: say('letter.rejection.subject', { number }),
        text: say('letter.rejection.text', {
          ...{ greeting, number, company, owner },
          reasons: words[0] ?? '',
          recourse: words[1] ?? '',
        }),
      }
  }
}

/** A line for each promise. What a person promised is not repeated: it was said to the customer in a letter of theirs. */
const lateLines = ({ late, timeZone }: LetterFacts): string =>
  late
    .map(({ kind, was, now }) =>
      say(`letter.late.${kind}`, { was: wallTime(was, timeZone), now: wallTime(now, timeZone) }),
    )
    .join('\n')

const dueIn = (due: Date | null, timeZone: string): string =>
  due === null ? say('letter.as-soon-as-we-can') : say('letter.by', { time: wallTime(due, timeZone) })
