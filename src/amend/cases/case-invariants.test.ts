// What holds for every case whatever happens to it: each invariant a sentence, checked at every moment of long random lives.
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { staff } from '../../../tests/lives/case-choices.ts'
import { live } from '../../../tests/lives/case-lives.ts'
import type { Moment } from '../../../tests/lives/case-lives.ts'
import type { CaseEffect, CasePromiseKind } from './case-effects.rules.ts'
import { counts, standingEnd } from './case.rules.ts'
import type { Case } from './case.rules.ts'
import { decideCase } from './decide-case.rules.ts'
import { usualSilencePolicy } from './silence.rules.ts'

const runs = 600
const day = 86_400_000

const isOver = ({ state }: Case) => state === 'resolved' || state === 'rejected' || state === 'closed'
const isSame = (a: Date | null, b: Date | null) => a?.getTime() === b?.getTime()
const startsWith = (list: readonly unknown[], head: readonly unknown[]) =>
  isDeepStrictEqual(list.slice(0, head.length), head)
const makes = (effects: readonly CaseEffect[], kind: CasePromiseKind) =>
  effects.some((effect) => effect.do === 'make-promise' && effect.kind === kind)
const timesOf = (c: Case): readonly Date[] =>
  [
    ...[c.receivedAt, c.acknowledgedAt, c.takenAt, c.firstAnsweredAt, c.finalAnsweredAt, c.resolvedAt, c.rejectedAt],
    ...[c.closedAt, c.noticeQueuedAt, c.changedAt, ...c.reopenings, ...c.silenceNotices],
    ...c.ends.map((end) => end.at),
    ...c.answers.flatMap((answer) => [answer.writtenAt, answer.acceptedAt, answer.bouncedAt]),
  ].filter((time) => time !== null)

