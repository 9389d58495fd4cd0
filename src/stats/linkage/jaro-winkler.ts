// How alike two words are, from 0 to 1: Jaro (J. Am. Stat. Assoc. 84, 1989, 414–420) with the common beginning that Winkler gave more weight (Proc. Section
// on Survey Research Methods, ASA, 1990, 354–359). Reference values of Winkler's paper stand in linkage.test.ts.

const mostBeginning = 4
const perLetter = 0.1

/** Symmetric; 1 only for the same word, which the empty word is to itself alone. Compares UTF-16 units: give it plain lower-case text. */
export function jaroWinkler(one: string, other: string): number {
  const jaro = jaroOf(one, other)
  let beginning = 0
  while (beginning < mostBeginning && beginning < one.length && one[beginning] === other[beginning]) beginning += 1
  return jaro + beginning * perLetter * (1 - jaro)
}

function jaroOf(one: string, other: string): number {
  if (one === other) return 1
  if (one === '' || other === '') return 0
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1)
  const taken = new Uint8Array(other.length)
  const matched: string[] = []
  for (let at = 0; at < one.length; at += 1) {
    const end = Math.min(other.length - 1, at + reach)
    for (let there = Math.max(0, at - reach); there <= end; there += 1) {
      if (taken[there] === 1 || one[at] !== other[there]) continue
      taken[there] = 1
      matched.push(other[there] ?? '')
      break
    }
  }
  const common = matched.length
  if (common === 0) return 0
  const inOrder = Array.from({ length: other.length }, (_, at) => other[at]).filter((_, at) => taken[at] === 1)
  const turned = matched.filter((letter, at) => letter !== inOrder[at]).length / 2
  return (common / one.length + common / other.length + (common - turned) / common) / 3
}
