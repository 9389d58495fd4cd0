// What a planted fault is: an invariant, the place where it is broken on purpose, and the test that must notice.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Mutant {
  /** What must hold, as a sentence. */
  readonly invariant: string
  /** The file to break, relative to the root. */
  readonly file: string
  /** Text that stands exactly once in the file, and what takes its place. */
  readonly find: string
  readonly replace: string
  /** The test file that must fail then, relative to the root. */
  readonly test: string
}

const fields = ['invariant', 'file', 'find', 'replace', 'test'] as const

/** Reads every list in tools/mutants. Throws with a sentence naming the list and the entry that has the wrong shape. */
export function readMutants(root: string): readonly Mutant[] {
  const folder = join(root, 'tools/mutants')
  const lists = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
  return lists.flatMap((list) => {
    const entries: unknown = JSON.parse(readFileSync(join(folder, list), 'utf8'))
    if (!Array.isArray(entries)) throw new Error(`tools/mutants/${list} must be an array of { ${fields.join(', ')} }.`)
    return entries.map((entry: unknown, index) => {
      if (isMutant(entry)) return entry
      throw new Error(
        `tools/mutants/${list}, entry ${String(index + 1)}: must be { ${fields.join(', ')} }, all texts and nothing else.`,
      )
    })
  })
}

function isMutant(entry: unknown): entry is Mutant {
  if (typeof entry !== 'object' || entry === null) return false
  const given = Object.entries(entry)
  return (
    given.length === fields.length &&
    given.every(([name, value]) => fields.some((field) => field === name) && typeof value === 'string')
  )
}

/** The text with the fault in it, or a sentence why it cannot be planted. */
export function plant(
  text: string,
  { find, replace }: Pick<Mutant, 'find' | 'replace'>,
): { readonly planted: string } | { readonly why: string } {
  const [before, ...after] = text.split(find)
  if (find === '' || find === replace) return { why: 'it changes nothing' }
  if (before === undefined || after.length === 0) return { why: 'the text to find is not in the file' }
  if (after.length > 1) return { why: `the text to find is in the file ${String(after.length)} times` }
  return { planted: before + replace + (after[0] ?? '') }
}
