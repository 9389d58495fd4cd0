// Takes back what a table brought, and nothing else: what others built on stays, with the reason. Run again after a crash it goes on.
import { addressesOfPeople, ownersOf, removeAddresses, removePeople } from '../../hear/customers/brought-people.sql.ts'
import { recordAudit } from '../../platform/audit/record-audit.ts'
import { type Context, withContext } from '../../platform/context/context.ts'
import type { House } from '../../platform/context/house.ts'
import { Refusal } from '../../shared/errors.ts'
import type { OrganizationId } from '../../shared/ids.ts'
import {
  broughtBy,
  type BroughtRecord,
  lockMovingIn,
  noteVersions,
  recordsOfObjects,
  removeSourceRecords,
} from '../source-record.sql.ts'
import { type ImportKind, importKinds } from './fields.rules.ts'
import type { Import, ImportId } from './import.ts'
import { changeImport, countOn, lockImport } from './import.sql.ts'
import { addProblems, takeChanges } from './import-trail.sql.ts'
import { thingsOf } from './things.ts'

export const undoTask = 'undo-import'
const atOnce = 1000
/** What hangs on others first. */
const order = ['complaint', 'refund', 'referral', 'order'] as const satisfies readonly ImportKind[]

const changedSince = 'A later table changed it, so it stays.'
const workedOn = 'Somebody has worked on it, or wrote to its customer, so it stays.'
const inUse =
  'Something else hangs on it by now (a message, a case, a purchase or a table of another day), so it stays.'

/** @throws Refusal('not-found'), Refusal('wrong-state') where it did not end, or is undone */
export async function startUndo(ctx: Context, importId: ImportId): Promise<void> {
  const found = await lockImport(ctx.db, importId)
  if (!found) throw new Refusal('not-found', 'There is no import with this identifier.')
  if (found.state !== 'done' && found.state !== 'forgotten')
    throw new Refusal('wrong-state', 'Only an import that has ended can be undone, and only once.')
  await changeImport(ctx.db, importId, { state: 'undoing' })
  await recordAudit(ctx, 'import.undo', { kind: 'import', id: importId })
  ctx.addJob(undoTask, { importId }, `undo-import:${importId}`)
}

export async function undoImport(house: House, organizationId: OrganizationId, importId: ImportId): Promise<void> {
  const who = { organizationId, actor: { kind: 'system', part: 'moving-in' } } as const
  const step = <Result>(work: (ctx: Context, found: Import) => Promise<Result>): Promise<Result | null> =>
    withContext(house, who, async (ctx) => {
      const found = await lockImport(ctx.db, importId)
      if (found?.state !== 'undoing') return null
      await lockMovingIn(ctx.db)
      return work(ctx, found)
    })
  for (const kind of importKinds) while ((await step((ctx, found) => restore(ctx, found, kind))) === atOnce);
  for (const kind of order) await throughAll((after) => step((ctx) => remove(ctx, importId, kind, after)))
  await throughAll((after) => step((ctx) => removeTheirs(ctx, importId, after)))
  await throughAll((after) => step((ctx) => removeAdded(ctx, importId, after)))
  await step((ctx) => changeImport(ctx.db, importId, { state: 'undone', undoneAt: ctx.now() }))
}

async function throughAll(step: (after: string) => Promise<string | null>): Promise<void> {
  for (let after: string | null = ''; after !== null;) after = await step(after)
}

const nextAfter = (records: readonly BroughtRecord[]): string | null =>
  records.length < atOnce ? null : (records.at(-1)?.sourceId ?? null)

