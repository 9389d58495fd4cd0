// Two years of Halden Home, a made-up company: customers, orders, visits, referrals, complaints and requests, from one seed. docs/sample-company.md.
import type { HistoryLine } from '../../src/moving-in/history.schema.ts'
import { seededRandom } from '../../src/shared/random.ts'
import { afterwards } from './afterwards.ts'
import { causesOf } from './causes.ts'
import { chanceOf } from './chance.ts'
import { linesOf } from './lines.ts'
import { asOfNow } from './last-days.ts'
import { live } from './lives.ts'
import { day, hour } from './local-time.ts'
import { arrivals, peopleOf } from './people.ts'
import { referralsOf } from './referrals.ts'
import { rosterOf } from './roster.ts'
import { speakerOf } from './speaking.ts'
import type { Draft, Town } from './town.ts'
import { truthOf } from './truth.ts'
import type { TruthLine } from './truth.ts'

export interface Wanted {
  readonly seed: number
  /** Everybody who is known by name, buyers or not. 20,000 make about 3,000 cases. */
  readonly customers: number
  /** Rounded down to the hour. */
  readonly until: Date
  readonly years: number
}

export const company = {
  name: 'Halden Home',
  business: 'non-contractual retail',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
} as const

/** The same seed, customers, until and years make the same lines, byte for byte. */
export function simulate({ seed, customers, until: to, years }: Wanted): {
  readonly lines: readonly HistoryLine[]
  readonly truth: readonly TruthLine[]
} {
  const until = Math.floor(to.getTime() / hour) * hour
  const from = until - years * 365 * day
  const chance = chanceOf(seededRandom(seed))
  const people = peopleOf(arrivals(customers, from, until, chance), chance)
  const referrals = referralsOf(people, until, chance)
  const town: Town = {
    ...{ from, until, chance, causes: causesOf(from, until), roster: rosterOf(from, until + 200 * day, chance) },
    ...{ speaker: speakerOf(chance), orders: [], refunds: [], visits: [], drafts: [], hurts: [] },
    ...{ leftAt: new Map(), written: new Set(), ordersOn: new Map() },
  }
  for (const person of people) live(town, person)
  const cases = asOfNow(town, people).map((draft, index) => [`T-${String(index + 1).padStart(5, '0')}`, draft] as const)
  for (const [, draft] of cases) payBack(town, draft)
  const drafts = cases.map(([, draft]) => draft)
  const surveys = afterwards(drafts, until, chanceOf(seededRandom(seed ^ 0x5ca1ab1e)))
  return { lines: [...linesOf(town, people, referrals, cases, surveys)], truth: truthOf(town, people, cases) }
}

function payBack(town: Town, { refund, story }: Draft): void {
  if (refund !== null && story.order !== null) town.refunds.push({ order: story.order, ...refund })
}
