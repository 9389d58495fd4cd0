// What nobody is told: who is what, who would have left, what each cause did, and which case belongs to which cause.
import type { Person } from './people.ts'
import type { Draft, Hurt, Town } from './town.ts'

export interface CustomerTruth {
  readonly kind: 'customer'
  readonly customer: string
  readonly group: Person['group']
  readonly isConnector: boolean
  readonly isAbuser: boolean
  readonly isInfluencer: boolean
  /** People brought in a year, as they were made. */
  readonly referralRate: number
  readonly aliveAtUntil: boolean
  readonly leftAt: string | null
  /** Causes that hurt them, and whether they ever said so. */
  readonly hurtBy: readonly string[]
  readonly hasSpoken: boolean
  /** Without good handling they would have left for it. */
  readonly wouldHaveLeft: boolean
  readonly hasLeftForIt: boolean
  /** People they warn of the company. */
  readonly warns: number
}

export interface CauseTruth {
  readonly kind: 'cause'
  readonly cause: string
  readonly from: string
  readonly to: string
  /** The ordinary troubles of a shop, without a beginning of their own. */
  readonly isSteady: boolean
  readonly hurt: number
  readonly spoke: number
}

export interface CaseTruth {
  readonly kind: 'case'
  readonly case: string
  /** Null for a plain request. */
  readonly cause: string | null
  readonly outcome: 'good' | 'fair' | 'bad'
}

export type TruthLine = CustomerTruth | CauseTruth | CaseTruth

export function truthOf(
  town: Town,
  people: readonly Person[],
  cases: readonly (readonly [string, Draft])[],
): readonly TruthLine[] {
  const hurts = Map.groupBy(town.hurts, ({ person }) => person)
  return [
    ...people.map((person) => customerTruth(town, person, hurts.get(person) ?? [])),
    ...town.causes.map(({ key, from, to, isSteady }): CauseTruth => {
      const its = town.hurts.filter(({ cause }) => cause.key === key)
      const spoke = its.filter(({ hasSpoken }) => hasSpoken).length
      return { kind: 'cause', cause: key, from: iso(from), to: iso(to), isSteady, hurt: its.length, spoke }
    }),
    ...cases.map(([id, { story, outcome }]): CaseTruth => {
      return { kind: 'case', case: id, cause: 'cause' in story.about ? story.about.cause.key : null, outcome }
    }),
  ]
}

const iso = (at: number): string => new Date(at).toISOString()

function customerTruth(town: Town, person: Person, hurts: readonly Hurt[]): CustomerTruth {
  const { id, group, isConnector, isAbuser, isInfluencer, referralRate } = person
  const leftAt = town.leftAt.get(person) ?? Infinity
  const hasLeft = leftAt <= town.until
  return {
    ...{ kind: 'customer', customer: id, group, isConnector, isAbuser, isInfluencer },
    referralRate: Math.round(referralRate * 10_000) / 10_000,
    ...{ aliveAtUntil: !hasLeft, leftAt: hasLeft ? iso(leftAt) : null },
    hurtBy: hurts.map(({ cause }) => cause.key),
    hasSpoken: hurts.some((one) => one.hasSpoken),
    wouldHaveLeft: hurts.some((one) => one.wouldHaveLeft),
    hasLeftForIt: hurts.some((one) => one.hasLeft),
    warns: hurts.reduce((sum, one) => sum + one.warns, 0),
  }
}
