// What a language brings along to recognise cues of danger and vulnerability: the shape of the lists beside this file.
import type { Turn } from '../reading/turns.rules.ts'

/** Danger to life or health. */
export type Danger = 'injury' | 'fire' | 'gas' | 'shock' | 'allergy' | 'self-harm' | 'threat' | 'child-in-danger'
/** What makes somebody easier to harm, and asks for care. */
export type Vulnerability =
  'illness' | 'disability' | 'bereavement' | 'hardship' | 'domestic-violence' | 'minor' | 'very-old'

export type CueKind = Danger | Vulnerability

export interface CueWords {
  /** Lists that turns name in braces. */
  readonly named: Readonly<Record<string, string>>
  readonly turns: Readonly<Record<CueKind, readonly Turn[]>>
  /** Figures of speech: a cue that shares a word with one is none. */
  readonly figures: readonly Turn[]
  /** Words that deny what follows them in the clause, and words that deny what stands before them. */
  readonly negators: readonly Turn[]
  readonly negatorsAfter: readonly Turn[]
  /** Words behind which a negation no longer reaches. */
  readonly breaks: readonly Turn[]
  /** What makes a clause a mere thought: "could have", "if it had". */
  readonly unreal: readonly Turn[]
  /** Words that make a question a mere thought: "what happens if". */
  readonly unrealInQuestion: readonly Turn[]
}
