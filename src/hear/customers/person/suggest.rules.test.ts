// What is suggested over a population whose truth is known, made with the slips that people make; and what never counts.
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../shared/random.ts'
import { type Compared, likenessOf, worthALook } from './suggest.rules.ts'

const person = (name: string, more: Partial<Compared> = {}): Compared => ({
  ...{ name, sameName: 1, emails: [], phones: [], handles: [] },
  ...more,
})
const at = (one: Compared, other: Compared, customers = 5000) => likenessOf(one, other, customers)

describe('what speaks for one person', () => {
  test('a rare name alone is not enough in a large company, and is with the same telephone', () => {
    const [one, other] = [person('ottilie grabowski'), person('grabowski, ottilie')]
    expect(at(one, other, 20_000).reasons).toEqual(['same-rare-name'])
    const both = [one, other].map((each) => ({ ...each, phones: ['30123456'] }))
    expect(at(both[0]!, both[1]!).probability).toBeGreaterThan(0.99)
    expect(at(both[0]!, both[1]!).reasons).toEqual(['same-rare-name', 'same-phone'])
  })

  test('a name that many have weighs less than one that few have', () => {
    const common = person('anna müller', { sameName: 200 })
    expect(at(common, common).probability).toBeLessThan(0.05)
    expect(at(common, common).reasons).toEqual(['same-name'])
    expect(at(common, common).probability).toBeLessThan(at(person('ida quist'), person('ida quist')).probability)
  })

  test('a mailbox that is only the name once more adds nothing', () => {
    const name = { sameName: 60 }
    const [one, other] = [person('anna berg', name), person('anna berg', name)]
    const plain = at(one, other).probability
    const again = at({ ...one, emails: ['anna.berg@post.example'] }, { ...other, emails: ['anna.berg@mail.example'] })
    expect(again.probability).toBeCloseTo(plain, 9)
    const own = at({ ...one, emails: ['kite_runner@post.example'] }, { ...other, emails: ['kite_runner@mail.example'] })
    expect(own.reasons).toEqual(['same-name', 'same-mailbox-name'])
    expect(own.probability).toBeGreaterThan(worthALook)
  })

  test('a name of one word, and nothing at all, tell nothing', () => {
    expect(at(person('anna'), person('anna')).reasons).toEqual([])
    expect(at(person(''), person('')).probability).toBeLessThan(0.001)
  })
})

describe('over a population whose truth is known', () => {
  const random = seededRandom(1969)
  const dice = () => random.next()
  const pick = <One>(some: readonly One[]): One => some[Math.floor(dice() * some.length)] as One
  /** By Zipf: the first is found often, the last seldom. */
  const byRank = (some: readonly string[]): string => some[Math.floor(some.length ** dice()) - 1] ?? some[0] ?? ''
  const syllables = [
    'ba',
    'ke',
    'lo',
    'mi',
    'nu',
    'ra',
    'so',
    'ti',
    've',
    'wan',
    'ger',
    'sen',
    'berg',
    'dal',
    'rik',
    'tor',
  ]
  const word = (length: number) => Array.from({ length }, () => pick(syllables)).join('')
  const givens = [...new Set(Array.from({ length: 200 }, () => word(2)))]
  const families = [...new Set(Array.from({ length: 1500 }, () => word(3)))]
  const slip = (text: string): string => {
    const place = 1 + Math.floor(dice() * Math.max(1, text.length - 2))
    return dice() < 0.5
      ? text.slice(0, place) + text.slice(place + 1)
      : `${text.slice(0, place)}${text[place + 1] ?? ''}${text[place] ?? ''}${text.slice(place + 2)}`
  }
  interface Known extends Compared {
    readonly who: number
  }
  const records: Known[] = []
  for (let who = 0; who < 900; who += 1) {
    const name = `${byRank(givens)} ${byRank(families)}`
    const phone = String(10_000_000 + Math.floor(dice() * 89_999_999))
    const nick = `${word(2)}${String(Math.floor(dice() * 100))}`
    const times = dice() < 0.3 ? 2 : 1
    for (let time = 0; time < times; time += 1) {
      const mailbox = dice() < 0.5 ? name.replace(' ', '.') : dice() < 0.7 ? nick : word(4)
      records.push({
        who,
        name: dice() < 0.12 ? slip(name) : name,
        sameName: 0,
        emails: [`${mailbox}@${pick(['post', 'mail', 'web'])}${String(time)}.example`],
        phones: dice() < 0.5 ? [dice() < 0.8 ? phone : String(10_000_000 + Math.floor(dice() * 89_999_999))] : [],
        handles: [],
      })
    }
  }
  const counts = Map.groupBy(records, ({ name }) => name)
  const known = records.map((one) => ({ ...one, sameName: counts.get(one.name)?.length ?? 1 }))

  test(
    'nine of ten that are suggested are right, and half of what there is to find is found',
    { timeout: 60_000 },
    () => {
      let [right, wrong, there] = [0, 0, 0]
      for (const [place, one] of known.entries())
        for (let next = place + 1; next < known.length; next += 1) {
          const other = known[next]
          if (!other) continue
          const isOne = one.who === other.who
          if (isOne) there += 1
          if (likenessOf(one, other, known.length).probability < worthALook) continue
          if (isOne) right += 1
          else wrong += 1
        }
      const [precision, recall] = [right / (right + wrong), right / there]
      console.log(
        `suggestions over ${String(known.length)} records: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} of ${String(there)} pairs`,
      )
      expect(precision).toBeGreaterThanOrEqual(0.9)
      expect(recall).toBeGreaterThanOrEqual(0.5)
    },
  )
})
