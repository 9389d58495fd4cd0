// An import as its page shows it: how far it is, what its columns are, what is proposed for them, and what went wrong.
import type { Context } from '../../platform/context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import type { HistoryLine } from '../history.schema.ts'
import { headersOf } from './check-import.ts'
import { fieldsOf } from './fields.rules.ts'
import type { Import, ImportId, Plan } from './import.ts'
import { findImport, listImports } from './import.sql.ts'
import { problemsOf } from './import-trail.sql.ts'
import { proposeMapping, whyBarred } from './mapping.rules.ts'

export const seeImports = async (ctx: Context) => ({
  imports: (await listImports(ctx.db, 100)).map(summaryOf),
})

/** @throws Refusal('not-found') */
export async function seeImport(ctx: Context, importId: ImportId, samples: readonly (readonly string[])[]) {
  const found = await findImport(ctx.db, importId)
  if (!found || found.state === 'arriving' || found.form === null)
    throw new Refusal('not-found', 'There is no import with this identifier.')
  const { kind, form } = found
  const headers = headersOf(form)
  return {
    ...summaryOf(found),
    ...{ encoding: form.encoding, delimiter: form.delimiter, isExport: form.layout !== undefined },
    columns: headers.map((header, at) => ({
      ...{ header, barred: whyBarred(header) },
      samples: samples.map((cells) => (cells[at] ?? '').slice(0, 80)),
    })),
    fields: (form.layout === undefined ? fieldsOf(kind) : []).map(({ name, isNeeded }) => ({ name, isNeeded })),
    plan: found.plan ?? proposedPlan(found, headers),
    problems: await problemsOf(ctx.db, importId, 'bring'),
    kept: await problemsOf(ctx.db, importId, 'undo'),
  }
}

const proposedPlan = ({ kind }: Import, headers: readonly string[]): Plan => ({
  mapping: proposeMapping(kind, headers),
  ...{ dateOrder: null, decimalMark: null, currency: null },
})

function summaryOf(one: Import) {
  const { importId, kind, source, fileName, state, place, taken, changed, known, refused, removed, restored } = one
  return {
    ...{ importId, kind, source, fileName, state, place, taken, changed, known, refused, removed, restored },
    rows: one.form?.rows ?? 0,
    madeAt: one.madeAt.toISOString(),
    endedAt: one.endedAt?.toISOString() ?? null,
    undoneAt: one.undoneAt?.toISOString() ?? null,
  }
}

/** What a row becomes, in words for a table of words. */
export function wordsOfLine(line: HistoryLine): Readonly<Record<string, string>> {
  const { kind: _kind, ...said } = line
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) => {
      const words = shortened(Array.isArray(value) ? value.map(wordsOf).join(', ') : wordsOf(value))
      return words === '' ? [] : [[name, words]]
    }),
  )
}

const mostShown = 300
const shortened = (words: string): string => (words.length > mostShown ? `${words.slice(0, mostShown)} …` : words)

function wordsOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (typeof value !== 'object' || value === null) return ''
  if ('author' in value && 'text' in value)
    return `${'name' in value ? wordsOf(value.name) : ''}: ${shortened(wordsOf(value.text))}`
  return 'name' in value && 'quantity' in value ? `${wordsOf(value.quantity)} × ${wordsOf(value.name)}` : ''
}
