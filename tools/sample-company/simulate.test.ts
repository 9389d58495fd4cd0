// The sample company holds together: the same seed makes the same two years, and the desk accepts every one of its cases.
import { describe, expect, it } from 'vitest'
import { historyLine } from '../../src/moving-in/history.schema.ts'
import type { CaseLine, CustomerLine, HistoryLine, OrderLine } from '../../src/moving-in/history.schema.ts'
import { foldCase } from './fold-case.fixture.ts'
import { languages, share } from './language.ts'
import { simulate } from './simulate.ts'
import { spansOf, staff } from './staff.ts'
import type { CaseTruth, CauseTruth, CustomerTruth } from './truth.ts'

const until = new Date('2026-11-22T10:00:00Z')
const day = 86_400_000
const { lines, truth } = simulate({ seed: 1, customers: 20_000, until: new Date('2026-11-22T10:41:07Z'), years: 2 })

const ofKind = <K extends HistoryLine['kind']>(kind: K) =>
  lines.filter((line): line is Extract<HistoryLine, { kind: K }> => line.kind === kind)
const cases: readonly CaseLine[] = ofKind('case')
const customers: readonly CustomerLine[] = ofKind('customer')
const orders: readonly OrderLine[] = ofKind('order')
const people = truth.filter((one): one is CustomerTruth => one.kind === 'customer')
const causes = truth.filter((one): one is CauseTruth => one.kind === 'cause')
const causeOf = new Map(
  truth.filter((one): one is CaseTruth => one.kind === 'case').map((one) => [one.case, one.cause]),
)
const folded = cases.map((line) => ({ line, ...foldCase(line, until) }))
const openStates = [
  'received',
  'acknowledged',
  'in-progress',
  'waiting-for-customer',
  'waiting-for-third-party',
  'answered',
]

