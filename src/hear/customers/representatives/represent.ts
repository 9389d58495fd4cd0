// Somebody writes for a customer: their lawyer, a parent, a carer, who winds up an estate. It joins nothing, and is shown with both until it ends.
import { recordAudit } from '../../../platform/audit/record-audit.ts'
import type { Context } from '../../../platform/context/context.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { CustomerId, StaffId } from '../../../shared/ids.ts'
import { noteInteraction } from '../note-interaction.ts'
import { lockLinks, onePerson, whoItIs } from '../person/person-link.sql.ts'
import type { Representation, RepresentationKind, Representations } from './representation.schema.ts'
import {
  addRepresentation,
  type RepresentationId,
  type RepresentationRow,
  representationsOf,
  saveEnded,
  saveShown,
} from './representation.sql.ts'

/** @throws Refusal('not-found') */
export async function seeRepresentations(ctx: Context, customerId: CustomerId): Promise<Representations> {
  if (!(await whoItIs(ctx.db, customerId))) throw notFound()
  const members = await onePerson(ctx.db, customerId)
  const rows = await representationsOf(ctx.db, customerId)
  const view = (row: RepresentationRow, other: Representation['other']): Representation => ({
    ...{ representationId: row.representationId, other, kind: row.kind, evidence: row.evidence },
    ...{ by: row.saidBy, at: row.saidAt.toISOString() },
    shown: row.shownAt && { what: row.shownWhat ?? '', to: row.shownTo ?? '', at: row.shownAt.toISOString() },
  })
  const [writesFor, spokenForBy]: [Representation[], Representation[]] = [[], []]
  for (const row of rows) {
    const { customerId: whom, customerName, customerAddress, byId, byName, byAddress } = row
    if (members.includes(byId))
      writesFor.push(view(row, { customerId: whom, name: customerName, address: customerAddress }))
    else spokenForBy.push(view(row, { customerId: byId, name: byName, address: byAddress }))
  }
  return { writesFor, spokenForBy }
}

/** @throws Refusal('not-found'), Refusal('wrong-state') where they are one person, or it was said already */
export async function represent(
  ctx: Context,
  customerId: CustomerId,
  { by, kind, evidence }: { readonly by: CustomerId; readonly kind: RepresentationKind; readonly evidence: string },
): Promise<Representations> {
  const saidBy = whoSays(ctx)
  // Together with links: who is one person cannot write for themselves.
  await lockLinks(ctx.db, ctx.organizationId)
  const [whom, who] = await Promise.all([whoItIs(ctx.db, customerId), whoItIs(ctx.db, by)])
  if (!whom || !who || whom.isErased || who.isErased) throw notFound()
  if ((await onePerson(ctx.db, customerId)).includes(by))
    throw new Refusal('wrong-state', 'They are one person here. Separate them first, or choose somebody else.')
  const representationId = ctx.newId<'representation'>()
  const one = { representationId, customerId, byId: by, kind, evidence, saidBy, at: ctx.now() }
  if (!(await addRepresentation(ctx.db, ctx.organizationId, one)))
    throw new Refusal('wrong-state', 'It is known already that they write for this customer.')
  await tell(ctx, 'represented', { customerId, byId: by }, { representationId, kind })
  return seeRepresentations(ctx, customerId)
}

/** Somebody here saw the mandate as a document. @throws Refusal('not-found') where it has ended, or was shown before */
export async function showMandate(ctx: Context, representationId: RepresentationId, what: string): Promise<void> {
  const ends = await saveShown(ctx.db, representationId, { what, to: whoSays(ctx), at: ctx.now() })
  if (!ends) throw new Refusal('not-found', 'It has ended, or its mandate was shown before.')
  await tell(ctx, 'mandate-shown', ends, { representationId })
}

/** @throws Refusal('not-found') where it has ended already */
export async function endRepresentation(ctx: Context, representationId: RepresentationId, why: string): Promise<void> {
  const ends = await saveEnded(ctx.db, representationId, { why, by: whoSays(ctx), at: ctx.now() })
  if (!ends) throw new Refusal('not-found', 'It has ended already.')
  await tell(ctx, 'representation-ended', ends, { representationId })
}

const notFound = (): Refusal => new Refusal('not-found', 'There is no such person.')

function whoSays({ actor }: Context): StaffId {
  if (actor.kind !== 'staff') throw new Refusal('not-allowed', 'Only people say who writes for whom.')
  return actor.staffId
}

/** On the timelines of both, each in its own words, and in the audit. */
async function tell(
  ctx: Context,
  what: 'represented' | 'mandate-shown' | 'representation-ended',
  { customerId, byId }: { readonly customerId: CustomerId; readonly byId: CustomerId },
  details: Readonly<Record<string, string>>,
): Promise<void> {
  noteInteraction(
    ctx,
    { customerId, kind: 'identity', details: { what } },
    { customerId: byId, kind: 'identity', details: { what: what === 'represented' ? 'represents' : what } },
  )
  await recordAudit(ctx, `person.${what}`, { kind: 'customer', id: customerId }, { by: byId, ...details })
}
