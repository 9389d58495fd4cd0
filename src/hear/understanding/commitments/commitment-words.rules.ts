// What the lists of one language say of promises and of when they fall due. Types only.
import type { Turn } from '../reading/turns.rules.ts'

export type DayWord = 'today' | 'tomorrow' | 'after-tomorrow' | 'end-of-week' | 'next-week' | 'end-of-month'
export type PartOfDay = 'morning' | 'noon' | 'afternoon' | 'evening' | 'close'
export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month'

export interface CommitmentWords {
  readonly named: Readonly<Record<string, string>>
  /** Turns by which we say that we will do something, or that the reader will have something of us. */
  readonly promises: readonly Turn[]
  /** Endings, accents kept, of verbs by which we say so, and words that only look like it. */
  readonly endings: readonly string[]
  readonly notEndings: readonly string[]
  /** In the clause of the promise these deny it. */
  readonly denials: readonly Turn[]
  /** Anywhere in the sentence these leave it open, or put it into another mouth. */
  readonly doubts: readonly Turn[]
  /** Turns in which the words above deny and doubt nothing. */
  readonly harmless: readonly Turn[]
  readonly days: Readonly<Record<DayWord, readonly Turn[]>>
  readonly parts: Readonly<Record<PartOfDay, readonly Turn[]>>
  /** Stand before a length of time: within, in. */
  readonly within: readonly Turn[]
  /** Stand before a day that is no longer in time. */
  readonly before: readonly Turn[]
  /** Plain words for 1, 2, 3 …; spellings parted by a bar. */
  readonly numbers: readonly string[]
  readonly units: Readonly<Record<Unit, string>>
  /** Plain words that make a day a working day. */
  readonly working: string
  /** Hours written in the language, tried in order: groups `hour`, and where there are any `minute`, `half` (past), `before` (half to), `late` (after noon). */
  readonly clocks: readonly RegExp[]
}
