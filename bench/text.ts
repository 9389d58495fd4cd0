// The bench "text": how well and how fast texts are told apart that were not trained on. Data sets of $AMENDS_SHARED, or a pair of files of one's own.
import { cpus } from 'node:os'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { calibrationError } from '../src/stats/text/calibration.ts'
import { type Example, type LearningClassifier, trainClassifier } from '../src/stats/text/learning-classifier.ts'
import { seededRandom } from '../src/shared/random.ts'
import type { Bench, BenchOptions, Figure, Measured, Measurement, Skipped } from './figure.ts'
import { readTable } from './read-table.ts'

interface DataSet {
  readonly name: string
  readonly file: string
  /** Another file to test on; without one, five folds of `file`. */
  readonly test?: string
  readonly text: string
  readonly label: string
  /** Accuracy of the word and character machine of docs/benchmarks.md, less 0.003. */
  readonly target: number
}

const sets: readonly DataSet[] = [
  { name: 'banking77', file: 'banking77_train.csv', text: 'text', label: 'category', target: 0.8995 },
  {
    ...{ name: 'clinc150', file: 'clinc150_train.csv.gz', test: 'clinc150_val.csv.gz', text: 'text', label: 'intent' },
    target: 0.929,
  },
  { name: 'complaints', file: 'complaints_acl2019_train.csv', text: 'text', label: 'complaint', target: 0.8361 },
  { name: 'airline_sentiment', file: 'airline_train.csv', text: 'text', label: 'airline_sentiment', target: 0.8078 },
  { name: 'airline_reason', file: 'airline_train.csv', text: 'text', label: 'negativereason', target: 0.6064 },
  { name: 'zh_waimai', file: 'zh_waimai_train.csv.gz', text: 'review', label: 'label', target: 0.8843 },
]

interface TextStage {
  readonly options: BenchOptions
}

const figureOf = (name: string, target: number): Figure => ({
  ...{ name: `text_${name}`, unit: 'of 1', target, want: 'at least' },
  about: `accuracy on texts of ${name} that were not trained on`,
})

const measurementOf = (set: DataSet): Measurement<TextStage> => ({
  figures: [figureOf(set.name, set.target)],
  measure: ({ options }) => Promise.resolve([options.files.train === undefined ? ofShared(set) : skipped(set.name)]),
})

const own: Measurement<TextStage> = {
  figures: [figureOf('own', 0)],
  measure: ({ options: { files } }) => {
    const { train, test, text = 'text', label = 'label' } = files
    if (train === undefined) return Promise.resolve([{ figure: 'text_own', skipped: 'no --train was given' }])
    const rows = examplesOf(train, text, label)
    return Promise.resolve([
      test === undefined ? fiveFolds('own', rows) : trainAndTest('own', rows, examplesOf(test, text, label)),
    ])
  },
}

export const text: Bench<TextStage> = {
  name: 'text',
  about: 'Telling texts apart, on texts that were not trained on.',
  measurements: [...sets.map(measurementOf), own],
  open: (options) => Promise.resolve({ options, close: () => Promise.resolve(), facts: () => machineFacts() }),
}

export const machineFacts = (): readonly string[] => [
  `node ${process.versions.node}`,
  `${String(cpus().length)} cores (${cpus()[0]?.model.trim() ?? 'unknown'})`,
]

const skipped = (name: string): Skipped => ({ figure: `text_${name}`, skipped: 'files of your own were given' })

export const sharedTexts = join(process.env['AMENDS_SHARED'] ?? '../shared', 'data/text')

function ofShared({ name, file, test, text: textColumn, label }: DataSet): Measured | Skipped {
  if (!existsSync(join(sharedTexts, file))) return { figure: `text_${name}`, skipped: `${sharedTexts} has no ${file}` }
  const rows = examplesOf(join(sharedTexts, file), textColumn, label)
  return test === undefined
    ? fiveFolds(name, rows)
    : trainAndTest(name, rows, examplesOf(join(sharedTexts, test), textColumn, label))
}

