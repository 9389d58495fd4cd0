// What a draft asks its reader for that they have told before: where in the draft, what they told, and in which of their messages. It warns and shows.
import type { CueLanguage } from '../../../hear/understanding/cues/cues.rules.ts'
import type { FactKind } from '../../../hear/understanding/facts/fact-words.rules.ts'
import { factsAskedFor, factsTold } from '../../../hear/understanding/facts/facts.rules.ts'
import type { Place } from './repeats.rules.ts'

/** A message of theirs. */
export interface ToldMessage {
  readonly text: string
  readonly language: CueLanguage | null
  /** Whether files came with it: a photo that was asked for may be among them. */
  readonly hasFiles: boolean
}

export interface AskedAgain extends Place {
  readonly kind: FactKind
  /** Which message, by its place in the list. */
  readonly message: number
  /** What they told, at most 100 characters; empty for files. */
  readonly value: string
}

/** Kinds of which there is one to a matter, so that what was told answers what is asked. "What happened" and dates may mean many things. */
const answered: ReadonlySet<FactKind> = new Set<FactKind>([
  ...(['order-number', 'invoice-number', 'tracking-number', 'customer-number', 'serial-number'] as const),
  ...(['phone', 'photo'] as const),
])
const longestValue = 100

/** @param told their messages, the newest first: of what was told twice the newest counts */
export function askedAgain(
  draft: string,
  language: CueLanguage | null,
  told: readonly ToldMessage[],
): readonly AskedAgain[] {
  const asked = factsAskedFor(draft, language).filter(({ kind }) => answered.has(kind))
  if (asked.length === 0) return []
  const known = new Map<FactKind, Pick<AskedAgain, 'message' | 'value'>>()
  for (const [message, { text, language: spoken, hasFiles }] of told.entries()) {
    if (hasFiles && !known.has('photo')) known.set('photo', { message, value: '' })
    for (const { kind, value } of factsTold(text, spoken))
      if (kind !== 'photo' && !known.has(kind)) known.set(kind, { message, value: value.slice(0, longestValue) })
  }
  const kinds = new Set<FactKind>()
  return asked.flatMap(({ kind, place }) => {
    const before = known.get(kind)
    if (!before || kinds.has(kind)) return []
    kinds.add(kind)
    return [{ kind, from: place.from, until: place.until, ...before }]
  })
}
