// What a customer's message tells beside its matter: in which language, and of which danger or hardship. In a language we cannot tell, all are read.
import { cueLanguages, cuesOf, type Cue, type CueLanguage } from './cues/cues.rules.ts'
import type { CueKind } from './cues/cue-words.rules.ts'
import { languageOf } from './language/language.rules.ts'

/** A cue as it is kept with its message. */
export interface ToldCue {
  /** `likely-danger`: no list has the words, but they are like those of danger. */
  readonly kind: CueKind | 'likely-danger'
  readonly isDanger: boolean
  /** As they stand in the message, at most 200 characters. */
  readonly words: string
}

export interface Told {
  /** Of the five we read; null for any other and where it cannot be said. */
  readonly language: CueLanguage | null
  readonly cues: readonly ToldCue[]
}

/** What a page shows of a message, and no letter of a person is longer. */
const mostRead = 20_000
const longestWords = 200

/** @param subject of a message that begins something; empty for others, as "Re: fire in the kitchen" says nothing new
 * @param visibleText without quoted history */
export function toldIn(subject: string, visibleText: string): Told {
  const text = visibleText.slice(0, mostRead)
  const head = subject.slice(0, 1000)
  const { language } = languageOf(`${head}\n${text}`)
  const ours = cueLanguages.find((one) => one === language) ?? null
  const languages = ours === null ? cueLanguages : [ours]
  return { language: ours, cues: [...cuesOf(head, languages), ...cuesOf(text, languages)].map(kept) }
}

const kept = ({ kind, isDanger, words }: Cue): ToldCue => ({
  kind,
  isDanger,
  words: words.slice(0, longestWords).toWellFormed(),
})
