// What happens in the sample company while it is simulated: orders, refunds, visits, cases, and who was hurt by what.
import type { CaseStep } from '../../src/moving-in/history.schema.ts'
import type { Product } from './catalogue.ts'
import type { Cause } from './causes.ts'
import type { Chance } from './chance.ts'
import type { FirstMessage } from './first-message.ts'
import type { Person } from './people.ts'
import type { Roster } from './roster.ts'
import type { Speaker } from './speaking.ts'
import type { RequestTexts } from './texts/shape.ts'

export interface Order {
  readonly id: string
  readonly person: Person
  readonly at: number
  readonly amount: number
  readonly items: readonly { readonly name: string; readonly quantity: number }[]
  readonly product: Product
}

/** Why somebody writes, and about what. */
export interface Story {
  readonly person: Person
  readonly at: number
  readonly about: { readonly cause: Cause } | { readonly request: RequestTexts }
  readonly order: Order | null
  /** How many orders they have made so far. */
  readonly orders: number
  /** They are wrong, and honest. */
  readonly isMistaken: boolean
}

export interface Played {
  readonly steps: readonly CaseStep[]
  readonly outcome: 'good' | 'fair' | 'bad'
  readonly endedAt: number
  readonly refund: { readonly at: number; readonly amount: number; readonly reason: string } | null
}

export interface Draft extends Played {
  readonly message: FirstMessage
  readonly story: Story
}

export interface Hurt {
  readonly person: Person
  readonly cause: Cause
  readonly at: number
  readonly hasSpoken: boolean
  readonly wouldHaveLeft: boolean
  readonly hasLeft: boolean
  /** People they warn of the company. */
  readonly warns: number
}

export interface Town {
  readonly from: number
  readonly until: number
  readonly chance: Chance
  readonly causes: readonly Cause[]
  readonly roster: Roster
  readonly speaker: Speaker
  readonly orders: Order[]
  readonly refunds: { readonly order: Order; readonly at: number; readonly amount: number; readonly reason: string }[]
  readonly visits: { readonly person: Person; readonly at: number; readonly page: string }[]
  readonly drafts: Draft[]
  readonly hurts: Hurt[]
  readonly leftAt: Map<Person, number>
  /** First messages that were sent already: nobody writes the same letter as somebody else. */
  readonly written: Set<string>
  readonly ordersOn: Map<number, number>
}
