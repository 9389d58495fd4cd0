// Who brought whom: each brings people at their own hidden rate, and whoever comes next of themselves is taken to be the one brought.
import type { Chance } from './chance.ts'
import { day } from './local-time.ts'
import type { Person } from './people.ts'

export interface Referral {
  readonly from: Person
  readonly to: Person
  readonly at: number
  readonly how: string
}

const year = 365 * day
const ways = ['friend', 'family', 'colleague', 'neighbour', 'told at a party'] as const
/** What a public post brings at once, in persons of twenty thousand. */
const followers = 70

export function referralsOf(people: readonly Person[], until: number, chance: Chance): readonly Referral[] {
  const told: { from: Person; at: number; how: string }[] = []
  for (const from of people) {
    if (from.isInfluencer) {
      const posts = Array.from({ length: Math.ceil((followers * people.length) / 20_000) }, () =>
        chance.pick([20, 140, 300]),
      )
      told.push(...posts.map((days) => ({ from, how: 'blog', at: from.since + (days + chance.exponential(4)) * day })))
      continue
    }
    let at = from.since
    for (;;) {
      at += chance.exponential(year / from.referralRate)
      if (!(at < until)) break
      told.push({ from, at, how: chance.pick(ways) })
    }
  }
  const brought = new Set<Person>()
  return told
    .sort((a, b) => a.at - b.at)
    .flatMap(({ from, at, how }): readonly Referral[] => {
      const to = nextFree(people, at + chance.exponential(5) * day, from, brought)
      if (to === undefined) return []
      brought.add(to)
      return [{ from, to, at: to.since, how }]
    })
    .sort((a, b) => a.at - b.at || (a.to.id < b.to.id ? -1 : 1))
}

function nextFree(
  people: readonly Person[],
  at: number,
  not: Person,
  brought: ReadonlySet<Person>,
): Person | undefined {
  let [low, high] = [0, people.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((people[middle]?.since ?? Infinity) < at) low = middle + 1
    else high = middle
  }
  for (let index = low; index < people.length; index++) {
    const one = people[index]
    if (one !== undefined && one !== not && one.group !== 'bystander' && !brought.has(one)) return one
  }
  return undefined
}