describe('the sample company', () => {
  it('is the same company again for the same seed, and another for another', () => {
    const small = { seed: 7, customers: 600, until, years: 2 }
    expect(JSON.stringify(simulate(small))).toBe(JSON.stringify(simulate(small)))
    expect(JSON.stringify(simulate({ ...small, seed: 8 }))).not.toBe(JSON.stringify(simulate(small)))
  })

  it('writes lines that can be read in, and names nobody before they were introduced', () => {
    const known = new Set<string>()
    const refuse = lines.filter((line) => {
      const isFit = historyLine.safeParse(line).success
      const named =
        line.kind === 'customer'
          ? []
          : line.kind === 'referral'
            ? [line.from, line.to]
            : line.kind === 'refund'
              ? [line.order]
              : [line.customer]
      const isKnown = named.every((id) => known.has(id))
      const isNew = !known.has(line.id)
      known.add(line.id)
      return !(isFit && isKnown && isNew)
    })
    expect(refuse).toEqual([])
  })

  it('uses no address and no number of anybody', () => {
    const addresses = customers.flatMap(({ emails }) => emails)
    expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([])
    expect(new Set(addresses).size).toBe(addresses.length)
  })

  it('gives nobody a number in a country they do not live in', () => {
    const prefixes = { en: '+44', de: '+49', fr: '+33', es: null, it: null }
    const strange = customers.filter(({ language, phones }) => {
      const prefix = prefixes[language as keyof typeof prefixes]
      return phones.some((phone) => prefix === null || !phone.startsWith(prefix))
    })
    expect(strange).toEqual([])
    expect(customers.filter(({ phones }) => phones.length > 0).length).toBeGreaterThan(4000)
  })

  it('is of the size that was asked for', () => {
    expect(customers).toHaveLength(20_000)
    expect(cases.length).toBeGreaterThan(2_700)
    expect(cases.length).toBeLessThan(3_400)
    expect(ofKind('visit').length).toBeLessThan(65_000)
    const requests = cases.filter(({ id }) => causeOf.get(id) === null).length / cases.length
    expect(requests).toBeGreaterThan(0.11)
    expect(requests).toBeLessThan(0.19)
  })

  it('speaks five languages, about as often as it was told to', () => {
    for (const language of languages) {
      const found = customers.filter((one) => one.language === language).length / customers.length
      expect(Math.abs(found - share[language])).toBeLessThan(0.02)
    }
  })

  it('has one connector in ten, who bring what SCIENCE says, a few abusers, and one influencer', () => {
    const connectors = people.filter(({ isConnector }) => isConnector)
    const mean = (list: readonly CustomerTruth[]) => list.reduce((sum, one) => sum + one.referralRate, 0) / list.length
    expect(Math.abs(connectors.length / people.length - 0.1)).toBeLessThan(0.01)
    expect(Math.abs(mean(connectors) - 2)).toBeLessThan(0.15)
    expect(Math.abs(mean(people.filter(({ isConnector }) => !isConnector)) - 0.1)).toBeLessThan(0.02)
    expect(people.filter(({ isInfluencer }) => isInfluencer)).toHaveLength(1)
    const abusers = people.filter(({ isAbuser }) => isAbuser).length
    expect(abusers).toBeGreaterThan(4)
    expect(abusers).toBeLessThan(40)
  })

  it('has buyers of one, of many and of no more', () => {
    const bought = Map.groupBy(orders, ({ customer }) => customer)
    const buyers = people.filter(({ group }) => group === 'buyer')
    const once = buyers.filter(({ customer }) => bought.get(customer)?.length === 1).length / buyers.length
    expect(once).toBeGreaterThan(0.3)
    expect(once).toBeLessThan(0.7)
    expect(people.filter(({ group }) => group !== 'buyer').some(({ customer }) => bought.has(customer))).toBe(false)
    const alive = buyers.filter(({ aliveAtUntil }) => aliveAtUntil).length / buyers.length
    expect(alive).toBeGreaterThan(0.25)
    expect(alive).toBeLessThan(0.85)
  })

  it('loses fewer where it answers well than would have left', () => {
    const saved = people.filter(({ wouldHaveLeft, hasLeftForIt }) => wouldHaveLeft && !hasLeftForIt)
    expect(saved.length).toBeGreaterThan(300)
    expect(people.filter(({ hurtBy, hasSpoken }) => hurtBy.length > 0 && !hasSpoken).length).toBeGreaterThan(500)
  })
})

describe('its causes', () => {
  const dated = causes.filter(({ isSteady }) => !isSteady)

  it('begin and end, which shows in the weekly counts', () => {
    expect(dated.length).toBeGreaterThanOrEqual(8)
    for (const { cause, from, to } of dated) {
      const its = cases.filter(({ id }) => causeOf.get(id) === cause).map(({ at }) => Date.parse(at))
      expect(its.length, cause).toBeGreaterThan(40)
      const [begins, ends] = [Date.parse(from), Date.parse(to) + 66 * day]
      expect(
        its.filter((at) => at < begins || at > ends),
        cause,
      ).toEqual([])
      const weeks = Map.groupBy(its, (at) => Math.floor(at / (7 * day)))
      expect(Math.max(...[...weeks.values()].map((week) => week.length)), cause).toBeGreaterThan(5)
    }
  })

  it('leave no trace of their names, nor of any hidden truth, in what is read in', () => {
    const written = lines.map((line) => JSON.stringify(line)).join('\n')
    const named = causes.filter(({ cause }) => cause.includes('-'))
    for (const { cause } of named) expect(written.includes(cause), cause).toBe(false)
    expect(/isConnector|isAbuser|isInfluencer|wouldHaveLeft|referralRate|aliveAt/.test(written)).toBe(false)
  })
})

