// `npm run bench -- NAME [--json] [--only figure,…] [--small] [--data FOLDER]` (text also: --train, --test, --text, --label; duplicates: --file), or `--list`. Figures to stdout, everything else to stderr.
import { parseArgs } from 'node:util'
import { configurationOf, refusedSince } from './configuration.ts'
import { processorTime } from './desk/proc.ts'
import { duplicates } from './duplicates.ts'
import type { Bench, Figure, Measured, Measurement, Skipped } from './figure.ts'
import { isReached, rounded } from './figure.ts'
import { importing } from './import.ts'
import { intake } from './intake.ts'
import { search } from './search.ts'
import { text } from './text.ts'
import { web } from './web.ts'

/** A bench with its own stage closed in. */
const asRun = <Stage>(bench: Bench<Stage>) => ({
  ...{ name: bench.name, about: bench.about, figures: bench.measurements.flatMap((one) => one.figures) },
  take: (isWanted: (name: string) => boolean) => take(bench, isWanted),
})
const benches = [asRun(intake), asRun(web), asRun(search), asRun(text), asRun(duplicates), asRun(importing)]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    small: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    data: { type: 'string' },
    ...{ train: { type: 'string' }, test: { type: 'string' }, text: { type: 'string' }, label: { type: 'string' } },
    file: { type: 'string' },
  },
})
const say = (words: string): void => {
  process.stderr.write(`${words}\n`)
}
/** As wide as the longest name. */
const nameWidth = 30
const wantedSide = ({ want, target, unit }: Figure): string => `${want} ${String(target)} ${unit}`

if (values.list) list()
else await main()

function list(): void {
  for (const bench of benches) {
    console.log(`${bench.name}: ${bench.about}`)
    for (const figure of bench.figures)
      console.log(`  ${figure.name.padEnd(nameWidth)} ${wantedSide(figure).padEnd(18)} ${figure.about}`)
  }
}

async function main(): Promise<void> {
  const bench = benches.find(({ name }) => name === positionals[0])
  const only = values.only.split(',').filter((name) => name !== '')
  const figures = bench?.figures ?? []
  const unknown = only.find((name) => !figures.some((figure) => figure.name === name))
  if (!bench || positionals.length > 1 || unknown !== undefined) {
    say(
      bench && unknown !== undefined
        ? `There is no figure ${unknown}. --list names them all.`
        : `Name one bench: ${benches.map(({ name }) => name).join(', ')}. --list names their figures.`,
    )
    process.exitCode = 1
    return
  }
  const isWanted = (name: string): boolean => only.length === 0 || only.includes(name)
  const { results, config } = await bench.take(isWanted)
  if (values.json) printLines(figures, results, config)
  else printTable(figures, results, config)
}

async function take<Stage>(bench: Bench<Stage>, isWanted: (name: string) => boolean) {
  const { train, test, text: textColumn, label, file } = values
  const given = Object.entries({ train, test, text: textColumn, label, file }).filter(
    ([, value]) => value !== undefined,
  )
  const files = Object.fromEntries(given)
  const stage = await bench.open({ isSmall: values.small, folder: values.data ?? null, say, files })
  const results: (Measured | Skipped)[] = []
  try {
    for (const measurement of bench.measurements) {
      const names = measurement.figures.map((figure) => figure.name)
      if (!names.some(isWanted)) continue
      say(`${names.join(', ')} …`)
      const then = processorTime()
      for (const result of await measured(measurement, stage)) {
        if (isWanted(result.figure)) results.push(result)
        say(
          'skipped' in result
            ? `  ${result.figure} skipped: ${result.skipped}`
            : `  ${result.figure} ${String(rounded(result.value))}`,
        )
      }
      const refused = refusedSince(then) ?? 0
      if (refused > 0) say(`  the host refused ${String(refused)} % of the processors' time meanwhile`)
    }
    return { results, config: configurationOf(bench.name, stage.facts()) }
  } finally {
    await stage.close()
  }
}

/** One that fails takes no other with it; the run then ends with an exit code. */
async function measured<Stage>(one: Measurement<Stage>, stage: Stage): Promise<readonly (Measured | Skipped)[]> {
  try {
    return await one.measure(stage)
  } catch (error) {
    process.exitCode = 1
    const words = `failed: ${error instanceof Error ? error.message : String(error)}`
    return one.figures.map(({ name }) => ({ figure: name, skipped: words }))
  }
}

/** A skipped figure has no line: what is not measured is said on stderr only. */
function printLines(figures: readonly Figure[], results: readonly (Measured | Skipped)[], config: string): void {
  for (const result of results) {
    const unit = figures.find(({ name }) => name === result.figure)?.unit
    if ('skipped' in result) continue
    const { figure, value, n, more } = result
    console.log(JSON.stringify({ figure, value: rounded(value), unit, n, config, ...more }))
  }
}

function printTable(figures: readonly Figure[], results: readonly (Measured | Skipped)[], config: string): void {
  console.log(config)
  for (const result of results) {
    const figure = figures.find(({ name }) => name === result.figure)
    if (!figure) continue
    const [value, verdict] =
      'skipped' in result
        ? ['—', `skipped: ${result.skipped}`]
        : [String(rounded(result.value)), isReached(figure, result.value) ? 'reached' : 'missed']
    const n = 'n' in result ? `n = ${String(result.n)}` : ''
    console.log(
      `${figure.name.padEnd(nameWidth)} ${value.padStart(8)} ${figure.unit.padEnd(4)} ${wantedSide(figure).padEnd(18)} ${n.padEnd(11)} ${verdict}`,
    )
    if ('more' in result) console.log(`  ${JSON.stringify(result.more)}`)
  }
}