/** The invariants, each a sentence and a check of every moment. */
const invariants: Readonly<Record<string, (moment: Moment) => boolean>> = {
  'one pool and one duty person and no owner before the first taking': ({ after }) =>
    after.takenAt !== null || (after.ownerStaffId === null && staff.includes(after.dutyStaffId) && after.poolId !== ''),
  'exactly one owner for ever after the first taking, and the duty person stays in the history': ({ before, after }) =>
    (after.takenAt === null) === (after.ownerStaffId === null) &&
    (after.takenAt === null || after.dutyStaffId === before.dutyStaffId) &&
    (before.takenAt === null || (after.ownerStaffId !== null && isSame(after.takenAt, before.takenAt))),
  'taking is possible for one: the second is refused and told who has it': ({ before, command, decision }) =>
    command.do !== 'take' ||
    before.ownerStaffId === null ||
    (before.ownerStaffId === command.by
      ? decision.outcome === 'unchanged'
      : decision.outcome === 'refused' && decision.who === before.ownerStaffId),
  'nobody owns or stands for a complaint about themselves': ({ after }) =>
    !after.aboutStaffIds.includes(after.ownerStaffId ?? after.dutyStaffId),
  'the owner changes only by a handover or cover with a summary, or because it is about them': ({
    before,
    command,
    after,
  }) =>
    before.ownerStaffId === null ||
    before.ownerStaffId === after.ownerStaffId ||
    ((command.do === 'hand-over' || command.do === 'cover') && command.summary.trim() !== '') ||
    (command.do === 'name-subject' && command.staffId === before.ownerStaffId),
  'nothing is closed while a promise is open': ({ before, after, world }) =>
    before.state === 'closed' || after.state !== 'closed' || world.openPromises.length + world.promisedByHand === 0,
  'a case stays open to the customer for the stated days before it is closed': ({ before, after, at }) =>
    before.state === 'closed' ||
    after.state !== 'closed' ||
    at.getTime() - (standingEnd(before)?.at.getTime() ?? Infinity) >=
      day *
        (before.state === 'rejected' ? usualSilencePolicy.closeRejectedAfterDays : usualSilencePolicy.closeAfterDays),
  'reopening never rewrites an earlier time': ({ before, after }) =>
    after.reopenings.length === before.reopenings.length ||
    (isSame(before.receivedAt, after.receivedAt) &&
      isSame(before.acknowledgedAt, after.acknowledgedAt) &&
      isSame(before.takenAt, after.takenAt) &&
      isSame(before.resolvedAt, after.resolvedAt) &&
      isSame(before.rejectedAt, after.rejectedAt) &&
      isSame(before.closedAt, after.closedAt)),
  'a time once set moves only because what set it came back': ({ before, command, after }) =>
    startsWith(after.ends, before.ends) &&
    startsWith(after.reopenings, before.reopenings) &&
    (command.do === 'answer-bounced' ||
      ((before.firstAnsweredAt === null || isSame(before.firstAnsweredAt, after.firstAnsweredAt)) &&
        (before.finalAnsweredAt === null || isSame(before.finalAnsweredAt, after.finalAnsweredAt)))) &&
    (command.do === 'letter-bounced' ||
      before.acknowledgedAt === null ||
      isSame(before.acknowledgedAt, after.acknowledgedAt)),
  'a bounce from before a reopening leaves the times of that round alone': ({ before, command, after }) =>
    command.do !== 'answer-bounced' ||
    before.answers.some((a) => a.messageId === command.messageId && a.round === before.reopenings.length) ||
    (isSame(before.firstAnsweredAt, after.firstAnsweredAt) && isSame(before.finalAnsweredAt, after.finalAnsweredAt)),
  '"thank you" does not reopen': ({ before, command, after }) =>
    command.do !== 'customer-wrote' ||
    command.meaning !== 'thanks' ||
    (after.reopenings.length === before.reopenings.length &&
      after.state === (before.state === 'answered' ? 'resolved' : before.state)),
  '"still broken" opens whatever was answered or over, and starts the short clock': ({
    before,
    command,
    after,
    effects,
  }) =>
    command.do !== 'customer-wrote' ||
    command.meaning !== 'still-broken' ||
    !(isOver(before) || before.state === 'answered') ||
    (after.state === 'in-progress' && after.isReopened && makes(effects, 'still-broken-answer')),
  'whatever a customer has to say is never left answered': ({ before, command, after }) =>
    command.do !== 'customer-wrote' ||
    (command.meaning !== 'still-broken' && command.meaning !== 'new-information') ||
    before.ownerStaffId === null ||
    (after.state === 'in-progress' &&
      after.answers.every((a) => a.crossed || a.acceptedAt !== null || a.bouncedAt !== null)),
  'a new matter makes a new case and leaves this one': ({ before, command, after, effects }) =>
    command.do !== 'customer-wrote' ||
    command.meaning !== 'new-matter' ||
    (effects.some((effect) => effect.do === 'open-new-case' && effect.messageId === command.messageId) &&
      isDeepStrictEqual({ ...after, version: 0, changedAt: 0 }, { ...before, version: 0, changedAt: 0 })),
  'machine mail changes nothing': ({ command, decision }) =>
    command.do !== 'machine-wrote' || decision.outcome === 'unchanged',
  'automatic mail never counts as an answer': ({ before, command, after }) =>
    command.do === 'answer-accepted' ||
    command.do === 'answer-bounced' ||
    (isSame(before.firstAnsweredAt, after.firstAnsweredAt) && isSame(before.finalAnsweredAt, after.finalAnsweredAt)),
  'an answer is written by the owner only': ({ before, command, after }) =>
    after.answers.length === before.answers.length ||
    (command.do === 'answer' && command.by === before.ownerStaffId && after.answers.at(-1)?.by === command.by),
  'an answer counts from its acceptance by the next server': ({ before, command, after, effects }) =>
    command.do !== 'answer-accepted' ||
    effects.length === 0 ||
    (after.answers.every((a) => a.messageId !== command.messageId || (a.acceptedAt ?? 0) >= command.acceptedAt) &&
      (before.firstAnsweredAt !== null ||
        before.answers.some((a) => a.acceptedAt) ||
        isSame(after.firstAnsweredAt, command.acceptedAt))),
  'what is answered has a final answer of this round that did not bounce or cross': ({ after }) =>
    after.state !== 'answered' ||
    after.answers.some((a) => counts(a) && a.final && !a.crossed && a.round === after.reopenings.length),
  'a case that is not answered has its final answer promised, once, and a reopened one its next': ({ after, world }) =>
    new Set(world.openPromises).size === world.openPromises.length &&
    (isOver(after) || after.state === 'answered' || world.openPromises.includes('final-answer')) &&
    (!after.isReopened || world.openPromises.includes('still-broken-answer')),
  'a final answer to a complaint carries a finding, dishonesty its evidence, a request none': ({
    before,
    command,
    after,
  }) =>
    after.answers.every((a) => (a.finding !== null) === (a.final && after.kind === 'complaint')) &&
    (command.do !== 'answer' ||
      after.answers.length === before.answers.length ||
      command.finding !== 'dishonest' ||
      (command.evidence ?? '').trim() !== ''),
  'silence resolves only after two notices that arrived and the stated time, and is recorded as silence': (moment) => {
    const { before, command, after, world, at } = moment
    if (after.resolvedBy === 'silence' && before.resolvedBy !== 'silence' && command.do !== 'resolve-by-silence')
      return false
    if (command.do !== 'resolve-by-silence' || after.version === before.version) return true
    const [, second] = world.noticesSinceFinal
    return (
      world.noticesSinceFinal.length === 2 &&
      second !== undefined &&
      at.getTime() - second.getTime() >= usualSilencePolicy.resolveAfterDays * day &&
      isDeepStrictEqual(after.ends.at(-1), { kind: 'resolved', at, by: 'silence' })
    )
  },
  'notices count when they arrive, from the last final answer on, and are two at most': ({ after, world }) =>
    world.noticesSinceFinal.length <= 2 &&
    (after.state !== 'answered' || isDeepStrictEqual(after.silenceNotices, world.noticesSinceFinal)),
  'nobody but the owner speaks for the customer, and says how they know': ({ command, decision }) =>
    command.do !== 'resolve-by-customer' ||
    command.by === null ||
    decision.outcome !== 'changed' ||
    (command.reason.trim() !== '' &&
      decision.next.ownerStaffId === command.by &&
      decision.effects.some((effect) => effect.do === 'record' && effect.event.words === command.reason)),
  'rejected needs a final answer, reasons and recourse, and tells the customer both': ({ before, after, effects }) =>
    after.state !== 'rejected' ||
    before.state === 'rejected' ||
    (before.state === 'answered' &&
      (after.rejection?.reasons ?? '').trim() !== '' &&
      (after.rejection?.recourse ?? '').trim() !== '' &&
      effects.some((effect) => effect.do === 'queue-letter' && effect.letter === 'rejection')),
  'promises pause exactly while the case waits for the customer': ({ after, world }) =>
    world.isPaused === (after.state === 'waiting-for-customer'),
  'a due time is kept exactly while waiting': ({ after }) =>
    (after.waitingUntil !== null) === after.state.startsWith('waiting-for'),
  'who is told that we are late is told by one letter, each broken promise once and with one in its place': ({
    command,
    effects,
  }) => {
    const renewed = effects.flatMap((effect) => (effect.do === 'renew-promise' ? [effect.promiseId] : []))
    const letters = effects.filter((effect) => effect.do === 'queue-letter' && effect.letter === 'late')
    const broken = command.do === 'promises-broke' ? command.broken : []
    return (
      letters.length === (renewed.length > 0 ? 1 : 0) &&
      new Set(renewed).size === renewed.length &&
      renewed.every((id) => broken.some((one) => one.promiseId === id && one.isOwed && one.toldAt === null))
    )
  },
  'every broken promise is told of while the case is open, unless an answer on its way does it': ({
    before,
    command,
    effects,
  }) =>
    command.do !== 'promises-broke' ||
    isOver(before) ||
    before.answers.some((a) => a.acceptedAt === null && a.bouncedAt === null) ||
    command.broken.every(
      (one) =>
        !one.isOwed ||
        one.toldAt !== null ||
        one.kind === 'acknowledgement' ||
        effects.some((effect) => effect.do === 'renew-promise' && effect.promiseId === one.promiseId),
    ),
  'nobody is told that we are late once the case is over, nor of an acknowledgement, nor while the answer is on its way':
    ({ before, effects }) =>
      effects.every(
        (effect) =>
          effect.do !== 'renew-promise' ||
          (!isOver(before) &&
            (effect.kind === 'given' ||
              !before.answers.some(
                (a) =>
                  a.acceptedAt === null &&
                  a.bouncedAt === null &&
                  a.round === before.reopenings.length &&
                  (effect.kind === 'first-answer' || (effect.kind === 'final-answer' ? a.final : !a.crossed)),
              ))),
      ) && effects.every((effect) => effect.do !== 'renew-promise' || (effect.kind as string) !== 'acknowledgement'),
  'no time from the future is stored, but the end of a wait': ({ after, at, effects }) =>
    timesOf(after).every((time) => time <= at) &&
    effects.every((effect) => effect.do !== 'settle-promise' || effect.at <= at) &&
    effects.every((effect) => effect.do !== 'record' || effect.event.at <= at),
  'the times of a case are in order': ({ after: c }) =>
    timesOf(c).every((time) => time >= c.receivedAt) &&
    (c.firstAnsweredAt === null || (c.takenAt !== null && c.takenAt <= c.firstAnsweredAt)) &&
    (c.finalAnsweredAt === null || (c.firstAnsweredAt !== null && c.firstAnsweredAt <= c.finalAnsweredAt)) &&
    [c.reopenings, c.silenceNotices, c.ends.map((end) => end.at)].every((list) =>
      list.every((time, n) => n === 0 || time >= (list[n - 1] ?? time)),
    ),
  'a refused command leaves the case equal, a change adds one to its version': ({ before, decision, after }) =>
    decision.outcome === 'changed' ? after.version === before.version + 1 : after === before,
  'every change is written into the history': ({ decision, effects }) =>
    decision.outcome !== 'changed' || effects.some((effect) => effect.do === 'record'),
  'the same command at the same time decides the same': ({ before, command, at, facts, decision }) =>
    isDeepStrictEqual(decideCase(before, command, at, facts), decision),
}

