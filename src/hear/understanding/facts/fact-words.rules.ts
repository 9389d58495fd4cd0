// What the lists of one language say of facts: which turns ask, which nouns name a fact, which words tell one. Types only.
import type { Turn } from '../reading/turns.rules.ts'

export type NumberKind = 'order-number' | 'invoice-number' | 'tracking-number' | 'customer-number' | 'serial-number'
export type SaidKind = 'product' | 'photo' | 'address' | 'tried' | 'happened'
export type FactKind = NumberKind | SaidKind | 'date' | 'amount' | 'phone'

export interface FactWords {
  /** Turns that ask the reader for something. */
  readonly asks: readonly Turn[]
  /** Turns that make the sentence no request after all. */
  readonly spares: readonly Turn[]
  /** What names each fact in a request. */
  readonly nouns: Readonly<Record<FactKind, readonly Turn[]>>
  /** What stands before a number and says whose it is. */
  readonly labels: Readonly<Record<NumberKind | 'phone', readonly Turn[]>>
  /** Turns that tell the fact themselves. */
  readonly told: Readonly<Record<SaidKind, readonly Turn[]>>
}
