// What a figure is: a name, a unit, a target and on which side of it we want to be. Measured values are never rounded up to a target.

export interface Figure {
  readonly name: string
  readonly unit: string
  readonly target: number
  readonly want: 'at most' | 'at least'
  readonly about: string
}

export interface Measured {
  readonly figure: string
  readonly value: number
  /** How many samples the value stands on. */
  readonly n: number
  /** What else the line says, as in accuracy and speed of one data set. */
  readonly more?: Readonly<Record<string, string | number>>
}

export interface Skipped {
  readonly figure: string
  readonly skipped: string
}

/** Figures that are measured together, in one go. */
export interface Measurement<Stage> {
  readonly figures: readonly Figure[]
  measure(stage: Stage): Promise<readonly (Measured | Skipped)[]>
}

export interface Bench<Stage> {
  readonly name: string
  readonly about: string
  /** In the order they are taken. */
  readonly measurements: readonly Measurement<Stage>[]
  open(options: BenchOptions): Promise<Stage & { close(): Promise<void>; facts(): readonly string[] }>
}

export interface BenchOptions {
  readonly isSmall: boolean
  /** Where the desk under test lives; a folder of its own where null. A folder that was filled before is used as it is. */
  readonly folder: string | null
  readonly say: (words: string) => void
  /** Files of one's own and their columns, for the benches that take them. */
  readonly files: Readonly<Partial<Record<'train' | 'test' | 'text' | 'label' | 'file', string>>>
}

export const isReached = ({ want, target }: Figure, value: number): boolean =>
  want === 'at most' ? value <= target : value >= target

/** The value below which `share` of the samples lie (nearest rank). @throws without samples */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new Error('a percentile of nothing')
  return value
}

export const rounded = (value: number): number => Number(value.toPrecision(4))
