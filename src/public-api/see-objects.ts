// A page of objects for a program. Whoever reads from `next` to `next` sees each object that was made before once, while others come in.
import type { Context } from '../platform/context/context.ts'
import { Refusal } from '../shared/errors.ts'
import { atInstant } from '../shared/ids.ts'
import type { Asker } from '../amend/cases/about-asker.sql.ts'
import type { ObjectName } from './object.schema.ts'
import { objectsFrom, type ObjectRow, oneObject } from './object.sql.ts'

/** What is made now may be committed after something that was made later: a visit that has come to the end begins again so far before it. */
const settledMs = 60_000

const askerOf = ({ actor }: Context): Asker => (actor.kind === 'api-key' ? actor.madeBy : null)
const shown = ({ rowId: _rowId, ...one }: ObjectRow) => one

export interface ObjectPage {
  readonly data: readonly object[]
  readonly next: string | null
  readonly isMore: boolean
}

export async function seeObjects(
  ctx: Context,
  name: ObjectName,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<ObjectPage> {
  const rows = await objectsFrom(ctx.db, name, askerOf(ctx), after ?? null, limit + 1)
  const data = rows.slice(0, limit)
  const isMore = rows.length > limit
  const last = data.at(-1)?.rowId ?? after ?? null
  return { data: data.map(shown), next: isMore ? last : settled(ctx, last, after), isMore }
}

/** At the end: no further than what can no longer come in behind; never back behind where this page began. */
function settled(ctx: Context, last: string | null, after: string | undefined): string | null {
  if (last === null) return null
  const boundary = atInstant(new Date(ctx.now().getTime() - settledMs))
  const next = last < boundary ? last : boundary
  return after !== undefined && next < after ? after : next
}

/** @throws Refusal('not-found') */
export async function seeObject(ctx: Context, name: ObjectName, id: string): Promise<object> {
  const row = await oneObject(ctx.db, name, askerOf(ctx), id)
  if (!row) throw new Refusal('not-found', `There is none of this identifier among ${name}.`)
  return shown(row)
}
