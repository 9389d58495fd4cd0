// What is written down: times in their order, versions, history, and the same decision for the same question.
import { isDeepStrictEqual } from 'node:util'
import type { Case } from '../../src/amend/cases/case.rules.ts'
import { decideCase } from '../../src/amend/cases/rules/decide-case.rules.ts'
import { isSame, type Invariants } from './invariants.ts'

const startsWith = (list: readonly unknown[], head: readonly unknown[]) =>
  isDeepStrictEqual(list.slice(0, head.length), head)
const timesOf = (c: Case): readonly Date[] =>
  [
    ...[c.receivedAt, c.acknowledgedAt, c.takenAt, c.firstAnsweredAt, c.finalAnsweredAt, c.resolvedAt, c.rejectedAt],
    ...[c.closedAt, c.noticeQueuedAt, c.changedAt, ...c.reopenings, ...c.silenceNotices],
    ...c.ends.map((end) => end.at),
    ...c.answers.flatMap((answer) => [answer.writtenAt, answer.acceptedAt, answer.bouncedAt]),
  ].filter((time) => time !== null)

export const recordInvariants: Invariants = {
  'a time once set moves only because what set it came back': ({ before, command, after }) =>
    startsWith(after.ends, before.ends) &&
    startsWith(after.reopenings, before.reopenings) &&
    (command.do === 'answer-bounced' ||
      ((before.firstAnsweredAt === null || isSame(before.firstAnsweredAt, after.firstAnsweredAt)) &&
        (before.finalAnsweredAt === null || isSame(before.finalAnsweredAt, after.finalAnsweredAt)))) &&
    (command.do === 'letter-bounced' ||
      command.do === 'give-back' ||
      before.acknowledgedAt === null ||
      isSame(before.acknowledgedAt, after.acknowledgedAt)),
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