describe('its cases', () => {
  it('are accepted step by step by the decision function of the desk', () => {
    expect(folded.filter(({ refusals }) => refusals.length > 0)).toEqual([])
  })

  it('are accepted as well at an hour at which somebody sets a wait down after days away', () => {
    const at = new Date('2026-11-22T19:00:00Z')
    const others = simulate({ seed: 1, customers: 20_000, until: at, years: 2 }).lines
    const refused = others.flatMap((line) => (line.kind === 'case' ? foldCase(line, at).refusals : []))
    expect(refused).toEqual([])
  })

  it('go forward in time and end before now', () => {
    const strange = cases.filter(({ at, steps }) => {
      const times = [at, ...steps.map((step) => step.at)].map((time) => Date.parse(time))
      const isInOrder = times.every((time, index) => index === 0 || time > (times[index - 1] ?? 0) + 10_000)
      return !isInOrder || (times.at(-1) ?? 0) > until.getTime() - 60_000
    })
    expect(strange).toEqual([])
  })

  it('are over but for about forty, a handful of them late', () => {
    const open = folded.filter(({ end }) => openStates.includes(end.state))
    expect(open.length).toBeGreaterThan(30)
    expect(open.length).toBeLessThan(50)
    const states = new Set(open.map(({ end }) => end.state))
    expect([...states].sort()).toEqual(openStates.filter((one) => one !== 'received').sort())
    const late = open.filter(
      ({ end, isLateForFirst, isLateForFinal }) =>
        (end.firstAnsweredAt === null && isLateForFirst) || (end.finalAnsweredAt === null && isLateForFinal),
    )
    expect(late.length).toBeGreaterThan(2)
    expect(late.length).toBeLessThan(12)
  })

  it('are answered in working hours, mostly in time, and mostly with one answer', () => {
    const spans = new Map(staff.map((one) => [one.email, spansOf(one, until.getTime() - 740 * day, until.getTime())]))
    const answers = cases.flatMap(({ steps }) => steps.filter((step) => step.do === 'answered'))
    const outside = answers.filter(({ at, by }) => {
      const time = Date.parse(at)
      return !spans.get(by)?.some(([from, to]) => time >= from && time < to + 5 * 60_000)
    })
    expect(outside).toEqual([])
    expect(folded.filter(({ isLateForFirst }) => isLateForFirst).length / cases.length).toBeLessThan(0.15)
    const one = cases.filter(({ steps }) => steps.filter((step) => step.do === 'answered').length === 1)
    expect(one.length / cases.length).toBeGreaterThan(0.35)
  })

  it('end as often by the word of the customer as by silence, and a few by a no', () => {
    const ends = folded.flatMap(({ end }) => end.ends)
    const by = (who: string) => ends.filter((end) => end.kind === 'resolved' && end.by === who).length
    expect(by('customer') / (by('customer') + by('silence'))).toBeGreaterThan(0.35)
    expect(ends.filter(({ kind }) => kind === 'rejected').length).toBeGreaterThan(20)
    expect(folded.filter(({ end }) => end.reopenings.length > 0).length).toBeGreaterThan(300)
  })

  it('are asked about once settled, each customer once in three months; answers follow how it went, and most do not answer', () => {
    const outcomeOf = new Map(
      truth.filter((one): one is CaseTruth => one.kind === 'case').map((one) => [one.case, one.outcome]),
    )
    const asked = cases.flatMap(({ id, customer, survey }) => (survey ? [{ id, customer, ...survey }] : []))
    expect(asked.length / cases.length).toBeGreaterThan(0.5)
    const answered = asked.filter(({ answeredAt }) => answeredAt !== null)
    expect(answered.length / asked.length).toBeGreaterThan(0.12)
    expect(answered.length / asked.length).toBeLessThan(0.35)
    const mean = (outcome: string): number => {
      const given = answered.flatMap(({ id, outcome: score }) => (outcomeOf.get(id) === outcome ? [score ?? 0] : []))
      return given.reduce((sum, score) => sum + score, 0) / given.length
    }
    expect(mean('good')).toBeGreaterThan(mean('fair') + 0.5)
    expect(mean('fair')).toBeGreaterThan(mean('bad') + 0.5)
    const times = Map.groupBy(asked, ({ customer }) => customer)
    const tooSoon = [...times.values()].flatMap((its) => {
      const at = its.map(({ askedAt }) => Date.parse(askedAt)).sort((a, b) => a - b)
      return at.filter((one, index) => index > 0 && one - (at[index - 1] ?? 0) < 90 * day - 1000)
    })
    expect(tooSoon).toEqual([])
  })

  it('hardly ever begin with the same words', () => {
    const languageOf = new Map(customers.map(({ id, language }) => [id, language]))
    const texts = cases.map(({ id, customer, text }) => [causeOf.get(id), languageOf.get(customer), text].join(' '))
    expect(1 - new Set(texts).size / texts.length).toBeLessThan(0.02)
  })

  it('leave no slot unfilled and no choice open', () => {
    const written = cases.flatMap(({ text, subject, steps }) => [
      subject,
      text,
      ...steps.flatMap((step) =>
        'text' in step ? [step.text] : step.do === 'rejected' ? [step.reasons, step.recourse] : [],
      ),
    ])
    expect(written.filter((text) => /[{}[\]|<>]|undefined|NaN| {2}/.test(text))).toEqual([])
  })
})

