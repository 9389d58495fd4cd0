// What the desk writes, and what customers write back: each letter put together for one story.
import type { Facts } from './facts.ts'
import { factsFor } from './facts.ts'
import { afterComma, voiceOf } from './first-message.ts'
import { asSentence } from './speaking.ts'
import type { Voice } from './speaking.ts'
import type { Colleague } from './staff.ts'
import { texts } from './texts/texts.ts'
import type { CauseTexts, DeskManners } from './texts/shape.ts'
import type { Story, Town } from './town.ts'

/** The desk speaks to a man or a woman, formally in every language. */
const toThem = ({ person }: Story, facts: Facts): Voice => ({ facts, isSecond: person.isWoman })

export const deskOf = ({ person }: Story): DeskManners => texts[person.language].desk
export const causeTexts = ({ person, about }: Story): CauseTexts | null =>
  'cause' in about ? texts[person.language].causes[about.cause.key] : null

/** One letter of the desk: how it opens, what it says, and whether it offers anything. */
export interface Wording {
  readonly opening: string
  readonly body: string
  readonly isFinal: boolean
  /** Something was done for them, so that more may be offered and asked. */
  readonly isAmends: boolean
}

export function deskLetter(
  town: Town,
  story: Story,
  facts: Facts,
  by: Colleague,
  at: number,
  { opening, body, isAmends }: Wording,
): string {
  const { speaker, chance } = town
  const desk = deskOf(story)
  const voice = toThem(story, factsFor(town, facts, story, by, at))
  const say = (line: string) => speaker.say(line, voice)
  const sentence = (line: string) => asSentence(say(line))
  const paragraphs = isRunningOn(opening)
    ? [`${say(opening)} ${say(body)}`.trim()]
    : chance.happens(0.5)
      ? [say(opening), sentence(body)]
      : [`${say(opening)} ${sentence(body)}`]
  if (isAmends && chance.happens(0.22)) paragraphs.push(sentence(speaker.deal(desk.gesture)))
  if (isAmends && chance.happens(0.6)) paragraphs.push(sentence(speaker.deal(desk.invitation)))
  const told = paragraphs.map((one) => one.trim()).filter((one) => one !== '')
  const text = told.join('\n\n')
  const { language } = story.person
  const start = language === 'de' ? afterComma(text) : language === 'it' ? text : asSentence(text)
  return `${say(speaker.deal(desk.greeting))}\n\n${start}\n\n${say(speaker.deal(desk.end))}`
}

/** Whether the sentence goes on after it in small letters. */
const isRunningOn = (opening: string): boolean => opening === '' || /[:,]$/.test(opening)

/** A plain sentence of the desk, for acknowledgements and reasons. */
export const deskSays = (town: Town, story: Story, facts: Facts, by: Colleague, at: number, line: string): string =>
  town.speaker.say(line, toThem(story, factsFor(town, facts, story, by, at)))

/** What the customer writes back: one line, now and then with a name below. */
export function customerLine(town: Town, story: Story, facts: Facts, by: Colleague, at: number, line: string): string {
  const { speaker, chance } = town
  const voice = voiceOf(story.person, factsFor(town, facts, story, by, at))
  const said = asSentence(speaker.say(line, voice))
  const isSigned = /\{(first|name)\}/.test(line) || said.length < 20
  return isSigned || !chance.happens(0.35)
    ? said
    : `${said}\n\n${speaker.say(speaker.deal(texts[story.person.language].manners.bye), voice)}`
}
