// What can be asked of a case at random: mostly by its owner and at the right time, now and then by anybody and at the wrong one.
import fc from 'fast-check'
import type { CaseCommand } from '../../src/amend/cases/rules/case-commands.rules.ts'
import { findings } from '../../src/amend/cases/case.rules.ts'
import type { Case } from '../../src/amend/cases/case.rules.ts'
import type { MessageId, PromiseId, StaffId } from '../../src/shared/ids.ts'

const day = 86_400_000
export const staff = ['ada', 'ben', 'cleo', 'dana'] as readonly string[] as readonly StaffId[]
const message = (n: number) => `message-${String(n)}` as MessageId

/** The case as it stands and what time it is. */
interface Present {
  readonly current: Case
  readonly at: Date
}

/** Chance made concrete: which person, text, message and time a step uses. */
export interface Dice {
  readonly who: number
  readonly other: number
  readonly text: string
  readonly pick: number
  readonly flag: boolean
  readonly wait: number
}

export type Choice = (world: Present, dice: Dice) => CaseCommand

export const person = (n: number): StaffId => staff[n % staff.length] ?? ('ada' as StaffId)
/** The owner most of the time, so that lives get somewhere; anybody else now and then. */
const ownerMostly = ({ current }: Present, who: number) =>
  who < 24 ? (current.ownerStaffId ?? person(who)) : person(who)
const someAnswer = ({ current }: Present, pick: number) => {
  const waiting = current.answers.filter((a) => a.acceptedAt === null && a.bouncedAt === null)
  const list = pick % 4 === 0 || waiting.length === 0 ? current.answers : waiting
  return list[pick % Math.max(1, list.length)]?.messageId ?? message(-1)
}
const earlier = (world: Present, pick: number) =>
  new Date(world.at.getTime() - (pick % 5 === 0 ? pick * 60_000 : pick === 7 ? -1 : 0))
const written =
  (final: boolean): Choice =>
  (world, { who, pick, text, flag }) => ({
    do: 'answer',
    by: ownerMostly(world, who),
    messageId: message(pick % 9 === 0 ? 0 : world.current.version),
    final,
    finding: (final && world.current.kind === 'complaint') !== (pick % 8 === 0) ? (findings[pick % 5] ?? null) : null,
    evidence: flag ? text : null,
  })
/** An acceptance, reported when it happened or, now and then, long after. */
const accepted: Choice = (world, { pick }) => {
  const messageId = someAnswer(world, pick)
  const written = world.current.answers.find((answer) => answer.messageId === messageId)
  return {
    do: 'answer-accepted',
    messageId,
    acceptedAt: pick % 3 === 0 ? (written?.writtenAt ?? world.at) : earlier(world, pick),
  }
}

const promiseKinds = ['first-answer', 'final-answer', 'still-broken-answer', 'given', 'acknowledgement'] as const

