// Long random lives of a case for the tests: every command from anybody at any time, beside a book of promises kept from the effects alone.
import fc from 'fast-check'
import type { CaseCommand, CaseFacts } from '../../src/amend/cases/rules/case-commands.rules.ts'
import type { CaseDecision } from '../../src/amend/cases/rules/case-decision.rules.ts'
import type { CaseEffect, CasePromiseKind } from '../../src/amend/cases/rules/case-effects.rules.ts'
import { openedCase } from '../../src/amend/cases/case.rules.ts'
import type { Case } from '../../src/amend/cases/case.rules.ts'
import { decideCase } from '../../src/amend/cases/rules/decide-case.rules.ts'
import { nextSilenceStep, usualSilencePolicy } from '../../src/amend/cases/rules/silence.rules.ts'
import type { PoolId } from '../../src/shared/ids.ts'
import { choices, dice, person, serving } from './case-choices.ts'
import type { Dice } from './case-choices.ts'
import { merging, takingIn } from './merging-choices.ts'

const day = 86_400_000

/** One moment of a life: what was, what was asked, what came of it. */
export interface Moment {
  readonly before: Case
  readonly command: CaseCommand
  readonly decision: CaseDecision
  readonly after: Case
  readonly effects: readonly CaseEffect[]
  readonly at: Date
  readonly facts: CaseFacts
  readonly world: World
}

/** What an onlooker writes down beside the case, from commands and effects alone. */
export interface World {
  current: Case
  at: Date
  openPromises: CasePromiseKind[]
  promisedByHand: number
  isPaused: boolean
  noticesSinceFinal: Date[]
  /** The case as it was before it was merged into another, with what it owed then. */
  beforeMerge: { readonly current: Case; readonly openPromises: readonly CasePromiseKind[] } | null
  /** The case as it was before something came in, and how it stood right after. */
  beforeTaking: { readonly current: Case; readonly version: number } | null
  readonly seen: Set<string>
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }
  return value
}

/** Writes down what an onlooker sees. */
function keepBook(world: World, { command, effects, after }: Pick<Moment, 'command' | 'effects' | 'after'>): void {
  keepBookOfMerging(world, { command, effects, after })
  for (const effect of effects) {
    if (effect.do === 'make-promise' || effect.do === 'reopen-promise') world.openPromises.push(effect.kind)
    if (effect.do === 'settle-promise') world.openPromises = world.openPromises.filter((kind) => kind !== effect.kind)
    if (effect.do === 'release-promises') world.openPromises = []
    if (effect.do === 'start-pause') world.isPaused = true
    if (effect.do === 'end-pause') world.isPaused = false
    if (effect.do === 'take-up-pause') world.isPaused = true
  }
  if (effects.length === 0) return
  if (command.do === 'notice-accepted') world.noticesSinceFinal.push(command.acceptedAt)
  const isFinal = after.answers.some(
    (a) => command.do === 'answer-accepted' && a.messageId === command.messageId && a.final,
  )
  if (command.do === 'answer-accepted' && isFinal) world.noticesSinceFinal = []
  if (command.do === 'answer-bounced' && after.state !== 'answered') world.noticesSinceFinal = []
  if (effects.some((effect) => effect.do === 'record' && effect.event.kind === 'reopened')) world.noticesSinceFinal = []
}

/** What is owed goes with a case that is merged, and comes back with it. */
function keepBookOfMerging(
  world: World,
  { command, effects, after }: Pick<Moment, 'command' | 'effects' | 'after'>,
): void {
  if (effects.length === 0) return
  if (command.do === 'merge-into') {
    world.beforeMerge = { current: world.current, openPromises: world.openPromises }
    world.openPromises = []
  }
  if (command.do === 'undo-merge') world.openPromises = [...(world.beforeMerge?.openPromises ?? [])]
  if (command.do === 'take-in') world.beforeTaking = { current: world.current, version: after.version }
  // Who was told in either case that we have it is owed no acknowledgement.
  if (command.do !== 'take-in' && command.do !== 'give-back') return
  const [was, is] = [world.current.acknowledgedAt, after.acknowledgedAt]
  if (was === null && is !== null) world.openPromises = world.openPromises.filter((kind) => kind !== 'acknowledgement')
  if (was !== null && is === null) world.openPromises.push('acknowledgement')
}

const [timePasses, served, merged, takenIn] = ['time passes', 'served', 'merged', 'taken in']