describe('a small town', () => {
  // A Sunday, a Wednesday night, a Monday morning, Christmas and the days around it, the night the clocks change.
  const moments = [
    '2026-11-22T10:00:00Z',
    '2026-07-15T23:00:00Z',
    '2027-03-01T06:00:00Z',
    '2026-12-26T12:00:00Z',
    '2027-01-02T18:00:00Z',
    '2027-03-28T01:00:00Z',
  ]
  it.each(moments)('has a dozen open cases in every state, something late and something at risk, at %s', (now) => {
    for (const [customers, seed] of [
      [100, 3],
      [500, 1],
      [999, 2],
    ] as const) {
      const until = new Date(now)
      const found = simulate({ seed, customers, until, years: 2 }).lines.filter((line) => line.kind === 'case')
      const seen = found.map((line) => ({ line, ...foldCase(line, until) }))
      expect(seen.flatMap(({ refusals }) => refusals)).toEqual([])
      const ends = found.flatMap(({ steps }) => steps).map(({ at }) => Date.parse(at))
      expect(ends.filter((at) => at > until.getTime() - 60_000)).toEqual([])
      const open = seen.filter(({ end }) => openStates.includes(end.state))
      expect(open.length).toBeGreaterThanOrEqual(12)
      const states = new Set(open.map(({ end }) => end.state))
      expect([...states].sort()).toEqual(openStates.filter((one) => one !== 'received').sort())
      const late = open.filter(
        ({ end, isLateForFirst, isLateForFinal }) =>
          (end.firstAnsweredAt === null && isLateForFirst) || (end.finalAnsweredAt === null && isLateForFinal),
      )
      expect(late.length).toBeGreaterThanOrEqual(1)
      const soon = new Date(until.getTime() + 4.5 * day)
      const atRisk = seen.filter(({ line, end, isLateForFinal }) => {
        const isOpen = openStates.includes(end.state) && end.finalAnsweredAt === null && !isLateForFinal
        return isOpen && foldCase(line, soon).isLateForFinal
      })
      expect(atRisk.length).toBeGreaterThanOrEqual(1)
    }
  })

  it('takes no wait down that was over before it began', () => {
    for (const now of moments) {
      const found = simulate({ seed: 4, customers: 3000, until: new Date(now), years: 2 }).lines
      const waits = found
        .flatMap((line) => (line.kind === 'case' ? line.steps : []))
        .filter((step) => step.do === 'waiting')
      expect(waits.filter(({ at, until }) => Date.parse(until) <= Date.parse(at))).toEqual([])
    }
  })
})
