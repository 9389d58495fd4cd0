// The bench "duplicates": every pair of texts that are nearly the same, against the product of all with all.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { nearDuplicates } from '../src/stats/text/near-duplicates.ts'
import { comparable, shinglesOf } from '../src/stats/text/shingles.ts'
import type { Bench, BenchOptions, Measured, Measurement } from './figure.ts'
import { readTable } from './read-table.ts'
import { machineFacts, sharedTexts } from './text.ts'

interface DuplicateStage {
  readonly options: BenchOptions
}

const least = 0.8

const found: Measurement<DuplicateStage> = {
  figures: [
    {
      ...{ name: 'duplicates_times_as_fast', unit: '×', target: 10, want: 'at least' },
      about: 'pairs of texts that have 4 of 5 runs of characters in common, against the exact product',
    },
  ],
  measure: ({ options: { files } }) => {
    const path = files.file ?? join(sharedTexts, 'airline_train.csv')
    if (!existsSync(path))
      return Promise.resolve([{ figure: 'duplicates_times_as_fast', skipped: `there is no ${path}` }])
    const column = files.text ?? 'text'
    return Promise.resolve([compare(readTable(path, [column]).map((row) => row[column] ?? ''))])
  },
}

export const duplicates: Bench<DuplicateStage> = {
  name: 'duplicates',
  about: 'Texts that are nearly the same, among many.',
  measurements: [found],
  open: (options) => Promise.resolve({ options, close: () => Promise.resolve(), facts: () => machineFacts() }),
}

/** The middle of three, each way, one after the other. */
function compare(texts: readonly string[]): Measured {
  const timed = <Result>(work: () => Result) => {
    const began = performance.now()
    const result = work()
    return { result, seconds: (performance.now() - began) / 1000 }
  }
  const turns = [0, 1, 2].map(() => ({
    ours: timed(() => nearDuplicates(texts, least)),
    exact: timed(() => product(texts)),
  }))
  const middle = (seconds: readonly number[]): number => seconds.toSorted((a, b) => a - b)[1] ?? 0
  const [seconds, exactSeconds] = [
    middle(turns.map(({ ours }) => ours.seconds)),
    middle(turns.map(({ exact }) => exact.seconds)),
  ]
  const truth = new Set(turns[0]?.exact.result)
  const ours = (turns[0]?.ours.result ?? []).map(({ one, other }) => one * texts.length + other)
  const right = ours.filter((pair) => truth.has(pair)).length
  return {
    ...{ figure: 'duplicates_times_as_fast', value: exactSeconds / seconds, n: texts.length },
    more: {
      pairs: ours.length,
      messages: new Set(ours.flatMap((pair) => [Math.floor(pair / texts.length), pair % texts.length])).size,
      recall: truth.size === 0 ? 1 : right / truth.size,
      precision: ours.length === 0 ? 1 : right / ours.length,
      seconds: Number(seconds.toFixed(3)),
      exact_s: Number(exactSeconds.toFixed(3)),
    },
  }
}

/** The definition, as a sparse matrix times itself turned round: for each text, what it has in common with every one before it. */
function product(texts: readonly string[]): readonly number[] {
  const sets = texts.map((text) => shinglesOf(comparable(text)))
  const having = new Map<number, number[]>()
  const pairs: number[] = []
  for (const [at, set] of sets.entries()) {
    const common = new Int32Array(at)
    for (const run of set) {
      const others = having.get(run) ?? []
      if (others.length === 0) having.set(run, others)
      for (const other of others) common[other] = (common[other] ?? 0) + 1
      others.push(at)
    }
    for (const [other, shared] of common.entries())
      if (shared > 0 && shared / (set.length + (sets[other]?.length ?? 0) - shared) >= least)
        pairs.push(other * texts.length + at)
  }
  return pairs
}
