// What the five languages say is understood by the desk as it is meant, and is whole in every language.
import { describe, expect, it } from 'vitest'
import { kindOf } from '../../src/hear/understanding/kind.rules.ts'
import { meaningOf } from '../../src/hear/understanding/meaning.rules.ts'
import { seededRandom } from '../../src/shared/random.ts'
import { chanceOf } from './chance.ts'
import { languages } from './language.ts'
import { dateIn, isElided, weekdayAndDate } from './local-time.ts'
import { asSentence, speakerOf } from './speaking.ts'
import { causeKeys } from './texts/shape.ts'
import { texts } from './texts/texts.ts'

const facts = {
  ...{
    first: 'Kim',
    last: 'Vale',
    name: 'Kim Vale',
    handler: 'Marit',
    order: 'H260412-118',
    item: 'Varde',
    amount: '39,90',
  },
  ...{
    date: '3',
    ofdate: '3',
    due: '5',
    number: '1',
    number2: '12',
    number4: '1234',
    month: '5',
    days: '6',
    party: 'x',
  },
}
const speaker = speakerOf(chanceOf(seededRandom(3)))
const said = (line: string) =>
  Array.from({ length: 12 }, (_, turn) => speaker.say(line, { facts, isSecond: turn % 2 === 1 }))

describe.each(languages)('in %s', (language) => {
  const { causes, manners, requests, desk } = texts[language]

  it('thanks are taken for thanks', () => {
    const all = [...manners.thanks, ...manners.arrived].flatMap(said)
    expect(all.filter((text) => meaningOf(text, 0) !== 'thanks')).toEqual([])
  })

  it('what is still broken and what is protested is never taken for thanks', () => {
    const lines = [...manners.stillNot, ...manners.protest, ...causeKeys.map((key) => causes[key].again)]
    expect(lines.flatMap(said).filter((text) => meaningOf(text, 0) === 'thanks')).toEqual([])
    const again = causeKeys.flatMap((key) => said(causes[key].again))
    expect(again.filter((text) => meaningOf(text, 0) === 'still-broken').length / again.length).toBeGreaterThan(0.6)
  })

  it('most questions are taken for requests', () => {
    const all = requests.flatMap(({ subject, ask }) => said(ask).map((text) => kindOf(subject, text)))
    expect(all.filter((kind) => kind === 'request').length / all.length).toBeGreaterThan(0.75)
  })

  it('no letter of the desk keeps a bracket or a slot', () => {
    const lines = [
      ...causeKeys.flatMap((key) => [...causes[key].answers, causes[key].question, causes[key].mended]),
      ...desk.opening,
      ...desk.holding,
      ...desk.stay,
    ]
    expect(lines.flatMap(said).filter((text) => /[{}[\]|<>]/.test(text))).toEqual([])
  })
})

it('writes dates as each language does', () => {
  const date = Date.UTC(2026, 4, 1) / 86_400_000
  expect(languages.map((language) => dateIn(language, date))).toEqual([
    '1 May',
    '1. Mai',
    '1er mai',
    '1 de mayo',
    '1° maggio',
  ])
  expect(weekdayAndDate('de', date)).toBe('Freitag, den 1. Mai')
  expect(isElided(date + 7)).toBe(true)
})

it('deals every line before one comes again, and begins sentences large', () => {
  const lines = ['a', 'b', 'c']
  const dealt = lines.map(() => speaker.deal(lines))
  expect(dealt.sort()).toEqual(lines)
  expect(asSentence('élan')).toBe('Élan')
})
