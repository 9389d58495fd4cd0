// Names in a note: which one is being written at the caret, and whom a finished text mentions. Pure.

export interface Colleague {
  readonly staffId: string
  readonly name: string
}

/** What stands between an `@` and the caret, where somebody is being named; null elsewhere. `from` is the place of the `@`. */
export function nameAt(text: string, caret: number): { readonly from: number; readonly begun: string } | null {
  const found = /(?:^|[\s([{"'“‘/,;:])@([^\n@]{0,60})$/u.exec(text.slice(0, caret))
  if (found?.[1] === undefined) return null
  return { from: caret - found[1].length - 1, begun: found[1] }
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Colleagues of whose name, or of a part of it, this is the beginning. */
export function namesLike<C extends Colleague>(colleagues: readonly C[], begun: string): readonly C[] {
  const wanted = plain(begun)
  return colleagues.filter(({ name }) => {
    const whole = plain(name)
    return whole.startsWith(wanted) || (wanted !== '' && whole.includes(` ${wanted}`))
  })
}

/** The text with a name in the place of what was begun, and where the caret stands then. */
export function withName(
  text: string,
  place: { readonly from: number; readonly caret: number },
  name: string,
): { readonly text: string; readonly caret: number } {
  const named = `@${name} `
  const rest = text.slice(place.caret).replace(/^ /, '')
  return { text: text.slice(0, place.from) + named + rest, caret: place.from + named.length }
}

export interface Piece {
  readonly text: string
  /** The name this piece mentions; null for other words. */
  readonly name: string | null
}

/** A text in pieces: the names it mentions, and what stands between. A longer name is looked for first, so that Lea Sommer is not found in Lea Sommerfeld. */
export function piecesOf(text: string, names: readonly string[]): readonly Piece[] {
  const wanted = [...new Set(names)].filter((name) => name !== '').sort((a, b) => b.length - a.length)
  if (wanted.length === 0) return text === '' ? [] : [{ text, name: null }]
  const any = wanted.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  const pieces: Piece[] = []
  let at = 0
  for (const found of text.matchAll(new RegExp(`@(${any})(?![\\p{L}\\p{N}])`, 'gu'))) {
    if (found.index > at) pieces.push({ text: text.slice(at, found.index), name: null })
    pieces.push({ text: found[0], name: found[1] ?? null })
    at = found.index + found[0].length
  }
  if (at < text.length) pieces.push({ text: text.slice(at), name: null })
  return pieces
}

/** Whom a text mentions. Of several of one name those who were chosen from the list; all of them where none was. */
export function mentionedIn(
  text: string,
  colleagues: readonly Colleague[],
  chosen: ReadonlySet<string>,
): readonly string[] {
  const names = new Set(
    piecesOf(
      text,
      colleagues.map(({ name }) => name),
    ).map(({ name }) => name),
  )
  return [...names].flatMap((name) => {
    const called = colleagues.filter((one) => one.name === name).map(({ staffId }) => staffId)
    const picked = called.filter((staffId) => chosen.has(staffId))
    return picked.length > 0 ? picked : called
  })
}
