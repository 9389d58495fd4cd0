// How long a search takes over a stated mix of what people type: a rare word, a common word, a name, a number, a slip of the finger.
import { seededRandom } from '../../src/shared/random.ts'
import { withCost } from '../desk/cpu-cost.ts'
import { type Figure, type Measurement, percentile } from '../figure.ts'
import { openPages, type Page } from '../load/open-pages.ts'
import { benchVocabulary } from '../seed/fill-desk.ts'
import type { Stage } from '../stage.ts'
import { untilDrained } from './drained.ts'

const search = (target: number): Figure => ({
  ...{ name: 'search_p95_ms', unit: 'ms', target, want: 'at most' },
  about:
    'GET /api/search; one person; in equal parts a rare word, a common word, a name, a number and a name with a slip',
})
const samples = 1000
const warmUp = 100

/** @param target in milliseconds, by how much there is to search */
export const searches = (target: number): Measurement<Stage> => ({
  figures: [search(target)],
  measure: async (stage) => {
    const desk = await stage.desk()
    await untilDrained(desk.inside)
    const asked = questions(await desk.inside.someCases(samples + warmUp))
    const people = await desk.people(1)
    const { port, pid } = desk.process
    const pageOf = (turn: number): Page => [[`/api/search?q=${encodeURIComponent(asked[turn % asked.length] ?? '')}`]]
    const taken = await withCost(pid, stage.options.say, 'search', async () => {
      const result = await openPages({ port, people, pageOf, samples, warmUp })
      return { result, count: samples + warmUp }
    })
    const byKind = [...kinds].map((kind, at) => {
      const own = taken.filter((_, turn) => (turn + warmUp) % kinds.length === at)
      return `${kind} ${percentile(own, 0.95).toFixed(0)}`
    })
    stage.options.say(`search p95 by kind, in ms: ${byKind.join(', ')}`)
    return [{ figure: search(target).name, value: percentile(taken, 0.95), n: taken.length }]
  },
})

const kinds = ['rare', 'common', 'name', 'number', 'slip'] as const

/** Never the same question twice, but for common words, of which there are few. */
function questions(cases: readonly { readonly number: number; readonly name: string }[]): readonly string[] {
  const { words } = benchVocabulary()
  const random = seededRandom(77)
  const among = (from: number, to: number): string => words[from + Math.floor(random.next() * (to - from))] ?? ''
  return cases.map(({ number, name }, turn) => {
    switch (kinds[turn % kinds.length]) {
      case 'rare':
        return among(12_000, words.length)
      case 'common':
        return among(60, 260)
      case 'name':
        return name
      case 'number':
        return `A-${String(number)}`
      default:
        return slipped(name, random.next())
    }
  })
}

/** Two letters of the family name change places. */
function slipped(name: string, dice: number): string {
  const from = name.indexOf(' ') + 1
  const at = from + 1 + Math.floor(dice * Math.max(1, name.length - from - 3))
  return `${name.slice(0, at)}${name.slice(at + 1, at + 2)}${name.slice(at, at + 1)}${name.slice(at + 2)}`
}
