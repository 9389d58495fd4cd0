// Cues of danger to life or health, and of vulnerability, in a customer's words: which kind, which words decided, where. No judgement of a person.
import { findTurns, turnsOf } from '../reading/turns.rules.ts'
import type { Found, Turn, Turns } from '../reading/turns.rules.ts'
import { readWords } from '../reading/words-of-text.rules.ts'
import type { Reading, Word } from '../reading/words-of-text.rules.ts'
import type { CueKind, CueWords, Danger } from './cue-words.rules.ts'
import { wordsOfGerman } from './words-de.rules.ts'
import { wordsOfEnglish } from './words-en.rules.ts'
import { wordsOfSpanish } from './words-es.rules.ts'
import { wordsOfFrench } from './words-fr.rules.ts'
import { wordsOfItalian } from './words-it.rules.ts'

export type CueLanguage = 'en' | 'de' | 'fr' | 'es' | 'it'
export const cueLanguages: readonly CueLanguage[] = ['en', 'de', 'fr', 'es', 'it']

export interface Cue {
  readonly isDanger: boolean
  readonly kind: CueKind
  readonly language: CueLanguage
  /** The words that decided, as they stand in the text at [from, until), UTF-16 units. */
  readonly words: string
  readonly from: number
  readonly until: number
}

/** No more of one kind are told: a text that says a thing ten times says it. */
export const mostOfAKind = 10
/** A negation reaches so many words. */
const reachBefore = 5
const reachAfter = 4
/** And so does a thought: "it could have". */
const reachOfThought = 12

const dangers: ReadonlySet<CueKind> = new Set<Danger>([
  'injury',
  'fire',
  'gas',
  'shock',
  'allergy',
  'self-harm',
  'threat',
  'child-in-danger',
])
export const isDanger = (kind: CueKind): kind is Danger => dangers.has(kind)

/** "If you do this, I will …" is as serious with a condition as without. */
const staysRealInThought: ReadonlySet<CueKind> = new Set<CueKind>(['self-harm', 'threat'])

interface Lists {
  readonly cues: Turns<CueKind>
  readonly figures: Turns<'figure'>
  readonly marks: Turns<Mark>
}
type Mark = 'no' | 'no-after' | 'break' | 'unreal' | 'unreal-question'

const listsOf: Readonly<Record<CueLanguage, Lists>> = {
  en: sorted(wordsOfEnglish),
  de: sorted(wordsOfGerman),
  fr: sorted(wordsOfFrench),
  es: sorted(wordsOfSpanish),
  it: sorted(wordsOfItalian),
}

function sorted({ named, turns, figures, ...words }: CueWords): Lists {
  const kinds = Object.entries(turns) as readonly (readonly [CueKind, readonly Turn[]])[]
  return {
    cues: turnsOf(kinds, named),
    figures: turnsOf([['figure', figures]], named),
    marks: turnsOf(
      [
        ['no', words.negators],
        ['no-after', words.negatorsAfter],
        ['break', words.breaks],
        ['unreal', words.unreal],
        ['unreal-question', words.unrealInQuestion],
      ],
      named,
    ),
  }
}

/** Cues in the visible text (without quoted history), read in the languages given; in order of place. Pure, linear, for any text. */
export function cuesOf(text: string, languages: readonly CueLanguage[]): readonly Cue[] {
  return searchCues(text, languages).cues
}

/** The same with the number of words compared. */
export function searchCues(
  text: string,
  languages: readonly CueLanguage[],
): { readonly cues: readonly Cue[]; readonly steps: number } {
  const reading = readWords(text)
  const each = languages.map((language) => inLanguage(text, reading, language))
  const cues = each.flatMap((one) => one.cues).sort((a, b) => a.from - b.from)
  return { cues: withoutEchoes(cues), steps: each.reduce((sum, one) => sum + one.steps, 0) }
}

