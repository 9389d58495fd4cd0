// Brings some rows of a table, and counts them, in one transaction: after a crash the next ones follow, and none is brought twice.
import { createHash } from 'node:crypto'
import { recordAudit } from '../../platform/audit/record-audit.ts'
import type { Context } from '../../platform/context/context.ts'
import { type Arrivals, receive } from '../arrivals.ts'
import { bringComplaints } from '../bring-complaints.ts'
import { bringDeeds } from '../bring-deeds.ts'
import { bringPeople } from '../bring-people.ts'
import type { HistoryLine } from '../history.schema.ts'
import { lockMovingIn, noteVersions, type SeenBefore, seenBefore } from '../source-record.sql.ts'
import { twice } from './check-import.ts'
import type { Import, ImportId, Row } from './import.ts'
import { changeImport, countOn, lockImport, removePieces } from './import.sql.ts'
import { addChanges, addProblems, type Problem } from './import-trail.sql.ts'
import type { Reading } from './open-row.ts'
import { readRow } from './read-row.ts'
import { thingsOf } from './things.ts'

/** Rows that were read, and those that could not be. */
export interface Batch {
  /** How many rows come before it. */
  readonly from: number
  readonly rows: number
  readonly isLast: boolean
  readonly good: readonly Good[]
  readonly bad: readonly Problem[]
}

export interface Good {
  readonly at: number
  readonly line: HistoryLine
  readonly aside: readonly HistoryLine[]
  readonly digest: string
}

/** False where the import stands elsewhere by now, so that nobody goes on. */
export async function bringRows(ctx: Context, importId: ImportId, batch: Batch): Promise<boolean> {
  const found = await lockImport(ctx.db, importId)
  if (found?.state !== 'running' || found.place !== batch.from) return false
  await lockMovingIn(ctx.db)
  const { good } = batch
  const problems = [...batch.bad]
  const ids = good.map(({ line }) => line.id)
  const before = await seenBefore(ctx.db, found.source, found.kind, ids)
  const parted = part(found, good, before, problems)
  const fresh = await bringFresh(ctx, found, parted.fresh)
  problems.push(...fresh.problems)
  const changed = await change(ctx, found, parted.changed, fresh.arrivals)
  problems.push(...changed.problems)
  await addProblems(ctx.db, ctx.organizationId, importId, 'bring', problems)
  await countOn(ctx.db, importId, {
    ...{ place: batch.rows, taken: parted.fresh.length - fresh.problems.length, refused: problems.length },
    ...{ changed: changed.count, known: parted.known },
  })
  if (batch.isLast) await end(ctx, importId)
  return true
}

async function end(ctx: Context, importId: ImportId): Promise<void> {
  await changeImport(ctx.db, importId, { state: 'done', endedAt: ctx.now() })
  await removePieces(ctx.db, importId)
  await recordAudit(ctx, 'import.done', { kind: 'import', id: importId })
}

/** Reads rows one by one as they come, so that nothing else waits for many of them; nothing of the database is asked for it. */
export function openBatch(reading: Reading, from: number) {
  const ids = new Set<string>()
  const good: Good[] = []
  const bad: Problem[] = []
  let rows = 0
  return {
    size: (): number => rows,
    add: ({ line: at, cells }: Row): void => {
      rows += 1
      const read = readRow(reading, cells)
      const why = 'why' in read ? read.why : ids.has(read.line.id) ? twice : null
      if (why !== null || 'why' in read) {
        bad.push({ line: at, why: why ?? twice })
        return
      }
      ids.add(read.line.id)
      good.push({ at, ...read, digest: digestOf(read.line, reading.now) })
    },
    close: (isLast: boolean): Batch => ({ from, rows, isLast, good, bad }),
  }
}

/** By what a row is known as the same. A date that stands for one that was not given says nothing. */
function digestOf(line: HistoryLine, now: string): string {
  const said = line.kind === 'customer' && line.since === now ? { ...line, since: null } : line
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 22)
}

type Changed = Good & { readonly before: SeenBefore }

function part(
  { importId }: Import,
  good: readonly Good[],
  seen: ReadonlyMap<string, SeenBefore>,
  problems: Problem[],
): { readonly fresh: readonly Good[]; readonly changed: readonly Changed[]; readonly known: number } {
  const fresh: Good[] = []
  const changed: Changed[] = []
  let known = 0
  for (const one of good) {
    const before = seen.get(one.line.id)
    if (!before) fresh.push(one)
    else if (before.importId === importId || before.changedBy === importId) problems.push({ line: one.at, why: twice })
    else if (before.digest === one.digest) known += 1
    else changed.push({ ...one, before })
  }
  return { fresh, changed, known }
}

async function bringFresh(
  ctx: Context,
  { importId, source, madeBy }: Import,
  fresh: readonly Good[],
): Promise<{ readonly arrivals: Arrivals; readonly problems: readonly Problem[] }> {
  const asides = fresh.flatMap(({ aside, at }) => aside.map((line) => ({ line, at, digest: null })))
  const all = [...asides, ...fresh]
  const marksOf = (at: number) => ({ digest: all[at]?.digest ?? null, line: all[at]?.at ?? null })
  const lines = all.map(({ line }) => line)
  const arrivals = await receive(ctx, lines, { source, importId, marksOf, newFrom: asides.length })
  await bringPeople(ctx, arrivals)
  await bringDeeds(ctx, arrivals)
  await bringComplaints(ctx, arrivals, { source, broughtBy: madeBy })
  const { refused } = await arrivals.settle()
  const problems = refused.flatMap(({ line, why }) => (line < asides.length ? [] : [{ line: all[line]?.at ?? 0, why }]))
  return { arrivals, problems }
}

/** What a row says of a thing that is here already: kept as a new version, and how it was is kept beside it. */
async function change(
  ctx: Context,
  { importId, kind, source }: Import,
  changed: readonly Changed[],
  arrivals: Arrivals,
): Promise<{ readonly count: number; readonly problems: readonly Problem[] }> {
  if (changed.length === 0) return { count: 0, problems: [] }
  const things = thingsOf[kind]
  const { whyUnchanged } = things
  if (whyUnchanged !== null) return { count: 0, problems: changed.map(({ at }) => ({ line: at, why: whyUnchanged })) }
  const named = await receive(
    ctx,
    changed.map(({ line }) => line),
    { source, importId, marksOf: () => ({ digest: null, line: null }) },
  )
  const idOf: Arrivals['idOf'] = (of, id) => named.idOf(of, id) ?? arrivals.idOf(of, id)
  const now = await things.find(
    ctx,
    changed.map(({ before }) => before.objectId),
  )
  const problems: Problem[] = []
  const done = changed.flatMap((one) => {
    const was = now.get(one.before.objectId)
    const to = was && things.as(one.line, was, idOf)
    const isFuture = to && 'at' in to && to.at instanceof Date && to.at > ctx.now()
    if (was && to && !isFuture) return [{ ...one, was, to }]
    problems.push({
      line: one.at,
      why: isFuture ? 'It happened in the future.' : 'It names something that is not here.',
    })
    return []
  })
  await things.change(
    ctx,
    done.map(({ to }) => to),
  )
  const trail = done.map(({ before, was }) => ({
    ...{ objectId: before.objectId, before: was },
    ...{ digestBefore: before.digest, changedByBefore: before.changedBy },
  }))
  await addChanges(ctx.db, ctx.organizationId, importId, kind, trail)
  const versions = done.map(({ line, digest }) => ({ sourceId: line.id, digest, changedBy: importId }))
  await noteVersions(ctx.db, source, kind, versions)
  return { count: done.length, problems }
}
