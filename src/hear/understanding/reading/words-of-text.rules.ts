// A text as words with their places, sentences and clauses, for rules that look for turns of phrase. No meaning yet.

/** One word as it stands in the text. */
export interface Word {
  /** Lower case, without accents, ä, ö, ü and ß written out: what patterns are compared with. */
  readonly plain: string
  /** Place in the text as given, UTF-16 units [from, until). */
  readonly from: number
  readonly until: number
  /** Number of the sentence, from 0; a blank line ends one, the end of a line does not. */
  readonly sentence: number
  /** Number of the clause, from 0: commas, colons, brackets, dashes and quotation marks part them, as the ends of sentences do. */
  readonly clause: number
}

export interface Reading {
  readonly words: readonly Word[]
  /** By number of the sentence: where it stands, [from, until), its end mark included, and whether that is a question mark. */
  readonly sentences: readonly Sentence[]
}

export interface Sentence {
  readonly from: number
  readonly until: number
  readonly isQuestion: boolean
}

/** What stands after this many UTF-16 units is not read: a complaint is shorter, and the text itself is kept whole. */
export const longestRead = 100_000
/** Longer than this no word of a language is. */
const longestWord = 60

// A word, a figure with its points and commas, or marks that part sentences and clauses. No two alternatives begin alike, so one pass is linear.
const piece = /[\p{L}\p{M}]+|\p{N}+(?:[.,]\p{N}+)*|[.!?…]+|\n[^\S\n]*\n|[,;:()[\]{}–—"„“”«»¿¡]/gu

/** Words in order. Apostrophes and hyphens part words: "can't" is "can" and "t", "l'eau" is "l" and "eau". Linear. */
export function readWords(text: string): Reading {
  const words: Word[] = []
  const sentences: Sentence[] = []
  const read = text.slice(0, longestRead)
  let [start, clause] = [0, 0]
  const endSentence = (until: number, isQuestion: boolean): void => {
    if (words.at(-1)?.sentence !== sentences.length) return
    sentences.push({ from: start, until, isQuestion })
    start = until
    clause++
  }
  for (const found of read.matchAll(piece)) {
    const [mark] = found
    const until = found.index + mark.length
    if (/^[\p{L}\p{M}\p{N}]/u.test(mark)) {
      if (words.at(-1)?.sentence !== sentences.length) start = found.index
      words.push({ plain: plainWord(mark), from: found.index, until, sentence: sentences.length, clause })
    } else if (mark.startsWith('\n')) endSentence(found.index, false)
    else if (!/^[.!?…]/.test(mark)) clause++
    else if (until >= read.length || /\s|["”“»)]/.test(read.charAt(until))) endSentence(until, mark.includes('?'))
  }
  endSentence(read.length, false)
  return { words, sentences }
}

/** A word as patterns are compared with it: lower case, ä, ö, ü, ß written out, other accents off; of the first 60 units. Italian è, which says "is", stays apart from e, "and". */
export const plainWord = (word: string): string => (/^è$/i.test(word) ? 'è' : unaccented(word))

/** Nearly all words: nothing to take off or to write out. */
const isSimple = /^[a-z0-9]*$/

function unaccented(word: string): string {
  const lower = word.slice(0, longestWord).toLowerCase()
  if (isSimple.test(lower)) return lower
  return lower
    .normalize('NFKC')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
}
