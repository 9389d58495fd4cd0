// The lines of a history: what was simulated, in the order in which it can be read in. What is hidden stays out.
import type { HistoryLine } from '../../src/moving-in/history.schema.ts'
import type { afterwards } from './afterwards.ts'
import type { Person } from './people.ts'
import type { Referral } from './referrals.ts'
import type { Draft, Town } from './town.ts'

const iso = (at: number): string => new Date(Math.floor(at / 1000) * 1000).toISOString()
const byTime = <T extends { readonly at: number }>(list: readonly T[]): readonly T[] =>
  list.toSorted((a, b) => a.at - b.at)

export function* linesOf(
  { orders, refunds, visits, until }: Town,
  people: readonly Person[],
  referrals: readonly Referral[],
  cases: readonly (readonly [string, Draft])[],
  surveys: ReturnType<typeof afterwards>,
): Generator<HistoryLine, void> {
  for (const { id, first, last, emails, phones, language, since } of people)
    yield {
      kind: 'customer',
      id,
      name: `${first} ${last}`,
      emails: [...emails],
      phones: [...phones],
      language,
      since: iso(since),
    }
  for (const { id, person, at, amount, items } of byTime(orders))
    yield {
      kind: 'order',
      id,
      customer: person.id,
      at: iso(at),
      amount: amount.toFixed(2),
      currency: 'EUR',
      items: [...items],
    }
  for (const [index, { order, at, amount, reason }] of byTime(refunds.filter(({ at }) => at < until)).entries())
    yield {
      kind: 'refund',
      id: `B-${String(index + 1)}`,
      order: order.id,
      at: iso(at),
      amount: amount.toFixed(2),
      reason,
    }
  for (const [index, { person, at, page }] of byTime(visits).entries())
    yield { kind: 'visit', id: `V-${String(index + 1)}`, customer: person.id, at: iso(at), page }
  for (const [index, { from, to, at, how }] of referrals.entries())
    yield { kind: 'referral', id: `W-${String(index + 1)}`, from: from.id, to: to.id, at: iso(at), how }
  for (const [id, draft] of cases) {
    const { story, message, steps } = draft
    yield {
      ...{ kind: 'case', id, customer: story.person.id, at: iso(story.at), steps: [...steps] },
      ...{ channel: message.channel, subject: message.subject, text: message.text },
      survey: surveys.get(draft) ?? null,
    }
  }
}
