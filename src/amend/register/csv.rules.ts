// Lines of comma-separated values (RFC 4180) that a spreadsheet program takes as text: no cell is a formula, whoever wrote its words.

/** Read first by programs that would take the bytes for another encoding. */
export const byteOrderMark = '\uFEFF'

/** What a spreadsheet program takes for a formula, also in the wide signs of East Asia and behind what it passes over: blanks, signs that are not
 * seen, quotes. What begins so gets an apostrophe, and nothing else does: whoever takes it away again has the words as they were. */
const formula = /^[\s\p{Cf}\p{Cc}"';]*[=+\-@|%＝＋－＠]|^["']*[\t\r\n\0]/u
const needsQuotes = /[",;\r\n\t]|^\s|\s$/

/** One line with its end. */
export const csvLine = (cells: readonly (string | boolean | null)[]): string => `${cells.map(cellOf).join(',')}\r\n`

function cellOf(value: string | boolean | null): string {
  const text = value === null ? '' : String(value)
  const safe = formula.test(text) ? `'${text}` : text
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
