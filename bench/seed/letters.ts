// Texts of made-up letters, of the lengths that mails have: most around a hundred words, a few very long.
import type { Random } from '../../src/shared/random.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Letters {
  subject(): string
  /** A text whose length in words is log-normal around `median`. */
  text(median: number): string
}

export function makeLetters(vocabulary: Vocabulary, random: Random): Letters {
  const words = (count: number): string[] => Array.from({ length: count }, () => vocabulary.draw(random))
  /** Standard normal, near enough for lengths: a sum of twelve even draws. */
  const bell = (): number => {
    let sum = -6
    for (let draws = 0; draws < 12; draws++) sum += random.next()
    return sum
  }
  const sentence = (): string => {
    const text = words(6 + Math.floor(random.next() * 14)).join(' ')
    return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`
  }
  // Sentences come back now and then, which costs a search nothing and saves the filling half a minute.
  const sentences = Array.from({ length: 50_000 }, sentence)
  const anySentence = (): string => sentences[Math.floor(random.next() * sentences.length)] ?? ''
  return {
    subject: () => words(3 + Math.floor(random.next() * 5)).join(' '),
    text: (median) => {
      const wanted = Math.min(3000, Math.round(median * Math.exp(0.7 * bell())))
      let text = anySentence()
      for (let turn = 1; turn * 13 < wanted; turn++) text += (turn % 4 === 3 ? '\n\n' : ' ') + anySentence()
      return text
    },
  }
}
