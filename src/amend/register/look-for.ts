// Looks for people and cases by whatever was typed; and one person whole.
import type { Context } from '../../platform/context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import type { CustomerId } from '../../shared/ids.ts'
import { isShared, maySayOfOne } from '../../hear/customers/person/shared-address.rules.ts'
import { askerOf } from '../cases/unless-about.ts'
import type { PersonView, SearchFound } from './search.schema.ts'
import { personOf, searchCases, searchPeople } from './search.sql.ts'

/** Nothing typed, nothing found. */
export async function lookFor(ctx: Context, typed: string, most: number): Promise<SearchFound> {
  // A NUL can be typed but neither stored nor asked for.
  const wanted = typed.replaceAll('\u0000', '').toWellFormed().trim()
  if (wanted === '') return { people: [], cases: [] }
  const people = await searchPeople(ctx.db, askerOf(ctx), wanted, most)
  const cases = await searchCases(
    ctx.db,
    askerOf(ctx),
    wanted,
    most,
    people.map(({ customerId }) => customerId),
  )
  return { people, cases: cases.map((one) => ({ ...one, at: one.at.toISOString() })) }
}

/** @throws Refusal('not-found') */
export async function seePerson(ctx: Context, customerId: CustomerId): Promise<PersonView> {
  const row = await personOf(ctx.db, askerOf(ctx), customerId)
  if (!row) throw new Refusal('not-found', 'There is no such person.')
  return {
    ...{ customerId: row.customerId, name: row.name, firstSeenAt: row.firstSeenAt.toISOString() },
    identities: row.identities.map(({ shared, ...one }) => {
      const several = isShared(one.kind, one.value, shared?.isShared ?? null)
      const said = shared && { isShared: shared.isShared, by: shared.byId }
      return {
        ...{ ...one, verifiedAt: iso(one.verifiedAt), badSince: iso(one.badSince), isShared: several },
        maySayOtherwise: ctx.actor.kind === 'staff' && (!several || maySayOfOne({ ...one, said }, ctx.actor)),
        sharedSaid: shared && { by: shared.by, at: new Date(shared.at).toISOString(), why: shared.why },
      }
    }),
    cases: row.cases.map((one) => ({ ...one, receivedAt: new Date(one.receivedAt).toISOString() })),
  }
}

const iso = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString())
