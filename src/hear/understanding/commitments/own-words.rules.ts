// A text with what it quotes blanked out, places unchanged: lines that begin with ">", and words between quotation marks.
const closings: Readonly<Record<string, string>> = { '„': '“”"', '“': '”', '«': '»', '»': '«', '"': '"' }

/** Of the same length as the text. A quotation mark that nothing closes before a blank line quotes nothing. Linear. */
export function ownWords(text: string): string {
  const units = text.split('')
  const blank = (from: number, until: number): void => {
    for (let at = from; at < until; at++) if (units[at] !== '\n') units[at] = ' '
  }
  let [open, closing, isLineStart, isQuoted] = [-1, '', true, false]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at)
    if (unit === '\n') {
      if (isLineStart) open = -1
      ;[isLineStart, isQuoted] = [true, false]
      continue
    }
    if (isLineStart && unit === '>') isQuoted = true
    if (unit.trim() !== '') {
      // The first mark of a quoted line ends the sentence before it.
      if (isLineStart && isQuoted) units[at] = '.'
      else if (isQuoted) units[at] = ' '
      isLineStart = false
    }
    if (isQuoted) continue
    if (open >= 0 && closing.includes(unit)) {
      blank(open + 1, at)
      open = -1
    } else if (open < 0 && closings[unit] !== undefined) {
      ;[open, closing] = [at, closings[unit]]
    }
  }
  return units.join('')
}
