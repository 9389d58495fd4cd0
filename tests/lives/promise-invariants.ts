// What is promised while a case is open, when its clock stands still, and who hears that we are late.
import { isOver, type Invariants } from './invariants.ts'

export const promiseInvariants: Invariants = {
  'a case that is not answered has its final answer promised, once, and a reopened one its next': ({ after, world }) =>
    new Set(world.openPromises).size === world.openPromises.length &&
    (isOver(after) || after.state === 'answered' || world.openPromises.includes('final-answer')) &&
    (!after.isReopened || after.merged !== null || world.openPromises.includes('still-broken-answer')),
  'promises pause exactly while the case waits for the customer': ({ after, world }) =>
    world.isPaused === (after.state === 'waiting-for-customer'),
  'somebody outside ends the wait for them, and changes nothing else of the customer’s': ({
    before,
    command,
    after,
    effects,
  }) =>
    command.do !== 'third-party-heard' ||
    (effects.every(({ do: what }) => what === 'record') &&
      after.reopenings.length === before.reopenings.length &&
      after.state === (before.state === 'waiting-for-third-party' ? 'in-progress' : before.state)),
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
}
