// Brings a table to its end, some thousand rows at a time. Run again after a crash it goes on where it stood.
import { withContext } from '../../platform/context/context.ts'
import type { House } from '../../platform/context/house.ts'
import type { Allowed } from '../../platform/http/route.ts'
import { findOrganization } from '../../platform/staff/organization.sql.ts'
import type { OrganizationId } from '../../shared/ids.ts'
import { type Batch, bringRows, openBatch } from './bring-rows.ts'
import { readingOf, rowsIn } from './check-import.ts'
import type { ImportKind } from './fields.rules.ts'
import type { ImportId, Row } from './import.ts'
import { changeImport, findImport } from './import.sql.ts'
import type { Reading } from './open-row.ts'

/** So many in one transaction, each of which costs as much however few they are. A complaint is a whole conversation. */
const rowsAtOnce = (kind: ImportKind): number => (kind === 'complaint' ? 500 : 5000)

export async function runImport(house: House, organizationId: OrganizationId, importId: ImportId): Promise<void> {
  const who: Allowed = { organizationId, actor: { kind: 'system', part: 'moving-in' } }
  const { found, timeZone } = await withContext(house, { ...who, isReading: true }, async (ctx) => ({
    found: await findImport(ctx.db, importId),
    timeZone: (await findOrganization(ctx.db))?.timeZone ?? 'UTC',
  }))
  if (found?.state !== 'running' || found.form === null || found.plan === null) return
  const { form, plan } = found
  const reading = readingOf({ ...found, form }, plan, timeZone)
  let isOver = false
  for await (const batch of readAhead(batches(rowsIn(house, who, { form }, importId), reading, found.place))) {
    isOver = batch.isLast
    if (!(await withContext(house, who, (ctx) => bringRows(ctx, importId, batch)))) return
  }
  // The file was forgotten meanwhile: what is here is here once, and the table can be brought again.
  if (!isOver) await withContext(house, who, (ctx) => changeImport(ctx.db, importId, { state: 'forgotten' }))
}

/** The next ones are read while these are written. */
async function* readAhead<One>(source: AsyncGenerator<One>): AsyncGenerator<One> {
  try {
    let next = source.next()
    for (;;) {
      const result = await next
      if (result.done === true) return
      next = source.next()
      // Whoever goes on waits for it, and hears of its failure then.
      next.catch(() => undefined)
      yield result.value
    }
  } finally {
    await source.return(undefined)
  }
}

async function* batches(rows: AsyncIterable<Row>, reading: Reading, from: number): AsyncGenerator<Batch> {
  let place = 0
  let batch = openBatch(reading, from)
  for await (const row of rows) {
    place += 1
    if (place <= from) continue
    batch.add(row)
    const isLast = place === reading.form.rows
    if (batch.size() < rowsAtOnce(reading.kind) && !isLast) continue
    yield batch.close(isLast)
    batch = openBatch(reading, place)
  }
}
