// Texts of the corpus that made other parsers slow; none where the corpus is absent.
import { existsSync, readFileSync } from 'node:fs'

interface Item {
  readonly prefix: string
  readonly repeat: string
  readonly times: number
  readonly suffix: string
}

const file = `${process.env['AMENDS_SHARED'] ?? '../shared'}/corpus/redos/inputs.json`

/** Null where there is no corpus to read. */
export const redos: readonly string[] | null = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Item[]).map(
      ({ prefix, repeat, times, suffix }) => prefix + repeat.repeat(times) + suffix,
    )
  : null
