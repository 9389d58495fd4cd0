// Danger in words that no list has: learnt from the labelled sentences, and looked for where the lists find none. The lists find two in three of what
// nobody wrote down before; with this it is four in five. What neither finds is not proof that nothing is wrong.
import type { Classifier } from '../../../stats/text/classifier.ts'
import { trainClassifier } from '../../../stats/text/learning-classifier.ts'
import { examples as kindExamples } from '../kinds/tell-kind.ts'
import { labelledKinds } from '../kinds/labelled-kinds.ts'
import { cueLanguages, cuesOf, isDanger } from './cues.rules.ts'
import { labelledSentences } from './labelled-cues.ts'

/** Above this it is told: of sentences that were held out 4 in 150 without danger are taken for it, one more than by the lists alone. */
export const leastLikely = 0.75
/** How far scores are believed, as learnt by holding some of the sentences back; not learnt again at each start. */
const slope = 2.73
/** Danger stands on the first page. */
const mostRead = 4000
const mostWords = 3

/** The words that speak for danger, the strongest first; none where it is not likely. The first call learns for a sixth of a second. */
export function likelyDanger(text: string): readonly string[] {
  const read = text.slice(0, mostRead)
  const { probability = 0 } =
    learnt()
      .predict(read)
      .ranking.find(({ label }) => label === 'danger') ?? {}
  if (probability < leastLikely) return []
  return learnt()
    .decidingWords(read, 'danger', mostWords)
    .map(({ word }) => word)
}

let classifier: Classifier | null = null
function learnt(): Classifier {
  classifier ??= trainClassifier([...labelled(), ...harmless()], 1, slope)
  return classifier
}

const labelled = () =>
  cueLanguages.flatMap((language) =>
    labelledSentences(language, 'labelled').map(({ kind, sentence }) => ({
      text: sentence,
      label: kind === 'none' ? 'none' : isDanger(kind) ? 'danger' : 'hardship',
    })),
  )

/** What people write to a complaint desk on any day. */
const harmless = () =>
  labelledKinds(kindExamples)
    .filter(({ text, language }) => cuesOf(text, [language]).length === 0)
    .map(({ text }) => ({ text, label: 'none' }))
