// How well words that somebody types fit a text of the reader's language: whole beginnings first, then middles, then letters in their order.

/** Lower case without accents, so that typing needs neither. */
export const plainWords = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** Higher is better; null where a typed word fits nowhere. An empty search fits everything alike. */
export function fits(typed: string, text: string): number | null {
  const plain = plainWords(text)
  const starts = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  let score = 0
  for (const word of plainWords(typed).split(/\s+/)) {
    if (word === '') continue
    const one = fitOf(word, plain, starts)
    if (one === null) return null
    score += one
  }
  // Of equals the shorter: it says less that was not asked for.
  return score - plain.length / 1000
}

function fitOf(word: string, plain: string, starts: readonly string[]): number | null {
  if (plain.startsWith(word)) return 4
  if (starts.some((start) => start.startsWith(word))) return 3
  if (plain.includes(word)) return 2
  return isInOrder(word, plain) ? 1 : null
}

/** Whether all letters of a word come in a text in their order, the first one at the beginning of a word of it. */
function isInOrder(word: string, plain: string): boolean {
  if (word.length < 3) return false
  for (let from = 0; from < plain.length; from++) {
    if (plain[from] !== word[0] || (from > 0 && /[\p{L}\p{N}]/u.test(plain[from - 1] ?? ''))) continue
    let at = from
    for (const letter of word) {
      at = plain.indexOf(letter, at) + 1
      if (at === 0) break
    }
    if (at > 0) return true
  }
  return false
}

/** Those that fit, the best first; those that fit alike stay in their order. */
export const bestFits = <Item>(typed: string, items: readonly Item[], words: (item: Item) => string): readonly Item[] =>
  items
    .flatMap((item) => {
      const score = fits(typed, words(item))
      return score === null ? [] : [{ item, score: plainWords(typed) === '' ? 0 : score }]
    })
    .sort((one, other) => other.score - one.score)
    .map(({ item }) => item)
