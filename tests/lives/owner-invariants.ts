// Whose case it is, who may take it, answer it and speak for the customer.
import { staff } from './case-choices.ts'
import { isSame, type Invariants } from './invariants.ts'

export const ownerInvariants: Invariants = {
  'one pool and one duty person and no owner before the first taking': ({ after }) =>
    after.takenAt !== null || (after.ownerStaffId === null && staff.includes(after.dutyStaffId) && after.poolId !== ''),
  'exactly one owner for ever after the first taking, and the duty person stays in the history': ({ before, after }) =>
    (after.takenAt === null) === (after.ownerStaffId === null) &&
    (after.takenAt === null || after.dutyStaffId === before.dutyStaffId) &&
    (before.takenAt === null || (after.ownerStaffId !== null && isSame(after.takenAt, before.takenAt))),
  'taking is possible for one: the second is refused and told who has it': ({ before, command, decision }) =>
    command.do !== 'take' ||
    before.ownerStaffId === null ||
    before.merged !== null ||
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
    (command.do === 'name-subject' && command.staffId === before.ownerStaffId) ||
    command.do === 'undo-hand-over',
  'a handover is undone by who did it, at once, before the customer is told and before anything else happens': ({
    before,
    command,
    decision,
    after,
    at,
  }) =>
    command.do !== 'undo-hand-over' ||
    decision.outcome !== 'changed' ||
    (command.handOver !== null &&
      command.handOver.by === command.by &&
      command.handOver.to === before.ownerStaffId &&
      command.handOver.from === after.ownerStaffId &&
      isSame(command.handOver.at, before.changedAt) &&
      at.getTime() - command.handOver.at.getTime() <= 60_000 &&
      !command.handOver.isTold),
  'an answer is written by the owner only': ({ before, command, after }) =>
    after.answers.length <= before.answers.length ||
    (command.do === 'answer' && command.by === before.ownerStaffId && after.answers.at(-1)?.by === command.by),
  'nobody but the owner speaks for the customer, and says how they know': ({ command, decision }) =>
    command.do !== 'resolve-by-customer' ||
    command.by === null ||
    decision.outcome !== 'changed' ||
    (command.reason.trim() !== '' &&
      decision.next.ownerStaffId === command.by &&
      decision.effects.some((effect) => effect.do === 'record' && effect.event.words === command.reason)),
}