const examplesOf = (path: string, textColumn: string, label: string): readonly Example[] =>
  readTable(path, [textColumn, label])
    .map((row) => ({ text: row[textColumn] ?? '', label: row[label] ?? '' }))
    .filter((one) => one.label !== '')

interface Told {
  readonly truth: string
  readonly said: string
  readonly probability: number
}

const trainAndTest = (name: string, train: readonly Example[], test: readonly Example[]): Measured => {
  const { training, told, predictS } = tell(train, test)
  return lineOf(name, told, training, predictS)
}

interface Training {
  readonly classifier: LearningClassifier
  readonly trainS: number
  /** Until one more example, of a label that was not known, is learnt. */
  readonly learnMs: number
}

function trainOn(rows: readonly Example[]): Training {
  const began = performance.now()
  const classifier = trainClassifier(rows)
  const trained = performance.now()
  return { classifier, trainS: (trained - began) / 1000, learnMs: 0 }
}

/** What it is like to learn one more; the classifier is no use for telling afterwards. */
function learning({ classifier, ...training }: Training): Training {
  const began = performance.now()
  classifier.learn({ text: 'The parrot ate the bill of the kettle.', label: 'a label that was not known' })
  return { ...training, classifier, learnMs: performance.now() - began }
}

function tell(train: readonly Example[], test: readonly Example[]) {
  const training = trainOn(train)
  const began = performance.now()
  const told = test.map(({ text: one, label }): Told => {
    const { label: said, probability } = training.classifier.likeliest(one)
    return { truth: label, said, probability }
  })
  return { told, predictS: (performance.now() - began) / 1000, training: learning(training) }
}

/** Each text is told by a classifier that was trained on the other four fifths, each with its share of every label. Training is timed on all. */
function fiveFolds(name: string, rows: readonly Example[]): Measured {
  const folds = foldsOf(rows)
  const parts = [0, 1, 2, 3, 4].map((fold) =>
    tell(
      rows.filter((_, at) => folds[at] !== fold),
      rows.filter((_, at) => folds[at] === fold),
    ),
  )
  return lineOf(
    name,
    parts.flatMap(({ told }) => told),
    learning(trainOn(rows)),
    parts.reduce((sum, { predictS }) => sum + predictS, 0),
  )
}

function foldsOf(rows: readonly Example[]): readonly number[] {
  const random = seededRandom(0)
  const folds = new Array<number>(rows.length).fill(0)
  for (const some of Map.groupBy(rows.keys(), (at) => rows[at]?.label ?? '').values()) {
    const shuffled = some.map((at) => ({ at, by: random.next() })).sort((one, other) => one.by - other.by)
    for (const [place, { at }] of shuffled.entries()) folds[at] = place % 5
  }
  return folds
}

function lineOf(name: string, told: readonly Told[], { trainS, learnMs }: Training, predictS: number): Measured {
  const right = told.filter(({ truth, said }) => truth === said).length
  const sure = told.map(({ truth, said, probability }) => ({ probability, isRight: truth === said }))
  const accuracy = right / told.length
  return {
    ...{ figure: `text_${name}`, value: accuracy, n: told.length },
    more: {
      data: name,
      accuracy: Number(accuracy.toFixed(4)),
      macro_f1: Number(macroF1(told).toFixed(4)),
      train_s: Number(trainS.toFixed(3)),
      predictions_per_s: Math.round(told.length / predictS),
      learn_ms: Number(learnMs.toFixed(1)),
      ece: Number(calibrationError(sure).toFixed(4)),
    },
  }
}

/** The mean over all labels that are there or were said of 2 · right / (there + said). */
function macroF1(told: readonly Told[]): number {
  const labels = new Set(told.flatMap(({ truth, said }) => [truth, said]))
  let sum = 0
  for (const label of labels) {
    const there = told.filter(({ truth }) => truth === label).length
    const said = told.filter((one) => one.said === label).length
    const right = told.filter((one) => one.truth === label && one.said === label).length
    sum += (2 * right) / (there + said)
  }
  return sum / labels.size
}
