// What a person newly wrote: the text without quoted history and signature. A view only; the full text is always kept.
import EmailReplyParser from 'email-reply-parser'

const lookedAt = 20_000
const longestLine = 4_000

/**
 * Looks at the first 20,000 characters only, and not at all where a line is longer than 4,000: the parser's expressions
 * take quadratic time on made-up text. Falls back to the text itself rather than show nothing.
 */
export function visibleText(text: string): string {
  // Long runs of blanks and empty lines are what most of its expressions stumble over; a view can do without them.
  const lines = text.slice(0, lookedAt).toWellFormed().split('\n')
  if (lines.some((line) => line.length > longestLine)) return text
  const head = lines
    .map((line) => line.trimEnd().replace(/\s{3,}/g, '  '))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
  const kept = new EmailReplyParser().read(head).getVisibleText().trim()
  if (kept === '') return text
  const wasQuoted = kept.length < head.trim().length
  return text.length > lookedAt && !wasQuoted ? text : kept
}
