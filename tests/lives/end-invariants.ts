// How a case ends and opens again: by whose word, after what silence, and never behind the customer’s back.
import { isDeepStrictEqual } from 'node:util'
import type { CaseEffect, CasePromiseKind } from '../../src/amend/cases/rules/case-effects.rules.ts'
import { standingEnd } from '../../src/amend/cases/case.rules.ts'
import { usualSilencePolicy } from '../../src/amend/cases/rules/silence.rules.ts'
import { isOver, isSame, type Invariants } from './invariants.ts'

const day = 86_400_000
const makes = (effects: readonly CaseEffect[], kind: CasePromiseKind) =>
  effects.some((effect) => effect.do === 'make-promise' && effect.kind === kind)

export const endInvariants: Invariants = {
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
    before.merged !== null ||
    !(isOver(before) || before.state === 'answered') ||
    (after.state === 'in-progress' && after.isReopened && makes(effects, 'still-broken-answer')),
  'a new matter makes a new case and leaves this one': ({ before, command, after, effects }) =>
    command.do !== 'customer-wrote' ||
    command.meaning !== 'new-matter' ||
    before.merged !== null ||
    (effects.some((effect) => effect.do === 'open-new-case' && effect.messageId === command.messageId) &&
      isDeepStrictEqual({ ...after, version: 0, changedAt: 0 }, { ...before, version: 0, changedAt: 0 })),
  'nothing is closed while a promise is open': ({ before, after, world }) =>
    (before.merged?.state ?? before.state) === 'closed' ||
    after.state !== 'closed' ||
    world.openPromises.length + world.promisedByHand === 0,
  'a case stays open to the customer for the stated days before it is closed': ({ before, after, at }) =>
    (before.merged?.state ?? before.state) === 'closed' ||
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
  'rejected needs a final answer, reasons and recourse, and tells the customer both': ({ before, after, effects }) =>
    after.state !== 'rejected' ||
    (before.merged?.state ?? before.state) === 'rejected' ||
    (before.state === 'answered' &&
      (after.rejection?.reasons ?? '').trim() !== '' &&
      (after.rejection?.recourse ?? '').trim() !== '' &&
      effects.some((effect) => effect.do === 'queue-letter' && effect.letter === 'rejection')),
}