function inLanguage(text: string, reading: Reading, language: CueLanguage) {
  const lists = listsOf[language]
  const [cues, figures, marks] = [
    findTurns(reading, lists.cues),
    findTurns(reading, lists.figures),
    findTurns(reading, lists.marks),
  ]
  const said = saidOf(reading, marks.found, figures.found)
  const kept = cues.found.filter((one) => isMeant(one, reading, said))
  return {
    cues: kept.flatMap((one) => cueOf(one, text, reading.words, language) ?? []),
    steps: cues.steps + figures.steps + marks.steps,
  }
}

/** Numbers of the words that stand in each of these. */
interface Said {
  readonly figurative: ReadonlySet<number>
  readonly no: ReadonlySet<number>
  readonly noAfter: ReadonlySet<number>
  readonly breaks: ReadonlySet<number>
  /** Where a mere thought begins or ends: what shares its clause is thought, up to a break. */
  readonly unreal: ReadonlySet<number>
}

function saidOf(reading: Reading, marks: readonly Found<Mark>[], figures: readonly Found<'figure'>[]): Said {
  const numbers = (mark: Mark): readonly number[] =>
    marks.filter(({ label }) => label === mark).flatMap(({ first, last }) => range(first, last))
  const inQuestion = numbers('unreal-question').filter((at) => isQuestion(reading, at))
  return {
    figurative: new Set(figures.flatMap(({ first, last }) => range(first, last))),
    no: new Set(numbers('no')),
    noAfter: new Set(numbers('no-after')),
    breaks: new Set(numbers('break')),
    unreal: new Set([...numbers('unreal'), ...inQuestion]),
  }
}

const range = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at)

const isQuestion = ({ words, sentences }: Reading, at: number): boolean =>
  sentences[words[at]?.sentence ?? -1]?.isQuestion === true

/** Whether the words mean what they say: no figure of speech, not denied, not merely thought. */
function isMeant({ label, first, last, between }: Found<CueKind>, { words }: Reading, said: Said): boolean {
  if (range(first, last).some((at) => said.figurative.has(at))) return false
  if (between.some((at) => said.no.has(at))) return false
  if (between.some((at) => said.unreal.has(at))) return false
  if (!staysRealInThought.has(label) && isThought(words, said, first, last)) return false
  if (isDenied(words, said.no, said.breaks, first, -1, reachBefore)) return false
  return !isDanger(label) || !isDenied(words, said.noAfter, said.breaks, last, 1, reachAfter)
}

const isThought = (words: readonly Word[], { unreal, breaks }: Said, first: number, last: number): boolean =>
  isDenied(words, unreal, breaks, first, -1, reachOfThought) || isDenied(words, unreal, breaks, last, 1, reachOfThought)

/** Whether a denying word stands within reach of a word, in its clause, with nothing in between that ends its reach. */
function isDenied(
  words: readonly Word[],
  deniers: ReadonlySet<number>,
  breaks: ReadonlySet<number>,
  from: number,
  direction: 1 | -1,
  reach: number,
): boolean {
  for (let step = 1; step <= reach; step++) {
    const at = from + step * direction
    if (words[at]?.clause !== words[from]?.clause || breaks.has(at)) return false
    if (deniers.has(at)) return true
  }
  return false
}

function cueOf(
  { label, first, last }: Found<CueKind>,
  text: string,
  words: readonly Word[],
  language: CueLanguage,
): Cue | undefined {
  const [from, until] = [words[first]?.from, words[last]?.until]
  if (from === undefined || until === undefined) return undefined
  return { isDanger: isDanger(label), kind: label, language, words: text.slice(from, until), from, until }
}

/** Each kind once at a place, ten times at most; cues in order of place. */
function withoutEchoes(cues: readonly Cue[]): readonly Cue[] {
  const told = new Map<CueKind, { count: number; until: number }>()
  return cues.filter(({ kind, from, until }) => {
    const before = told.get(kind) ?? { count: 0, until: 0 }
    if (from < before.until || before.count >= mostOfAKind) return false
    told.set(kind, { count: before.count + 1, until })
    return true
  })
}
