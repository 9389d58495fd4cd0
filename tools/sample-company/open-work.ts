// In a small town hardly anybody writes in the last weeks. So that its desk has something to do, some people write there who would not have:
// each of these cases stands still in a state of its own, some are late and some run low.
import { playCase } from './case-life.ts'
import { firstMessage } from './first-message.ts'
import { day, hour, minute } from './local-time.ts'
import type { Person } from './people.ts'
import { texts } from './texts/texts.ts'
import type { Draft, Order, Story, Town } from './town.ts'

type Stand = 'acknowledged' | 'taken' | 'customer' | 'third-party' | 'half' | 'answered'

/** How each stands at `until`, and how many days ago it came in. After six days without an answer the first one is late; with an answer that is
 * not final a quarter of the ten business days is left from about eleven and a half on, and nothing after sixteen. */
const stands: readonly (readonly [Stand, number])[] = [
  ['acknowledged', 0.1],
  ['half', 11.6],
  ['acknowledged', 6],
  ['customer', 3],
  ['taken', 0.8],
  ['third-party', 4],
  ['half', 19],
  ['answered', 3],
  ['acknowledged', 0.4],
  ['half', 12.4],
  ['customer', 5],
  ['taken', 2],
  ['answered', 4.5],
  ['acknowledged', 1.1],
]

/** A town has at least so many open cases. */
export const fewestOpen = stands.length

const tries = 400

/** What is wanted beside so many cases that are open anyway. */
export const openWork = (town: Town, people: readonly Person[], open: number): readonly Draft[] =>
  stands.slice(0, Math.max(0, fewestOpen - open)).map(([stand, age]) => standing(town, people, stand, age))

/** @throws Error where nobody comes to stand like that: a mistake of ours, caught by the tests */
function standing(town: Town, people: readonly Person[], stand: Stand, age: number): Draft {
  for (let turn = 0; turn < tries; turn++) {
    // People sleep and rest at weekends: the longer nobody fits, the further back it is looked.
    const at = town.until - Math.floor(age * day + turn * 10 * minute)
    const story = storyAt(town, town.chance.pick(people), at)
    if (story === null) continue
    const message = firstMessage(town, story)
    const draft: Draft = { story, message, ...playCase(town, story, message, false) }
    const end = endOf(draft, stand)
    const last = Date.parse(draft.steps[end]?.at ?? '')
    if (end < 0 || !(last <= town.until - 2 * minute)) continue
    return {
      ...draft,
      steps: draft.steps.slice(0, end + 1).map((step) => stillWaiting(step, town.until)),
      refund: null,
    }
  }
  throw new Error(`nobody's case came to stand as ${stand}`)
}

/** Something that goes wrong in any shop, with their last order; a question of who has none. */
function storyAt(town: Town, person: Person, at: number): Story | null {
  const { chance } = town
  if (person.since > at - day || person.isAbuser) return null
  const orders = town.orders.filter((order) => order.person === person && order.at < at - 8 * day)
  const order: Order | null = orders.at(-1) ?? null
  const steady = town.causes.filter(({ isSteady, trigger }) => isSteady && trigger.by === 'order')
  if (order !== null && order.at > at - 60 * day)
    return { person, at, about: { cause: chance.pick(steady) }, order, orders: orders.length, isMistaken: false }
  const request = chance.pick(texts[person.language].requests)
  if (`${request.subject}${request.ask}`.includes('{')) return null
  return { person, at, about: { request }, order: null, orders: 0, isMistaken: false }
}

/** The step at which a case stands so; below zero where it never does. */
function endOf({ steps, story }: Draft, stand: Stand): number {
  const isComplaint = 'cause' in story.about
  const first = steps.findIndex(({ do: what }) => what === 'answered')
  switch (stand) {
    case 'acknowledged':
      return 0
    case 'taken': {
      const end = steps.findIndex(({ do: what }) => what === 'taken')
      return end === 1 ? end : -1
    }
    case 'customer':
    case 'third-party':
      return steps.findIndex((step) => step.do === 'waiting' && step.for === stand)
    case 'half': {
      const resumed = steps.findIndex(({ do: what }) => what === 'resumed')
      return resumed > first ? resumed : -1
    }
    case 'answered': {
      const step = steps[first]
      return isComplaint && step?.do === 'answered' && step.isFinal ? first : -1
    }
  }
}

/** A wait that would be over ends some days ahead. */
function stillWaiting(step: Draft['steps'][number], until: number): Draft['steps'][number] {
  if (step.do !== 'waiting') return step
  return { ...step, until: new Date(Math.max(until + 40 * hour, Date.parse(step.until))).toISOString() }
}
