// A case that lives on in another, and one that another came into: what each keeps, what it owes, and that the undo leaves no trace but in the history.
import { isDeepStrictEqual } from 'node:util'
import type { Case } from '../../src/amend/cases/case.rules.ts'
import type { Invariants } from './invariants.ts'

const plain = ({ version: _version, changedAt: _changedAt, answers: _answers, ...rest }: Case) => rest

export const mergingInvariants: Invariants = {
  'a merged case says where it went, owes nothing, waits for nobody and stops no clock': ({ after, world }) =>
    (after.state === 'merged') === (after.merged !== null) &&
    (after.state !== 'merged' || (world.openPromises.length === 0 && after.waitingUntil === null && !world.isPaused)),
  'a merged case changes no more but by the undo, or because an answer of its came back': ({
    before,
    command,
    decision,
  }) =>
    before.state !== 'merged' ||
    decision.outcome !== 'changed' ||
    command.do === 'undo-merge' ||
    command.do === 'answer-bounced',
  'a merge that is undone leaves the case as it was': ({ command, decision, after, world }) =>
    command.do !== 'undo-merge' ||
    decision.outcome !== 'changed' ||
    (world.beforeMerge !== null && isDeepStrictEqual(plain(after), plain(world.beforeMerge.current))),
  'nothing is merged while something we wrote has not left': ({ before, command, decision }) =>
    (command.do !== 'merge-into' && command.do !== 'take-in') ||
    decision.outcome !== 'changed' ||
    (before.noticeQueuedAt === null && before.answers.every((a) => a.acceptedAt !== null || a.bouncedAt !== null)),
  'what comes in changes neither owner nor kind nor any time, and goes only to a case that is worked on': ({
    before,
    command,
    decision,
    after,
    effects,
  }) =>
    command.do !== 'take-in' ||
    decision.outcome !== 'changed' ||
    (after.ownerStaffId === before.ownerStaffId &&
      after.dutyStaffId === before.dutyStaffId &&
      ['received', 'acknowledged', 'in-progress', 'waiting-for-third-party'].includes(after.state) &&
      isDeepStrictEqual(after.ends, before.ends) &&
      isDeepStrictEqual(after.reopenings, before.reopenings) &&
      effects.every((effect) => effect.do === 'record' || effect.do === 'end-pause')),
  'whom either case is about is kept from the one that stays': ({ before, command, decision, after }) =>
    command.do !== 'take-in' ||
    decision.outcome !== 'changed' ||
    [...before.aboutStaffIds, ...command.taking.aboutStaffIds].every((one) => after.aboutStaffIds.includes(one)),
  'what came in and goes back at once leaves no trace': ({ command, decision, after, world }) =>
    command.do !== 'give-back' ||
    command.was === null ||
    decision.outcome !== 'changed' ||
    (world.beforeTaking !== null && isDeepStrictEqual(plain(after), plain(world.beforeTaking.current))),
  'an answer of a merged case that came back leaves nothing answered or over': ({ command, decision, before, after }) =>
    command.do !== 'merged-answer-bounced' ||
    decision.outcome !== 'changed' ||
    before.ownerStaffId === null ||
    ['in-progress', 'waiting-for-customer', 'waiting-for-third-party'].includes(after.state),
}