test.each(Object.entries(invariants))('%s', (_, holds) => {
  live(holds, runs, 20260302)
})

test('the lives walked reach every state, and every way into one', () => {
  const seen = live(() => true, 4 * runs, 20260303)
  const missing = [
    'received > take > in-progress',
    'acknowledged > letter-bounced > received',
    'in-progress > answer-accepted > answered',
    'in-progress > answer-accepted > in-progress',
    'waiting-for-customer > answer-accepted > answered',
    'waiting-for-customer > customer-wrote > in-progress',
    'waiting-for-third-party > resume > in-progress',
    'answered > answer-bounced > in-progress',
    'answered > letter-bounced > in-progress',
    'answered > customer-wrote > resolved',
    'answered > customer-wrote > in-progress',
    'answered > resolve-by-silence > resolved',
    'answered > reject > rejected',
    'in-progress > resolve-by-customer > resolved',
    'resolved > answer-bounced > in-progress',
    'resolved > close > closed',
    'rejected > close > closed',
    'rejected > letter-bounced > in-progress',
    'closed > customer-wrote > in-progress',
    'closed > reopen > in-progress',
    'resolved > customer-wrote > in-progress',
    'rejected > customer-wrote > in-progress',
  ].filter((way) => !seen.has(way))
  expect(missing).toEqual([])
})
