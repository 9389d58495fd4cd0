// A case that is merged into another for a while, and one that something comes into, and what is tried in between.
import type { CaseCommand } from '../../src/amend/cases/rules/case-commands.rules.ts'
import type { Taking } from '../../src/amend/cases/rules/case-merging.rules.ts'
import type { CaseId, MessageId } from '../../src/shared/ids.ts'
import { choices, person, type Dice } from './case-choices.ts'
import type { World } from './case-lives.ts'

const other = 'other' as CaseId

/** Anything else that may be asked meanwhile. */
function* meanwhile(world: World, dice: Dice): Iterable<CaseCommand> {
  const names = Object.keys(choices)
  for (const offset of [0, 7, 13]) {
    const choose = choices[names[(dice.pick + dice.other + offset) % names.length] ?? 'close']
    if (choose) yield choose(world, dice)
  }
}

export function* merging(world: World, dice: Dice): Iterable<CaseCommand> {
  yield { do: 'merge-into', by: person(dice.who), into: other }
  yield* meanwhile(world, dice)
  if (dice.pick % 5 > 0) yield { do: 'undo-merge', by: person(dice.other) }
}

/** Another case, or messages of it, come in; now and then they go back, at once or after something else. */
export function* takingIn(world: World, dice: Dice): Iterable<CaseCommand> {
  const by = person(dice.who)
  const taking: Taking = {
    ...{
      what: dice.flag ? 'case' : 'messages',
      from: other,
      ownerStaffId: dice.pick % 3 === 0 ? person(dice.other) : null,
    },
    ...{
      aboutStaffIds: dice.pick % 4 === 0 ? [person(dice.other)] : [],
      acknowledgedAt: dice.pick % 5 === 0 ? world.at : null,
    },
  }
  yield { do: 'merged-answer-bounced', messageId: `message-${String(dice.pick)}` as MessageId }
  const before = world.current
  yield { do: 'take-in', by, taking }
  if (world.current === before) return
  yield* goBack(world, by, taking)
  yield { do: 'part-with', by, parting: { what: 'split', other } }
  yield { do: 'have-back', by, parting: { what: 'split', other } }
  yield { do: 'take-in', by, taking }
  if (dice.pick % 2 === 0) yield* meanwhile(world, dice)
  yield* goBack(world, by, taking)
}

function* goBack(
  { current, beforeTaking }: World,
  by: ReturnType<typeof person>,
  taking: Taking,
): Iterable<CaseCommand> {
  if (beforeTaking === null) return
  const { state, waitingUntil, aboutStaffIds, acknowledgedAt } = beforeTaking.current
  const was = current.version === beforeTaking.version ? { state, waitingUntil, aboutStaffIds, acknowledgedAt } : null
  yield { do: 'give-back', by, taking, was }
}