/** Up to four weeks of what time does: the next step of silence, with its letter arriving or, now and then, coming back; and somebody impatient. */
function* someWeeks(world: World, { pick, flag }: Dice): Iterable<CaseCommand> {
  for (let week = 0; week <= pick % 4; week++) {
    world.at = new Date(world.at.getTime() + 3 * day)
    if (flag) yield* impatience(world)
    world.at = new Date(world.at.getTime() + 4 * day)
    if (flag) yield* impatience(world)
    const step = nextSilenceStep(world.current, usualSilencePolicy, world.at, factsOf(world))
    if (step.do === 'resume') yield { do: 'resume', by: null }
    if (step.do === 'close' || step.do === 'resolve-by-silence') yield { do: step.do }
    if (step.do !== 'silence-notice') continue
    yield { do: 'silence-notice' }
    const bounces = pick % 8 === week
    yield bounces ? { do: 'letter-bounced', letter: step.do } : { do: 'notice-accepted', acceptedAt: world.at }
  }
}

/** Everything that ends a case, asked at once. */
function* impatience({ at }: World): Iterable<CaseCommand> {
  yield { do: 'silence-notice' }
  yield { do: 'notice-accepted', acceptedAt: at }
  yield { do: 'resolve-by-silence' }
  yield { do: 'close' }
}

/** A machine whose clock fell back changes nothing. */
function askTooEarly(before: Case, command: CaseCommand, facts: CaseFacts): void {
  const decision = decideCase(before, command, new Date(before.changedAt.getTime() - 1), facts)
  if (decision.outcome === 'changed') throw new Error(`changed before its last change: ${JSON.stringify(command)}`)
}

class Step implements fc.Command<object, World> {
  readonly name: string
  readonly dice: Dice
  readonly check: () => boolean
  readonly holds: (moment: Moment) => boolean
  constructor(name: string, rolled: Dice, holds: (moment: Moment) => boolean) {
    this.name = name
    this.dice = rolled
    this.check = () => true
    this.holds = holds
  }
  run(_: object, world: World): void {
    world.at = new Date(world.at.getTime() + Math.max(0, this.dice.wait))
    world.promisedByHand = this.dice.pick % 20 === 1 ? 1 : 0
    for (const command of this.commands(world)) this.ask(world, command)
  }
  commands(world: World): Iterable<CaseCommand> {
    if (this.name === timePasses) return someWeeks(world, this.dice)
    if (this.name === served) return serving(world, this.dice)
    if (this.name === merged) return merging(world, this.dice)
    if (this.name === takenIn) return takingIn(world, this.dice)
    const choose = choices[this.name]
    return choose === undefined ? [] : [choose(world, this.dice)]
  }
  ask(world: World, command: CaseCommand): void {
    const [before, at, facts] = [freeze(world.current), world.at, factsOf(world)]
    if (this.dice.pick === 13) {
      askTooEarly(before, command, facts)
      return
    }
    const decision = decideCase(before, command, at, facts)
    const after = decision.outcome === 'changed' ? decision.next : world.current
    const effects = decision.outcome === 'changed' ? decision.effects : []
    keepBook(world, { command, effects, after })
    world.current = after
    world.seen.add(`${before.state} > ${command.do} > ${after.state}`)
    if (!this.holds({ before, command, decision, after, effects, at, facts, world })) {
      throw new Error(`${before.state} > ${JSON.stringify(command)} > ${JSON.stringify(decision)}`)
    }
  }
  toString(): string {
    return `${this.name} ${JSON.stringify(this.dice)}`
  }
}

const factsOf = (world: World): CaseFacts => ({
  openPromises: world.openPromises.length + world.promisedByHand,
  silence: usualSilencePolicy,
})

/** Walks lives of up to 80 steps, one in four a request, one in two about a member of staff, and checks every moment. Returns the ways seen. */
export function live(holds: (moment: Moment) => boolean, numRuns: number, seed: number): ReadonlySet<string> {
  const seen = new Set<string>()
  const steps = [
    ...Object.keys(choices),
    timePasses,
    timePasses,
    timePasses,
    served,
    served,
    served,
    served,
    served,
    served,
    merged,
    takenIn,
  ].map((name) => dice.map((rolled) => new Step(name, rolled, holds)))
  const start = fc.record({ kind: fc.constantFrom('complaint', 'complaint', 'complaint', 'request'), about: fc.nat(1) })
  fc.assert(
    fc.property(start, fc.commands(steps, { maxCommands: 80, size: 'max' }), ({ kind, about }, commands) => {
      const receivedAt = new Date('2026-03-02T09:00:00Z')
      const aboutStaffIds = about === 1 ? [person(3)] : []
      const opened = openedCase({ kind, poolId: 'pool' as PoolId, dutyStaffId: person(0), aboutStaffIds, receivedAt })
      if (opened === null) throw new Error('not opened')
      const world: World = {
        current: opened.next,
        at: receivedAt,
        openPromises: [],
        promisedByHand: 0,
        isPaused: false,
        noticesSinceFinal: [],
        beforeMerge: null,
        beforeTaking: null,
        seen,
      }
      keepBook(world, { command: { do: 'close' }, effects: opened.effects, after: opened.next })
      fc.modelRun(() => ({ model: {}, real: world }), commands)
    }),
    { numRuns, seed },
  )
  return seen
}