/** What rows changed is as it was, unless a later table changed it again. */
async function restore(ctx: Context, { importId, source }: Import, kind: ImportKind): Promise<number> {
  const changes = await takeChanges(ctx.db, importId, kind, atOnce)
  const ids = changes.map(({ objectId }) => objectId)
  const records = (await recordsOfObjects(ctx.db, kind, ids)).filter((one) => one.source === source)
  const mine = new Map(
    records.filter(({ changedBy }) => changedBy === importId).map((one) => [one.objectId, one.sourceId]),
  )
  const here = await thingsOf[kind].find(ctx, ids)
  const done = changes.filter(({ objectId }) => mine.has(objectId) && here.has(objectId))
  await thingsOf[kind].change(
    ctx,
    done.map(({ before }) => before),
  )
  const versions = done.map(({ objectId, digestBefore, changedByBefore }) => ({
    ...{ sourceId: mine.get(objectId) ?? '', digest: digestBefore, changedBy: changedByBefore },
  }))
  await noteVersions(ctx.db, source, kind, versions)
  const kept = changes.length - done.length
  const problems = Array.from({ length: kept }, () => ({ line: 0, why: changedSince }))
  await addProblems(ctx.db, ctx.organizationId, importId, 'undo', problems)
  await countOn(ctx.db, importId, { restored: done.length })
  return changes.length
}

async function remove(ctx: Context, importId: ImportId, kind: ImportKind, after: string): Promise<string | null> {
  const records = await broughtBy(ctx.db, importId, kind, after, atOnce)
  const untouched = records.filter(({ changedBy }) => changedBy === null)
  const gone = await thingsOf[kind].remove(
    ctx,
    untouched.map(({ objectId }) => objectId),
  )
  await settle(ctx, importId, kind, records, gone)
  return nextAfter(records)
}

/** People whom the table made, with their addresses. Whom it found stays as found. */
async function removeTheirs(ctx: Context, importId: ImportId, after: string): Promise<string | null> {
  const records = await broughtBy(ctx.db, importId, 'customer', after, atOnce)
  const found = new Set(records.filter(({ wasHere }) => wasHere).map(({ objectId }) => objectId))
  await removeSourceRecords(ctx.db, importId, 'customer', [...found])
  const made = records.filter(({ wasHere }) => !wasHere)
  const untouched = made.filter(({ changedBy }) => changedBy === null).map(({ objectId }) => objectId)
  const addresses = await recordsOfObjects(ctx.db, 'identity', await addressesOfPeople(ctx.db, untouched))
  const brought = addresses.filter((one) => one.importId === importId).map(({ objectId }) => objectId)
  const gone = await removePeople(ctx.db, untouched, brought)
  await settle(ctx, importId, 'customer', made, gone)
  return nextAfter(records)
}

/** Addresses that people who were here before got from the table. */
async function removeAdded(ctx: Context, importId: ImportId, after: string): Promise<string | null> {
  const records = await broughtBy(ctx.db, importId, 'identity', after, atOnce)
  const ids = records.map(({ objectId }) => objectId)
  const owners = await ownersOf(ctx.db, ids)
  const made = await recordsOfObjects(ctx.db, 'customer', [...new Set(owners.values())])
  const stay = made.filter((one) => one.importId === importId).map(({ objectId }) => objectId)
  const removed = await removeAddresses(ctx.db, ids, stay)
  const gone = ids.filter((id) => removed.has(id) || !owners.has(id))
  await removeSourceRecords(ctx.db, importId, 'identity', gone)
  return nextAfter(records)
}

/** Writes down what is gone, and why the rest stays. */
async function settle(
  ctx: Context,
  importId: ImportId,
  kind: ImportKind,
  records: readonly BroughtRecord[],
  gone: ReadonlySet<string>,
): Promise<void> {
  await removeSourceRecords(ctx.db, importId, kind, [...gone])
  const problems = records
    .filter(({ objectId }) => !gone.has(objectId))
    .map(({ line, changedBy }) => ({
      line: line ?? 0,
      why: changedBy !== null ? changedSince : kind === 'complaint' ? workedOn : inUse,
    }))
  await addProblems(ctx.db, ctx.organizationId, importId, 'undo', problems)
  await countOn(ctx.db, importId, { removed: gone.size })
}
