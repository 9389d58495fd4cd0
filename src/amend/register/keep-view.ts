// Keeps, changes and forgets views of the register. A person's own are theirs; those that everybody sees are made and changed by leads.
import { mayDo, type Relation } from '../../platform/access/access.rules.ts'
import type { Context } from '../../platform/context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import type { SavedViewId } from '../../shared/ids.ts'
import { whoActs } from '../cases/work/take-case.ts'
import { mostViews, type SavedView, type ViewFilter } from './saved-view.schema.ts'
import { addView, changeView, deleteView, findView, type KeptView, viewsFor } from './saved-view.sql.ts'

export async function seeViews(ctx: Context): Promise<readonly SavedView[]> {
  const me = whoActs(ctx)
  return (await viewsFor(ctx.db, me)).map(({ madeBy, ...view }) => ({ ...view, isOwn: madeBy === me }))
}

/** How a view stands to whoever asks: theirs, or everybody's. @throws Refusal('not-found') for somebody else's, as for none */
export async function viewRelation(ctx: Context, savedViewId: SavedViewId): Promise<Relation> {
  const { madeBy, isShared } = await viewHere(ctx, savedViewId)
  if (isShared) return 'any'
  if (ctx.actor.kind !== 'staff' || madeBy !== ctx.actor.staffId) throw noView()
  return 'own'
}

/** @throws Refusal('not-allowed') for one that everybody would see, made by a handler; Refusal('wrong-state') where there are too many */
export async function makeView(
  ctx: Context,
  { name, isShared, filter }: Pick<KeptView, 'name' | 'isShared' | 'filter'>,
): Promise<SavedViewId> {
  const madeBy = whoActs(ctx)
  if (isShared && !mayDo(ctx.actor, 'view.change', 'any'))
    throw new Refusal('not-allowed', 'Views that everybody sees are made by leads. Keep this one for yourself.')
  const views = await viewsFor(ctx.db, madeBy)
  if (views.filter((view) => view.isShared === isShared).length >= mostViews)
    throw new Refusal('wrong-state', `There are ${String(mostViews)} views already. Delete one of them first.`)
  const savedViewId = ctx.newId<'saved-view'>()
  await addView(ctx.db, ctx.organizationId, { savedViewId, madeBy, name, isShared, filter }, ctx.now())
  return savedViewId
}

/** @throws Refusal('not-found') */
export async function renewView(
  ctx: Context,
  savedViewId: SavedViewId,
  { name, filter }: { readonly name?: string | undefined; readonly filter?: ViewFilter | undefined },
): Promise<void> {
  const view = await viewHere(ctx, savedViewId)
  const changed = { name: name ?? view.name, filter: filter ?? view.filter }
  if (!(await changeView(ctx.db, savedViewId, changed, ctx.now()))) throw noView()
}

/** @throws Refusal('not-found') */
export async function forgetView(ctx: Context, savedViewId: SavedViewId): Promise<void> {
  if (!(await deleteView(ctx.db, savedViewId))) throw noView()
}

async function viewHere(ctx: Context, savedViewId: SavedViewId): Promise<KeptView> {
  const view = await findView(ctx.db, savedViewId)
  if (!view) throw noView()
  return view
}

const noView = (): Refusal => new Refusal('not-found', 'There is no such view. Somebody may have deleted it.')
