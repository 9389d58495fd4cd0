// The story of each made-up case: who wrote when, how far it came, who owns it. Most are closed; the newest twentieth is open.
import type { Random } from '../../src/shared/random.ts'

const day = 86_400_000
const hour = 3_600_000
const minute = 60_000

export type SeededState =
  'acknowledged' | 'in-progress' | 'waiting-for-customer' | 'answered' | 'resolved' | 'rejected' | 'closed'

/** Times are milliseconds since 1970; null where it did not happen. */
export interface CaseStory {
  readonly number: number
  readonly customer: number
  readonly state: SeededState
  /** Which of the handlers owns it; null while nobody does. */
  readonly owner: number | null
  readonly received: number
  readonly acknowledged: number
  readonly taken: number | null
  readonly first: number | null
  readonly final: number | null
  readonly ended: number | null
  readonly closed: number | null
  /** The earliest due time of what is still owed. */
  readonly due: number | null
  readonly firstDue: number
  readonly finalDue: number
  readonly lookAgain: number | null
  readonly messages: readonly MessageStory[]
}

export interface MessageStory {
  readonly sequence: number
  readonly direction: 'in' | 'out'
  readonly kind: 'human' | 'acknowledgement' | 'answer'
  readonly at: number
}

/** Twenty cases have sixty messages. */
const lengths = [2, 3, 3, 3, 2, 3, 3, 8, 2, 3, 3, 2, 3, 3, 4, 2, 3, 3, 2, 3] as const
export const messagesOf = (cases: number): number =>
  Math.floor(cases / lengths.length) * 60 + lengths.slice(0, cases % lengths.length).reduce((sum, one) => sum + one, 0)

export const customersOf = (cases: number): number => Math.ceil(cases * 0.6)

/** Of `total` cases that came in over two years until `now`, number `number` (from 1). */
export function caseStory(number: number, total: number, handlers: number, now: number, random: Random): CaseStory {
  const state = stateOf(number, total, random)
  const received = receivedAt(number, total, now)
  const acknowledged = received + minute
  const isTaken = state !== 'acknowledged'
  const pace = Math.max(0.2, random.next())
  // What is under way was answered in the past, however new it is.
  const step = (share: number): number => received + Math.min(day * share * pace, (now - received) * share * 0.3)
  const taken = isTaken ? step(0.2) : null
  const hasFirst = isTaken && (state !== 'in-progress' || random.next() < 0.5)
  const isOver = state === 'answered' || state === 'resolved' || state === 'rejected' || state === 'closed'
  const first = hasFirst ? step(0.6) : null
  const final = isOver ? (state === 'rejected' ? null : step(2)) : null
  const ended = state === 'closed' || state === 'resolved' || state === 'rejected' ? step(2.5) : null
  const firstDue = first !== null ? received + 3 * day : dueOf(now, random, 22 * hour)
  const finalDue = isOver ? received + 14 * day : now + (1 + 9 * random.next()) * day
  const wish = (lengths[(number - 1) % lengths.length] ?? 3) - 2
  return {
    ...{ number, state, received, acknowledged, taken, first, final, ended, firstDue, finalDue },
    customer: customerOf(number, total, random),
    owner: isTaken ? Math.floor(random.next() * handlers) : null,
    closed: state === 'closed' ? (ended ?? received) + 14 * day : null,
    due: isOver ? null : first === null ? Math.min(firstDue, finalDue) : finalDue,
    lookAgain: lookAgainAt(state, now, random),
    messages: messagesFor(wish, { received, acknowledged, first, until: ended ?? final ?? now - minute }),
  }
}

function stateOf(number: number, total: number, random: Random): SeededState {
  const age = (total - number) / total
  if (age >= 0.05) return random.next() < 0.01 ? 'rejected' : 'closed'
  if (age < 0.006) return 'acknowledged'
  const dice = random.next()
  if (dice < 0.45) return 'in-progress'
  if (dice < 0.58) return 'waiting-for-customer'
  return dice < 0.8 ? 'answered' : 'resolved'
}

function receivedAt(number: number, total: number, now: number): number {
  const age = (total - number + 1) / total
  if (age <= 0.006) return now - hour - (age / 0.006) * 20 * hour
  if (age <= 0.05) return now - day - ((age - 0.006) / 0.044) * 12 * day
  return now - 40 * day - ((age - 0.05) / 0.95) * 690 * day
}

/** A few in a hundred are late already. */
const dueOf = (now: number, random: Random, within: number): number =>
  random.next() < 0.03 ? now - random.next() * 5 * hour : now + 2 * hour + random.next() * within

/** Some people complain often: the square gathers cases at low numbers. */
function customerOf(number: number, total: number, random: Random): number {
  const customers = customersOf(total)
  if (number <= customers) return number
  return 1 + Math.floor(random.next() ** 2 * customers)
}

function lookAgainAt(state: SeededState, now: number, random: Random): number | null {
  if (state === 'acknowledged' || state === 'in-progress' || state === 'closed') return null
  return now + (2 + 5 * random.next()) * day
}

interface Times {
  readonly received: number
  readonly acknowledged: number
  readonly first: number | null
  readonly until: number
}

/** Opening and acknowledgement always; then answers and replies in turns, or only more from the customer where nobody has answered. */
function messagesFor(more: number, { received, acknowledged, first, until }: Times): readonly MessageStory[] {
  const start: readonly MessageStory[] = [
    { sequence: 1, direction: 'in', kind: 'human', at: received },
    { sequence: 2, direction: 'out', kind: 'acknowledgement', at: acknowledged },
  ]
  const from = first ?? acknowledged + minute
  const apart = Math.max(1000, (until - from) / (more + 1))
  const rest = Array.from({ length: more }, (_, turn): MessageStory => {
    const isOurs = first !== null && turn % 2 === 0
    return {
      sequence: turn + 3,
      direction: isOurs ? 'out' : 'in',
      kind: isOurs ? 'answer' : 'human',
      at: from + turn * apart,
    }
  })
  return [...start, ...rest]
}
