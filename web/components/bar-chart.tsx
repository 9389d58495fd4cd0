// Bars side by side, each of one or two parts, and a dashed line over them. Drawn for the eye alone: the numbers stand in a table beside it, with their
// links; here a bar opens what it stands for by a click.

export interface Bar {
  /** What it stands for, in words with its numbers. */
  readonly words: string
  /** Below in the full colour, above it in the light one. */
  readonly low: number
  readonly high: number
  readonly line: number | null
}

interface Props {
  /** What the chart shows, in a sentence. */
  readonly words: string
  readonly bars: readonly Bar[]
  /** Below the bars: the first, one in the middle, and the last. */
  readonly ends: readonly string[]
  readonly onOpen: (at: number) => void
}

export function BarChart({ words, bars, ends, onOpen }: Props) {
  const top = niceTop(Math.max(1, ...bars.map(({ low, high, line }) => Math.max(low + high, line ?? 0))))
  const y = (value: number) => 100 - (value / top) * 100
  const middle = (at: number) => ((at + 0.5) / bars.length) * 100
  const line = bars.flatMap((bar, at) => (bar.line === null ? [] : [`${String(middle(at))},${String(y(bar.line))}`]))
  return (
    <figure className="chart">
      <div className="chart-scale figures" aria-hidden>
        {[top, top / 2, 0].map((tick) => (
          <span key={tick}>{tick.toLocaleString(navigator.language)}</span>
        ))}
      </div>
      <svg role="img" aria-label={words} viewBox="0 0 100 100" preserveAspectRatio="none">
        {[0, 50, 100].map((tick) => (
          <line key={tick} className="chart-tick" x1="0" x2="100" y1={tick} y2={tick} />
        ))}
        {bars.map((bar, at) => {
          const box = { x: (at / bars.length) * 100 + 14 / bars.length, width: 72 / bars.length }
          return (
            <g
              key={bar.words}
              className="chart-bar"
              onClick={() => {
                onOpen(at)
              }}
            >
              <title>{bar.words}</title>
              <rect className="chart-hold" x={(at / bars.length) * 100} width={100 / bars.length} y="0" height="100" />
              <rect
                className="chart-high"
                {...box}
                y={y(bar.low + bar.high)}
                height={y(bar.low) - y(bar.low + bar.high)}
              />
              <rect className="chart-low" {...box} y={y(bar.low)} height={100 - y(bar.low)} />
            </g>
          )
        })}
        {line.length > 1 && <polyline className="chart-line" points={line.join(' ')} />}
      </svg>
      <div className="chart-ends small soft" aria-hidden>
        {ends.map((end, at) => (
          <span key={`${end} ${String(at)}`}>{end}</span>
        ))}
      </div>
    </figure>
  )
}

/** The next even number that is easy to halve: 1, 2 or 5 and noughts, twice that, or four times. */
export function niceTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)))
  return [1, 2, 4, 6, 8, 10].map((step) => Math.max(2, step * power)).find((top) => top >= most) ?? 10 * power
}
