// What cases are about, as far as the words of their matters say so: words, or two that stand together, that are in many matters. No more is claimed
// of them than that (docs/decisions/0011).
import { emptyWords } from './empty-words.rules.ts'

/** Fewer matters than this are not many. */
const fewest = 3
/** Words in more of the matters than this say nothing of what sets some apart. */
const mostShare = 0.5
const mostFound = 8
/** Two words say more than one, so they may be in somewhat fewer matters. */
const pairWorth = 1.5
/** The candidates looked at: the ones in most matters. */
const mostCandidates = 400

/**
 * Up to eight words, or pairs of them, of plain matters (lower case, no accents), the ones in most matters first: each next one is what says most of the matters that
 * none before it is in. Each stands in a matter exactly as it is written here.
 */
export function frequentWordsOf(matters: readonly string[]): readonly string[] {
  const found = new Map<string, number[]>()
  for (const [at, matter] of matters.entries())
    for (const words of candidatesIn(matter)) found.set(words, [...(found.get(words) ?? []), at])
  const most = matters.length * mostShare
  let left = [...found]
    .filter(([, places]) => places.length >= fewest && (places.length <= most || matters.length < 2 * fewest))
    .sort(([one, places], [other, others]) => others.length - places.length || (one < other ? -1 : 1))
    .slice(0, mostCandidates)
  const chosen: { readonly words: string; readonly matters: number }[] = []
  const told = new Set<number>()
  while (chosen.length < mostFound) {
    const worths = left.map(([words, places]) => {
      const untold = places.filter((place) => !told.has(place)).length
      return { words, places, untold, worth: words.includes(' ') ? untold * pairWorth : untold }
    })
    const best = worths.reduce<(typeof worths)[number] | null>(
      (so, one) => (one.untold >= fewest && one.worth > (so?.worth ?? 0) ? one : so),
      null,
    )
    if (!best) break
    chosen.push({ words: best.words, matters: best.places.length })
    for (const place of best.places) told.add(place)
    left = left.filter(([words]) => words !== best.words)
  }
  return chosen.sort((one, other) => other.matters - one.matters).map(({ words }) => words)
}

/** Words of a plain matter as they were written: with their accents, where taking those off left every sign in its place. */
export function asWritten(
  words: string,
  { matter, plain }: { readonly matter: string; readonly plain: string },
): string {
  const at = plain.indexOf(words)
  return at < 0 || matter.length !== plain.length ? words : matter.slice(at, at + words.length).toLowerCase()
}

/** The words of a matter that may be found, and the pairs with one blank between them, each once. */
function candidatesIn(matter: string): ReadonlySet<string> {
  const candidates = new Set<string>()
  let before: { readonly word: string; readonly end: number } | null = null
  for (const match of matter.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)) {
    const [word] = match
    const mayStand = isTelling(word)
    if (mayStand && word.length > 3) candidates.add(word)
    // Between two words that tell something may stand one blank, and nothing else.
    if (mayStand && before && match.index === before.end + 1 && matter[before.end] === ' ')
      candidates.add(`${before.word} ${word}`)
    before = mayStand ? { word, end: match.index + word.length } : null
  }
  return candidates
}

/** With a figure in it, it would be the number of something. */
const isTelling = (word: string): boolean => /^[^\p{N}]{2,}$/u.test(word) && !emptyWords.has(word)
