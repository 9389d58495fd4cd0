// Two customers turn out to be one person, or not to be after all. Nothing is moved by either: who reads about one reads about both while the link holds.
import { recordAudit } from '../../../platform/audit/record-audit.ts'
import type { Context } from '../../../platform/context/context.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { CustomerId, StaffId } from '../../../shared/ids.ts'
import { noteInteraction } from '../note-interaction.ts'
import {
  addLink,
  lockLinks,
  type LinkId,
  linksOf,
  onePerson,
  revokeLink,
  savePerson,
  type WhoItIs,
  whoItIs,
} from './person-link.sql.ts'
import { isBetween } from '../representatives/representation.sql.ts'
import { isShared } from './shared-address.rules.ts'
import { type Known, type Wall, wallBetween } from './person-wall.rules.ts'
import type { LinkPreview, PersonLinks } from './person.schema.ts'

const notFound = (): Refusal => new Refusal('not-found', 'There is no such person.')

/** Who would be one person, and what stands between them. @throws Refusal('not-found') */
export async function previewLink(ctx: Context, one: CustomerId, other: CustomerId): Promise<LinkPreview> {
  const [a, b] = await Promise.all([whoItIs(ctx.db, one), whoItIs(ctx.db, other)])
  if (!a || !b || a.isErased || b.isErased) throw notFound()
  const isOne = (await onePerson(ctx.db, one)).includes(other)
  const wall = isOne ? null : await wallOf(ctx, a, b)
  const view = (who: typeof a): LinkPreview['one'] => ({
    ...{ customerId: who.customerId, name: who.name },
    identities: knownOf(who).map(({ shown, kind, ...known }) => ({
      ...{ kind, value: shown, isVerified: known.isVerified, isShared: known.isShared },
    })),
  })
  return { one: view(a), other: view(b), isOne, wall, mayPass: wall === null || mayPass(ctx, wall) }
}

const knownOf = ({ identities }: WhoItIs): readonly (Known & { readonly shown: string })[] =>
  identities.map(({ sharedSaid, ...one }) => ({ ...one, isShared: isShared(one.kind, one.value, sharedSaid) }))

const wallOf = async (ctx: Context, a: WhoItIs, b: WhoItIs): Promise<Wall | null> =>
  (await isBetween(ctx.db, a.customerId, b.customerId)) ? 'writes-for-the-other' : wallBetween(knownOf(a), knownOf(b))

/** A wall of addresses can be passed by a lead, who writes why; one of customer numbers, or of writing for each other, by nobody. */
const mayPass = ({ actor }: Context, wall: Wall): boolean =>
  (wall === 'two-proved-addresses' || wall === 'address-of-several') &&
  actor.kind === 'staff' &&
  actor.role !== 'handler'

const sentences: Readonly<Record<Wall, string>> = {
  'two-customer-numbers': 'They have two different customer numbers, so they are two customers.',
  'two-proved-addresses':
    'Each has proved an address of their own. Ask a lead, who can say why they are one person all the same.',
  'address-of-several':
    'Several people write from the address of one of them. Ask a lead, who can say why they are one person all the same.',
  'writes-for-the-other':
    'One of them writes for the other, so they are two people. End that first, where it is wrong.',
}

/** @throws Refusal('not-found'), Refusal('wrong-state') where they are one already, Refusal('not-allowed') where a wall stands between */
export async function linkPeople(
  ctx: Context,
  one: CustomerId,
  { other, evidence }: { readonly other: CustomerId; readonly evidence: string },
): Promise<PersonLinks> {
  const by = whoLinks(ctx)
  await lockLinks(ctx.db, ctx.organizationId)
  const { isOne, wall, mayPass: isPassed } = await previewLink(ctx, one, other)
  if (one === other) throw new Refusal('wrong-state', 'Choose another customer than this one.')
  if (isOne) throw new Refusal('wrong-state', 'They are one person here already.')
  if (wall !== null && !isPassed) throw new Refusal('not-allowed', sentences[wall])
  const linkId = ctx.newId<'link'>()
  await addLink(ctx.db, ctx.organizationId, { linkId, one, other, evidence, by, at: ctx.now() })
  await savePerson(ctx.db, one)
  await tell(ctx, 'linked', [one, other], { linkId, wall })
  return seeLinks(ctx, one)
}

/** @throws Refusal('not-found') for no live link of this person */
export async function separatePeople(
  ctx: Context,
  customerId: CustomerId,
  { linkId, why }: { readonly linkId: LinkId; readonly why: string },
): Promise<PersonLinks> {
  const by = whoLinks(ctx)
  await lockLinks(ctx.db, ctx.organizationId)
  const isTheirs = (await linksOf(ctx.db, customerId)).some((link) => link.linkId === linkId)
  const ends = isTheirs ? await revokeLink(ctx.db, linkId, { staffId: by, at: ctx.now(), why }) : null
  if (!ends) throw new Refusal('not-found', 'This link is not there any more.')
  await savePerson(ctx.db, ends.one)
  await savePerson(ctx.db, ends.other)
  await tell(ctx, 'separated', [ends.one, ends.other], { linkId })
  return seeLinks(ctx, customerId)
}

/** Who is one person with a customer, and what that rests on. @throws Refusal('not-found') */
export async function seeLinks(ctx: Context, customerId: CustomerId): Promise<PersonLinks> {
  const [links, members] = await Promise.all([linksOf(ctx.db, customerId), onePerson(ctx.db, customerId)])
  const people = await Promise.all(members.map((member) => whoItIs(ctx.db, member)))
  if (people[0] === null) throw notFound()
  const who = new Map(people.flatMap((one) => (one ? [[one.customerId, one]] : [])))
  return {
    links: links.map(({ linkId, one, other, evidence, byName, at }) => ({
      ...{ linkId, evidence, by: byName, at: at.toISOString() },
      ends: [one, other].map((end) => ({ customerId: end, name: who.get(end)?.name ?? '' })),
    })),
  }
}

function whoLinks({ actor }: Context): StaffId {
  if (actor.kind !== 'staff') throw new Refusal('not-allowed', 'Only people say who is one person.')
  return actor.staffId
}

/** On the timelines of both, and in the audit. */
async function tell(
  ctx: Context,
  what: 'linked' | 'separated',
  ends: readonly [CustomerId, CustomerId],
  details: Readonly<Record<string, string | null>>,
): Promise<void> {
  noteInteraction(ctx, ...ends.map((customerId) => ({ customerId, kind: 'identity' as const, details: { what } })))
  const [one, other] = ends
  await recordAudit(ctx, `person.${what}`, { kind: 'customer', id: one }, { other, ...details })
}
