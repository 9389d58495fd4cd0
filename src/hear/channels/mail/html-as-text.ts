// Plain text of a mail that has only HTML: for reading in lists, for search and for understanding. Display goes through the sanitiser.
import { convert } from 'html-to-text'

// Deep nesting costs the parser quadratic time: this much of it takes a second.
const lookedAt = 200_000

/** Bounded in input, depth and breadth. Links keep their words, pictures their description; nothing is fetched. */
export function htmlAsText(html: string): string {
  return convert(html.slice(0, lookedAt), {
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
