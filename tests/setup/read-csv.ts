// Reads comma-separated values as RFC 4180 has them, one sign after the other: written without a look at what writes them.

/** @throws Error for a file that is none, as where a quote is left open */
export function readCsv(text: string): readonly (readonly string[])[] {
  const lines: string[][] = []
  let at = 0
  while (at < text.length) {
    const line: string[] = []
    for (;;) {
      const [cell, end] = text[at] === '"' ? quoted(text, at + 1) : bare(text, at)
      line.push(cell)
      at = end
      if (text[at] !== ',') break
      at += 1
    }
    if (text.slice(at, at + 2) !== '\r\n') throw new Error(`no end of a line at ${String(at)}`)
    at += 2
    lines.push(line)
  }
  return lines
}

function quoted(text: string, from: number): readonly [string, number] {
  let cell = ''
  for (let at = from; at < text.length; at++) {
    if (text[at] !== '"') cell += text[at] ?? ''
    else if (text[at + 1] === '"') cell += text[at++] ?? ''
    else return [cell, at + 1]
  }
  throw new Error('a quote is left open')
}

function bare(text: string, from: number): readonly [string, number] {
  let at = from
  while (at < text.length && text[at] !== ',' && text[at] !== '\r' && text[at] !== '\n' && text[at] !== '"') at++
  return [text.slice(from, at), at]
}

const guarded = /^'["']*(?:[\s\p{Cf}\p{Cc}"';]*[=+\-@|%＝＋－＠]|[\t\r\n\0])/u

/** A cell without the apostrophe that keeps it from being a formula. */
export const withoutApostrophe = (cell: string): string => (guarded.test(cell) ? cell.slice(1) : cell)
