// Views of the register that people keep.
import { sql } from 'kysely'
import type { Database } from '../../platform/database/transaction.ts'
import type { CustomerId, OrganizationId, SavedViewId, StaffId } from '../../shared/ids.ts'
import type { ViewFilter } from './saved-view.schema.ts'
import { mostViews } from './saved-view.schema.ts'

export interface KeptView {
  readonly savedViewId: SavedViewId
  readonly madeBy: StaffId
  readonly name: string
  readonly isShared: boolean
  readonly filter: ViewFilter
}

const columns = ['saved_view_id', 'made_by', 'name', 'is_shared', 'filter'] as const

interface Row {
  readonly saved_view_id: string
  readonly made_by: string
  readonly name: string
  readonly is_shared: boolean
  readonly filter: unknown
}

const viewOf = (row: Row): KeptView => ({
  savedViewId: row.saved_view_id as SavedViewId,
  madeBy: row.made_by as StaffId,
  name: row.name,
  isShared: row.is_shared,
  filter: row.filter as ViewFilter,
})

/** Those that everybody sees, then a person's own, each in the order of making. */
export async function viewsFor(db: Database, staffId: StaffId): Promise<readonly KeptView[]> {
  const asked = (isShared: boolean) =>
    db
      .selectFrom('saved_view')
      .select(columns)
      .where('is_shared', '=', isShared)
      .$if(!isShared, (query) => query.where('made_by', '=', staffId))
      .orderBy('made_at')
      .orderBy('saved_view_id')
      .limit(mostViews)
      .execute()
  const [shared, own] = await Promise.all([asked(true), asked(false)])
  return [...shared, ...own].map(viewOf)
}

export async function findView(db: Database, savedViewId: SavedViewId): Promise<KeptView | null> {
  const row = await db
    .selectFrom('saved_view')
    .select(columns)
    .where('saved_view_id', '=', savedViewId)
    .executeTakeFirst()
  return row ? viewOf(row) : null
}

export async function addView(
  db: Database,
  organizationId: OrganizationId,
  { savedViewId, madeBy, name, isShared, filter }: KeptView,
  at: Date,
): Promise<void> {
  await db
    .insertInto('saved_view')
    .values({
      ...{ organization_id: organizationId, saved_view_id: savedViewId, made_by: madeBy, name, is_shared: isShared },
      ...{ filter: JSON.stringify(filter), made_at: at, changed_at: at },
    })
    .execute()
}

/** False where there is none any more. */
export async function changeView(
  db: Database,
  savedViewId: SavedViewId,
  { name, filter }: Pick<KeptView, 'name' | 'filter'>,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('saved_view')
    .set({ name, filter: JSON.stringify(filter), changed_at: at })
    .where('saved_view_id', '=', savedViewId)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** False where there is none any more. */
export async function deleteView(db: Database, savedViewId: SavedViewId): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('saved_view')
    .where('saved_view_id', '=', savedViewId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Views that ask for one customer by who they are. */
export async function viewsAbout(db: Database, customerId: CustomerId): Promise<readonly object[]> {
  return db
    .selectFrom('saved_view')
    .select(['saved_view_id', 'name', 'made_at'])
    .where(sql<boolean>`filter ->> 'customer' = ${customerId}`)
    .execute()
}

export async function deleteViewsAbout(db: Database, customerId: CustomerId): Promise<void> {
  await db
    .deleteFrom('saved_view')
    .where(sql<boolean>`filter ->> 'customer' = ${customerId}`)
    .execute()
}
