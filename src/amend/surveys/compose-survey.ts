// The letter that asks how somebody was treated. Nothing of what they wrote is in it, and nothing that steers their answer.
import { linkPlace } from '../../hear/conversations/letter-link.ts'
import { say } from '../../shared/say.ts'
import { firstName, nameToGreet } from '../cases/letters/greeting.rules.ts'
import { wallTime } from '../cases/letters/wall-time.rules.ts'

export interface SurveyLetterFacts {
  readonly number: string
  readonly customerName: string
  readonly company: string
  readonly timeZone: string
  readonly ownerName: string
}

export function composeSurvey(
  { number, customerName, company, timeZone, ownerName }: SurveyLetterFacts,
  closesAt: Date,
): { readonly subject: string; readonly text: string } {
  const name = nameToGreet(customerName)
  const greeting = name === null ? say('letter.greeting-unnamed') : say('letter.greeting', { name })
  const until = wallTime(closesAt, timeZone)
  return {
    subject: say('letter.survey.subject', { number }),
    text: say('letter.survey.text', {
      ...{ greeting, number, company, until, owner: firstName(ownerName) },
      ...{ link: linkPlace, stop: `${linkPlace}/unsubscribe` },
    }),
  }
}
