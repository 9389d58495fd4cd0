// The thread in which is learnt what cases are about: learning anew from thousands of labels takes a second, in which the desk goes on.
import { parentPort } from 'node:worker_threads'
import { type Example, type LearningClassifier, trainClassifier } from '../../stats/text/learning-classifier.ts'

/** `key` names what is told apart for whom. `forget`: nothing of it is known any more. */
export type Task =
  | { readonly do: 'school'; readonly key: string; readonly examples: readonly Example[] }
  | { readonly do: 'learn'; readonly key: string; readonly examples: readonly Example[] }
  | { readonly do: 'forget'; readonly key: string }
  | { readonly do: 'tell'; readonly key: string; readonly text: string }

export interface Told {
  readonly label: string
  /** Between 0 and 1, as often right as it says. */
  readonly probability: number
  /** Of the text's features, 0 to 1. */
  readonly known: number
  /** Of the text, those that decided, the strongest first. */
  readonly words: readonly string[]
}

export interface Asked {
  readonly id: number
  readonly task: Task
}
export interface Answered {
  readonly id: number
  readonly told: Told | null
  readonly error: string | null
}

const mostWords = 4
const known = new Map<string, LearningClassifier>()

function work(task: Task): Told | null {
  const classifier = known.get(task.key)
  switch (task.do) {
    case 'school':
      known.set(task.key, trainClassifier(task.examples))
      return null
    case 'learn':
      for (const example of task.examples) classifier?.learn(example)
      return null
    case 'forget':
      known.delete(task.key)
      return null
    case 'tell': {
      if (!classifier) return null
      const { label, probability } = classifier.likeliest(task.text)
      const words = classifier.decidingWords(task.text, label, mostWords).map(({ word }) => word)
      return { label, probability, known: classifier.knownShare(task.text), words }
    }
  }
}

parentPort?.on('message', ({ id, task }: Asked) => {
  const answer = (said: Pick<Answered, 'told' | 'error'>) => parentPort?.postMessage({ id, ...said } satisfies Answered)
  try {
    answer({ told: work(task), error: null })
  } catch (error) {
    answer({ told: null, error: error instanceof Error ? error.message : String(error) })
  }
})
