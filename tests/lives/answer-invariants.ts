// What counts as an answer, from when, and what a customer’s or a machine’s mail does to it.
import { isDeepStrictEqual } from 'node:util'
import { counts, isOnItsWay } from '../../src/amend/cases/case.rules.ts'
import { isSame, type Invariants } from './invariants.ts'

export const answerInvariants: Invariants = {
  'whatever a customer has to say is never left answered': ({ before, command, after }) =>
    command.do !== 'customer-wrote' ||
    (command.meaning !== 'still-broken' && command.meaning !== 'new-information') ||
    before.ownerStaffId === null ||
    before.merged !== null ||
    (after.state === 'in-progress' &&
      after.answers.every((a) => a.crossed || a.acceptedAt !== null || a.bouncedAt !== null)),
  'automatic mail never counts as an answer': ({ before, command, after }) =>
    command.do === 'answer-accepted' ||
    command.do === 'answer-bounced' ||
    (isSame(before.firstAnsweredAt, after.firstAnsweredAt) && isSame(before.finalAnsweredAt, after.finalAnsweredAt)),
  'machine mail changes nothing': ({ command, decision }) =>
    command.do !== 'machine-wrote' || decision.outcome === 'unchanged',
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
  'only an answer that has not left is taken back, by who wrote it, and nothing else of the case changes': ({
    before,
    command,
    decision,
    after,
  }) =>
    command.do !== 'recall-answer' ||
    decision.outcome !== 'changed' ||
    (before.answers.some((a) => a.messageId === command.messageId && a.by === command.by && isOnItsWay(a)) &&
      isDeepStrictEqual(
        { ...before, answers: before.answers.filter((a) => a.messageId !== command.messageId) },
        { ...after, version: before.version, changedAt: before.changedAt },
      )),
  'a bounce from before a reopening leaves the times of that round alone': ({ before, command, after }) =>
    command.do !== 'answer-bounced' ||
    before.answers.some((a) => a.messageId === command.messageId && a.round === before.reopenings.length) ||
    (isSame(before.firstAnsweredAt, after.firstAnsweredAt) && isSame(before.finalAnsweredAt, after.finalAnsweredAt)),
}
