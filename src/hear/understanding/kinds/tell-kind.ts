// What a message most likely is: how likely, by which words, and nothing where it is not clear. It decides nothing: what ends, stops or reopens anything is
// for the rules beside it (kind.rules.ts, meaning.rules.ts) and for people.
import type { Classifier } from '../../../stats/text/classifier.ts'
import { trainClassifier } from '../../../stats/text/learning-classifier.ts'
import type { CueLanguage } from '../cues/cues.rules.ts'
import { type EvidenceFound, evidenceIn, featuresOf } from './evidence.ts'
import { type Evidence, type MessageKind, messageKinds } from './kind-words.rules.ts'
import { labelledKinds } from './labelled-kinds.ts'

export interface KindTold {
  readonly kind: MessageKind
  /** Between 0 and 1. */
  readonly probability: number
  /** As they stand in the text: what spoke for it, at most three. Empty where no listed turn did. */
  readonly words: readonly string[]
}

/** Below this nothing is told. */
export const leastSure = 0.85
/**
 * How far scores are believed. Fitted on what a classifier says that has seen neither the language nor the matter of a sentence (kinds.test.ts says it again): one that is fitted on sentences like those it has seen is too sure.
 */
export const slope = 3.29
/** Nobody says of what kind a letter is behind its second page. */
const mostRead = 4000
const mostWords = 3

/** Every kind with its probability, the likeliest first; they sum to 1. The first call learns for a fifth of a second.
 * @param language null: one of the five, or none, nobody knows which */
export function kindsOf(text: string, language: CueLanguage | null) {
  const read = text.slice(0, mostRead)
  return kindsBy(read, evidenceIn(read, language))
}

const kindsBy = (text: string, evidence: readonly EvidenceFound[]) =>
  learnt().predict(featuresOf(text, evidence)).ranking

/** What a customer's message most likely is; null where none is likely enough, or nothing is said at all.
 * @param text what is visible of it, without quoted history */
export function tellKind(text: string, language: CueLanguage | null): KindTold | null {
  const read = text.slice(0, mostRead)
  const evidence = evidenceIn(read, language)
  const [likeliest] = kindsBy(read, evidence)
  const kind = messageKinds.find((one) => one === likeliest?.label)
  if (!kind || !likeliest || likeliest.probability < leastSure) return null
  if (kind === 'thanks' && evidence.some(({ label }) => speaksAgainstThanks.has(label))) return null
  const words = evidence.flatMap((one) => (one.label === kind ? one.words : []))
  // Without any evidence it is the shape of the letters that speaks, and nobody can be told why.
  return words.length === 0
    ? null
    : { kind, probability: likeliest.probability, words: [...new Set(words)].slice(0, mostWords) }
}

/** Who is polite while something is wrong has not said that it is over. */
const speaksAgainstThanks: ReadonlySet<Evidence> = new Set(['but', 'complaint', 'still-broken', 'request'])

let classifier: Classifier | null = null
function learnt(): Classifier {
  classifier ??= learnKinds(labelledKinds(examples))
  return classifier
}

export const examples = (language: CueLanguage): string => `examples/${language}.txt`

export const learnKinds = (sentences: ReturnType<typeof labelledKinds>): Classifier =>
  trainClassifier(
    sentences.map(({ text, kind, language }) => ({ text: featuresOf(text, evidenceIn(text, language)), label: kind })),
    1,
    slope,
  )