export const choices: Readonly<Record<string, Choice>> = {
  acknowledge: (world, { pick }) => ({ do: 'acknowledge', acceptedAt: earlier(world, pick) }),
  'name duty': (_, { who }) => ({ do: 'name-duty', staffId: person(who) }),
  'name subject': (_, { who, other, flag }) => ({
    do: 'name-subject',
    staffId: person(who),
    instead: flag ? person(other) : null,
  }),
  take: (_, { who }) => ({ do: 'take', by: person(who) }),
  'take again': (_, { other }) => ({ do: 'take', by: person(other) }),
  'hand over': (world, { who, other, text }) => ({
    do: 'hand-over',
    from: ownerMostly(world, who),
    to: person(other),
    summary: text,
  }),
  'undo hand over': (world, { who, other, flag, pick }) => {
    const from = person(other)
    const by = pick % 3 === 0 ? person(who) : from
    const handOver = {
      at: world.current.changedAt,
      by: from,
      from,
      to: world.current.ownerStaffId ?? person(who),
      isTold: flag,
    }
    return { do: 'undo-hand-over', by, handOver: pick % 7 === 0 ? null : handOver }
  },
  cover: (world, { who, other, text }) => ({
    do: 'cover',
    from: ownerMostly(world, who),
    to: person(other),
    summary: text,
  }),
  answer: written(false),
  'final answer': written(true),
  'another final answer': written(true),
  accepted,
  'accepted again': accepted,
  'accepted once more': accepted,
  recalled: (world, { who, pick }) => ({
    do: 'recall-answer',
    by: ownerMostly(world, who),
    messageId: someAnswer(world, pick),
  }),
  bounced: (world, { pick }) => ({ do: 'answer-bounced', messageId: someAnswer(world, pick * 4) }),
  'wait for customer': (world, { who, text, wait }) => ({
    do: 'wait-for-customer',
    by: ownerMostly(world, who),
    reason: text,
    until: new Date(world.at.getTime() + wait),
  }),
  'wait for third party': (world, { who, text, wait }) => ({
    do: 'wait-for-third-party',
    by: ownerMostly(world, who),
    reason: text,
    until: new Date(world.at.getTime() + wait),
  }),
  resume: (world, { who, flag }) => ({ do: 'resume', by: flag ? ownerMostly(world, who) : null }),
  thanks: (_, { pick }) => ({ do: 'customer-wrote', messageId: message(pick), meaning: 'thanks' }),
  'still broken': (_, { pick }) => ({ do: 'customer-wrote', messageId: message(pick), meaning: 'still-broken' }),
  'new information': (_, { pick }) => ({ do: 'customer-wrote', messageId: message(pick), meaning: 'new-information' }),
  'new matter': (_, { pick }) => ({ do: 'customer-wrote', messageId: message(pick), meaning: 'new-matter' }),
  'third party heard': () => ({ do: 'third-party-heard' }),
  machine: (_, { pick }) => ({ do: 'machine-wrote', messageId: message(pick) }),
  notice: () => ({ do: 'silence-notice' }),
  'notice accepted': (world, { pick }) => ({ do: 'notice-accepted', acceptedAt: earlier(world, pick) }),
  'letter bounced': (_, { pick }) => ({
    do: 'letter-bounced',
    letter: (['acknowledgement', 'silence-notice', 'rejection'] as const)[pick % 3] ?? 'rejection',
  }),
  'promises broke': (world, { who, pick, flag }) => ({
    do: 'promises-broke',
    broken: Array.from({ length: (pick % 3) + 1 }, (_, n) => ({
      promiseId: `promise-${String(who + n)}` as PromiseId,
      kind: promiseKinds[(pick + n) % promiseKinds.length] ?? 'given',
      isOwed: (who + n) % 4 > 0,
      toldAt: flag && n === 0 ? world.at : null,
    })),
  }),
  silence: () => ({ do: 'resolve-by-silence' }),
  'their word': (world, { who, flag, text }) =>
    flag
      ? { do: 'resolve-by-customer', by: ownerMostly(world, who), reason: text }
      : { do: 'resolve-by-customer', by: null },
  reject: (world, { who, text, pick }) => ({
    do: 'reject',
    by: ownerMostly(world, who),
    reasons: text,
    recourse: pick % 3 === 0 ? ' ' : 'The ombudsman.',
  }),
  reopen: (world, { who, text }) => ({ do: 'reopen', by: ownerMostly(world, who), reason: text }),
  close: () => ({ do: 'close' }),
}

export const dice: fc.Arbitrary<Dice> = fc.record({
  who: fc.nat(31),
  other: fc.nat(31),
  text: fc.constantFrom('It was late.', 'The wheel came off.', 'Told on the phone.', ' '),
  pick: fc.nat(40),
  flag: fc.boolean(),
  wait: fc.constantFrom(-1, 0, 60_000, day, 7 * day, 30 * day),
})

/** What a good desk does next: acknowledge, take, answer for good; now and then say no, or more. */
export function* serving({ current, at }: Present, { who, pick, flag }: Dice): Iterable<CaseCommand> {
  const by = current.ownerStaffId ?? person(who)
  const messageId = message(current.version)
  const finding = current.kind === 'complaint' ? (findings[pick % 4] ?? 'founded') : null
  yield { do: 'acknowledge', acceptedAt: at }
  yield { do: 'take', by }
  if (current.state === 'answered' && flag)
    yield { do: 'reject', by, reasons: 'As agreed.', recourse: 'The ombudsman.' }
  if (current.state === 'answered' && pick % 3 > 0) return
  yield { do: 'answer', by, messageId, final: pick % 4 > 0, finding: pick % 4 > 0 ? finding : null, evidence: null }
  if (flag) yield { do: 'answer-accepted', messageId, acceptedAt: at }
}
