// A promise as a ring: what is left ends at twelve o'clock. The words beside it carry the meaning, so it is hidden from readers.

export type RingState = 'calm' | 'due' | 'late' | 'paused' | 'kept'

interface Props {
  readonly state: RingState
  /** Share of the time that is left, 0 to 1. */
  readonly share: number
  readonly size?: number
}

export function PromiseRing({ state, share, size = 22 }: Props) {
  const width = 2.75
  const half = size / 2
  const radius = (size - width) / 2 - 0.5
  const round = 2 * Math.PI * radius
  const left = Math.min(1, Math.max(0, share))
  const circle = { cx: half, cy: half, r: radius, fill: 'none' }
  return (
    <svg width={size} height={size} viewBox={`0 0 ${String(size)} ${String(size)}`} aria-hidden className="ring">
      {state === 'late' && (
        <circle
          {...circle}
          className="ring-late"
          strokeWidth={width}
          strokeDasharray={`${String(round * 0.4)} ${String(round * 0.1)}`}
          strokeDashoffset={round * 0.2}
        />
      )}
      {state === 'paused' && (
        <circle {...circle} className="ring-paused" strokeWidth={width - 0.5} strokeDasharray="1.5 3.2" />
      )}
      {state === 'kept' && (
        <>
          <circle {...circle} className="ring-ground" strokeWidth={width - 0.75} />
          <path className="ring-tick" d={`M${String(half - 4)} ${String(half + 0.3)} l2.8 2.8 l5.2 -5.6`} />
        </>
      )}
      {(state === 'calm' || state === 'due') && (
        <>
          <circle {...circle} className="ring-ground" strokeWidth={width} />
          {/* Drawn against the clock from the top: time spent opens clockwise from twelve. */}
          <circle
            {...circle}
            className={state === 'due' ? 'ring-due' : 'ring-calm'}
            strokeWidth={width}
            strokeDasharray={`${String(round * left)} ${String(round)}`}
            transform={`rotate(-90 ${String(half)} ${String(half)}) scale(1 -1) translate(0 ${String(-size)})`}
          />
        </>
      )}
    </svg>
  )
}
