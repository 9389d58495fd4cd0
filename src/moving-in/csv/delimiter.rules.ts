// What parts the cells of a table: the sign that parts its first lines into the same number of cells, and into the most.

export type Delimiter = ',' | ';' | '\t' | '|'
export const delimiters = [',', ';', '\t', '|'] as const satisfies readonly Delimiter[]

/** @param head the first characters of the table; its last line may be cut off */
export function delimiterOf(head: string): Delimiter {
  const lines = linesOutsideQuotes(head)
  const judged = delimiters.map((sign) => {
    const counts = lines.map((line) => line.filter((one) => one === sign).length)
    const first = counts[0] ?? 0
    const same = counts.filter((count) => count === first).length / Math.max(1, counts.length)
    return { sign, worth: first === 0 ? 0 : same * 100 + Math.min(first, 50) / 50 }
  })
  return judged.reduce((best, one) => (one.worth > best.worth ? one : best)).sign
}

/** The signs of each line that stand outside quotes. A quote inside a bare cell is a sign like any other. */
function linesOutsideQuotes(head: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]]
  let isQuoted = false
  let isStart = true
  for (const sign of head) {
    if (sign === '"' && (isQuoted || isStart)) isQuoted = !isQuoted
    else if (!isQuoted && sign === '\n') lines.push([])
    else if (!isQuoted) lines.at(-1)?.push(sign)
    isStart = !isQuoted && (sign === '\n' || (delimiters as readonly string[]).includes(sign))
  }
  const full = lines.length > 1 ? lines.slice(0, -1) : lines
  return full.filter((line) => line.some((sign) => sign !== '\r' && sign !== ' ')).slice(0, 50)
}
