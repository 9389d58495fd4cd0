// Where in a reply a building block is being asked for, and the reply with one in its place. Pure.

/** A `/` at the beginning or behind a blank, and what stands between it and the caret; null elsewhere. `from` is the place of the `/`. */
export function blockAt(text: string, caret: number): { readonly from: number; readonly begun: string } | null {
  const found = /(?:^|\s)\/([^\n/]{0,40})$/u.exec(text.slice(0, caret))
  if (found?.[1] === undefined) return null
  return { from: caret - found[1].length - 1, begun: found[1] }
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Blocks of whose name, or of a word of it, this is the beginning. */
export function blocksLike<B extends { readonly name: string }>(blocks: readonly B[], begun: string): readonly B[] {
  const wanted = plain(begun)
  return blocks.filter(({ name }) => ` ${plain(name)}`.includes(` ${wanted}`))
}

/** The text with a block in the place of what was begun, and where the caret stands then. */
export function withBlock(
  text: string,
  place: { readonly from: number; readonly caret: number },
  block: string,
): { readonly text: string; readonly caret: number } {
  const rest = text.slice(place.caret)
  const put = /^\s|^$/.test(rest) ? block : `${block} `
  return { text: text.slice(0, place.from) + put + rest, caret: place.from + put.length }
}

/** Names in braces that still stand in a reply. */
export const stillToFill = (text: string): readonly string[] => [
  ...new Set(
    Array.from(
      text.matchAll(/\{((?:customer|case|company|me|order|refund|promise)\.[a-zA-Z]{1,20})\}/g),
      ([, name = '']) => name,
    ),
  ),
]
