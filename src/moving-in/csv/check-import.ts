// Reads the whole table as it would be brought, and brings nothing: what its first rows become, and every problem with its lines.
import { withContext } from '../../platform/context/context.ts'
import type { House } from '../../platform/context/house.ts'
import type { Allowed } from '../../platform/http/route.ts'
import { findOrganization } from '../../platform/staff/organization.sql.ts'
import { Refusal } from '../../shared/errors.ts'
import type { HistoryLine } from '../history.schema.ts'
import { recordsOf } from '../zendesk/records.ts'
import type { Import, ImportId, Plan, TableForm } from './import.ts'
import { piecesOf } from './import-pieces.ts'
import { findImport } from './import.sql.ts'
import type { ProblemGroup } from './import-trail.sql.ts'
import { faultsOfMapping } from './mapping.rules.ts'
import { rowsOf } from './read-table.ts'
import type { Reading } from './open-row.ts'
import { questionsOf, readRow } from './read-row.ts'

export interface Preview {
  readonly faults: readonly string[]
  readonly questions: ReturnType<typeof questionsOf>
  readonly rows: readonly { readonly line: number; readonly becomes: HistoryLine | null; readonly why: string | null }[]
  readonly good: number
  readonly problems: readonly ProblemGroup[]
}

const shown = 20
const linesNamed = 100
export const twice = 'Its number stands in the table before; the first line of it counts.'

export async function checkImport(house: House, who: Allowed, importId: ImportId, plan: Plan): Promise<Preview> {
  const { found, reading } = await withContext(house, { ...who, isReading: true }, async (ctx) => {
    const one = waitingImport(await findImport(ctx.db, importId))
    const organization = await findOrganization(ctx.db)
    return { found: one, reading: readingOf(one, plan, organization?.timeZone ?? 'UTC') }
  })
  const faults = faultsOfPlan(found, plan)
  const questions = questionsOf(reading)
  if (faults.length > 0) return { faults, questions, rows: [], good: 0, problems: [] }
  return { faults, questions, ...(await readAll(rowsIn(house, who, found, importId), reading)) }
}

type Waiting = Import & { readonly form: TableForm }

/** @throws Refusal('not-found'), Refusal('wrong-state') once it was started */
export function waitingImport(found: Import | null): Waiting {
  if (!found || found.state === 'arriving') throw new Refusal('not-found', 'There is no import with this identifier.')
  const { form } = found
  if (found.state !== 'waiting' || form === null)
    throw new Refusal('wrong-state', 'This import was started already, or its file is gone. Bring the table again.')
  return { ...found, form }
}

export const headersOf = (form: TableForm): readonly string[] => form.columns.map(({ header }) => header)

/** What stands against reading it so. An export of Zendesk says itself what its fields are. */
export const faultsOfPlan = ({ kind, form }: Waiting, { mapping }: Plan): readonly string[] =>
  form.layout === undefined ? faultsOfMapping(kind, headersOf(form), mapping) : []

export const readingOf = ({ kind, form, madeAt }: Waiting, plan: Plan, timeZone: string): Reading => ({
  ...{ kind, plan, form, timeZone, now: madeAt.toISOString() },
})

/** The rows of values, without the names. */
export async function* rowsIn(house: House, who: Allowed, { form }: Pick<Waiting, 'form'>, importId: ImportId) {
  if (form.layout !== undefined) {
    yield* recordsOf(piecesOf(house, who, importId), { encoding: form.encoding, layout: form.layout })
    return
  }
  let isFirst = form.hasHeader
  for await (const row of rowsOf(piecesOf(house, who, importId), form)) {
    if (!isFirst) yield row
    isFirst = false
  }
}

async function readAll(
  rows: ReturnType<typeof rowsIn>,
  reading: Reading,
): Promise<Pick<Preview, 'rows' | 'good' | 'problems'>> {
  const first: Preview['rows'][number][] = []
  const groups = new Map<string, { count: number; lines: number[] }>()
  const ids = new Set<string>()
  let good = 0
  for await (const { line, cells } of rows) {
    const read = readRow(reading, cells)
    const isTwice = 'line' in read && ids.has(read.line.id)
    const why = 'why' in read ? read.why : isTwice ? twice : null
    if ('line' in read) ids.add(read.line.id)
    if (first.length < shown) first.push({ line, becomes: 'line' in read ? read.line : null, why })
    if (why === null) {
      good += 1
      continue
    }
    const group = groups.get(why) ?? { count: 0, lines: [] }
    group.count += 1
    if (group.lines.length < linesNamed) group.lines.push(line)
    groups.set(why, group)
  }
  const problems = [...groups].map(([why, group]) => ({ why, ...group })).sort((a, b) => b.count - a.count)
  return { rows: first, good, problems }
}
