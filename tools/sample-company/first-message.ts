// What somebody writes first: from two words to three paragraphs, in their own language and temper. No two write the same.
import { factsOf } from './facts.ts'
import type { Facts } from './facts.ts'
import { withSlips } from './slips.ts'
import { asSentence } from './speaking.ts'
import type { Voice } from './speaking.ts'
import { texts } from './texts/texts.ts'
import type { CauseTexts } from './texts/shape.ts'
import type { Person } from './people.ts'
import type { Story, Town } from './town.ts'

/** <a|b>: in German Sie or ihr, elsewhere the writer's gender. */
export const voiceOf = (person: Person, facts: Facts): Voice => ({
  facts,
  isSecond: person.language === 'de' ? person.isInformal : person.isWoman,
})

type Size = 'terse' | 'short' | 'full' | 'long'
const sizes: readonly Size[] = ['terse', 'short', 'full', 'long']
const sizeShare: Readonly<Record<Size, number>> = { terse: 0.14, short: 0.36, full: 0.34, long: 0.16 }

export interface FirstMessage {
  readonly channel: 'mail' | 'form' | 'api'
  readonly subject: string
  readonly text: string
  readonly facts: Facts
}

export function firstMessage(town: Town, story: Story): FirstMessage {
  const { chance, speaker, written } = town
  const { person, about } = story
  const facts = factsOf(town, story)
  const voice = voiceOf(person, facts)
  const channel = chance.weighted(channels, (one) => channelShare[one])
  const subjectOf = 'cause' in about ? texts[person.language].causes[about.cause.key].subject : about.request.subject
  const hasSubject = !chance.happens(channel === 'form' ? 0.25 : 0.04)
  const subject = hasSubject ? speaker.say(subjectOf, voice) : ''
  let text = ''
  for (let turn = 0; turn < 12 && (text === '' || written.has(text)); turn++) {
    const size = turn > 5 ? 'long' : chance.weighted(sizes, (one) => sizeShare[one])
    text = 'cause' in about ? complaint(town, story, voice, size) : request(town, story, voice, about.request.ask)
    if (person.isHurried && chance.happens(0.8)) text = withSlips(text, chance)
  }
  written.add(text)
  return { channel, subject, text, facts }
}

const channels = ['mail', 'form', 'api'] as const
const channelShare = { mail: 0.56, form: 0.33, api: 0.11 } as const

function complaint(town: Town, story: Story, voice: Voice, size: Size): string {
  const { chance, speaker } = town
  const { person, about, orders } = story
  if (!('cause' in about)) return ''
  const { causes, manners } = texts[person.language]
  const its: CauseTexts = causes[about.cause.key]
  const say = (line: string) => asSentence(speaker.say(line, voice))
  if (size === 'terse') return speaker.say(its.short, voice)
  const temper = person.temper === 'plain' ? null : say(speaker.deal(manners[person.temper]))
  const since = orders > 3 ? manners.loyal : orders === 1 ? manners.newcomer : null
  const history = since === null || !chance.happens(0.5) ? null : say(speaker.deal(since))
  const [fact, ask] = [say(speaker.deal(its.facts)), say(speaker.deal(its.asks))]
  if (size === 'short') return letter(town, voice, person, [[fact, chance.happens(0.35) ? temper : null, ask]])
  const told = speaker.deal(its.details)
  const detail = say(told)
  if (size === 'full')
    return letter(
      town,
      voice,
      person,
      [
        [fact, detail],
        [temper, ask],
      ].slice(0, 2),
    )
  const also = speaker.deal(its.details)
  return letter(town, voice, person, [
    [fact, detail],
    [also === told ? null : say(also), history],
    [temper, ask],
  ])
}

/** Paragraphs with a greeting above and a name below, both of which people leave out now and then. */
function letter(
  town: Town,
  voice: Voice,
  { language }: Person,
  parts: readonly (readonly (string | null)[])[],
): string {
  const { chance, speaker } = town
  const { hello, bye } = texts[language].manners
  const paragraphs = parts.map((part) => part.filter((one) => one !== null).join(' ')).filter((part) => part !== '')
  const body = paragraphs.join(chance.happens(0.8) ? '\n\n' : ' ')
  const top = chance.happens(0.75)
    ? `${speaker.say(speaker.deal(hello), voice)}\n${chance.happens(0.6) ? '\n' : ''}`
    : ''
  const end = chance.happens(0.8) ? `\n\n${speaker.say(speaker.deal(bye), voice)}` : ''
  const first = language === 'de' && top.trimEnd().endsWith(',') ? afterComma(body) : body
  return `${top}${first}${end}`
}

/** After "Guten Tag," a German sentence goes on in small letters; only words that are never nouns or names here are touched. */
const small =
  /^(Ich|Mein|Meine|Meinen|Meiner|Seit|Auf|Bei|In|Am|Die|Der|Das|Den|Für|Ihr|Wir|Laut|Aus|Nach|Zu|Zum|Vor|Ein|Eine|Heute|Gestern|Woher|Wie|Wann|Könnten|Ist|Gibt|Liefern|Was|Es|Vielen|Als|Leider|Können|Könnt|Wo|Gekauft|Einmal|Eben|Beim|Vier|Bestellt|Bitte|Haben|Welche)\b/
export const afterComma = (text: string): string =>
  text.replace(small, (word) => (word === 'Ihr' ? word : word.toLowerCase()))

function request(town: Town, { person }: Story, voice: Voice, ask: string): string {
  return letter(town, voice, person, [[asSentence(town.speaker.say(ask, voice))]])
}
