// Plain text of a mail that has only HTML: for reading in lists, for search and for understanding. Display goes through the sanitiser.
import { convert } from 'html-to-text'

const lookedAt = 200_000

/** Nesting costs the parser quadratic time: 50,000 elements in one another take it more than a second, these a few milliseconds. */
const deepest = 5000

const tags = /<(\/?)(?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b)[a-z]/gi

/** Bounded in input, depth and breadth. Links keep their words, pictures their description; nothing is fetched. */
export function htmlAsText(html: string): string {
  return convert(untilTooDeep(html.slice(0, lookedAt)), {
    wordwrap: false,
    limits: { maxDepth: 200, maxChildNodes: 20_000, ellipsis: '…' },
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      { selector: 'blockquote', options: { trimEmptyLines: true } },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  })
}

/** What stands before the place where `deepest` elements are open; a tag that nobody closes counts as open. */
function untilTooDeep(html: string): string {
  let open = 0
  for (const tag of html.matchAll(tags)) {
    open = Math.max(0, open + (tag[1] === '/' ? -1 : 1))
    if (open > deepest) return html.slice(0, tag.index)
  }
  return html
}
