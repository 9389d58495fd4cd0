// Links make several customers one person and nothing else: whatever is linked and separated, in any order, who is one with whom follows from the links
// that hold, no other row changes, and without links everything is as it was.
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { staff } from '../../../../tests/setup/cases.ts'
import { openTestHouse } from '../../../../tests/setup/house.ts'
import { foundChannels } from '../../channels/found-channels.ts'
import type { CustomerId } from '../../../shared/ids.ts'
import { emailIdentity } from '../../channels/address.rules.ts'
import { findCustomer, findOrMakeCustomer } from '../find-or-make-customer.ts'
import { linkPeople, previewLink, seeLinks, separatePeople } from './link-people.ts'
import { type LinkId, linksOf, onePerson } from './person-link.sql.ts'

const home = await openTestHouse()
await home.as('system', (ctx) => foundChannels(ctx))
const handler = staff(await home.addPerson('Lea Sommer', 'handler'))
const lead = staff(await home.addPerson('Tomas Lind', 'lead'), 'lead')
afterAll(() => home.close())

let people = 0
async function person(isVerified = false): Promise<CustomerId> {
  people += 1
  home.clock.moveMinutes(1)
  const key = emailIdentity(`person${String(people)}@customer.example`)
  if (!key) throw new Error('no address')
  return home.as('system', async (ctx) => {
    const { known } = await findCustomer(ctx, key)
    return (await findOrMakeCustomer(ctx, { key, display: `Person ${String(people)}`, isVerified }, known)).customerId
  })
}
const link = (one: CustomerId, other: CustomerId, who = handler) =>
  home.as(who, (ctx) => linkPeople(ctx, one, { other, evidence: 'They said so on the telephone.' }))
const separate = (one: CustomerId, linkId: LinkId) =>
  home.as(handler, (ctx) => separatePeople(ctx, one, { linkId, why: 'They did not.' }))
const members = async (one: CustomerId) => [...(await home.as('system', ({ db }) => onePerson(db, one)))].sort()
/** Every row about people but the links themselves and what only grows. */
const everything = () =>
  home.as('system', async ({ db }) => [
    await db.selectFrom('customer').selectAll().orderBy('customer_id').execute(),
    await db.selectFrom('identity').selectAll().orderBy('identity_id').execute(),
  ])

test('merged and separated in any order, those are one person who are joined by links that hold, and in the end all is as before', async () => {
  const all: CustomerId[] = []
  for (let n = 0; n < 6; n++) all.push(await person())
  const before = await everything()
  const step = fc.record({ isLink: fc.boolean(), one: fc.nat(5), other: fc.nat(5), which: fc.nat(100) })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const live = new Map<LinkId, readonly [CustomerId, CustomerId]>()
      for (const { isLink, one, other, which } of steps) {
        const [a, b] = [all[one]!, all[other]!]
        const chosen = [...live.entries()][which % Math.max(1, live.size)]
        if (isLink) {
          if (a === b || reached(live, a).includes(b))
            await expect(link(a, b)).rejects.toMatchObject({ code: 'wrong-state' })
          else {
            const known = new Set(live.keys())
            const made = (await link(a, b)).links.find(({ linkId }) => !known.has(linkId))
            live.set(made!.linkId, [a, b])
          }
        } else if (chosen) {
          await separate(chosen[1][0], chosen[0])
          live.delete(chosen[0])
        }
        for (const customer of all) expect(await members(customer)).toEqual(reached(live, customer))
      }
      for (const [linkId, [one]] of live) await separate(one, linkId)
      expect(await everything()).toEqual(before)
    }),
    { numRuns: 15 },
  )
})

/** Who is joined to somebody, in order of their identifiers. */
function reached(links: ReadonlyMap<LinkId, readonly [CustomerId, CustomerId]>, start: CustomerId): CustomerId[] {
  const found = new Set([start])
  for (let size = 0; size !== found.size;) {
    size = found.size
    for (const [one, other] of links.values()) {
      if (found.has(one)) found.add(other)
      if (found.has(other)) found.add(one)
    }
  }
  return [...found].sort()
}

test('two people who link the same two at the same time make one link', async () => {
  const [a, b] = [await person(), await person()]
  const tries = await Promise.allSettled([link(a, b), link(b, a, lead), link(a, b, lead)])
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await home.as('system', ({ db }) => linksOf(db, a))).toHaveLength(1)
})

test('links made at the same time never pass a wall between their ends', async () => {
  const numbered = async (number: string): Promise<CustomerId> => {
    const one = await person()
    await home.as('system', async (ctx) => {
      const row = {
        ...{
          organization_id: ctx.organizationId,
          identity_id: ctx.newId<'identity'>(),
          customer_id: one,
          kind: 'external',
        },
        ...{ value: number, raw_value: number, first_seen_at: ctx.now(), verified_at: ctx.now() },
      }
      await ctx.db.insertInto('identity').values(row).execute()
    })
    return one
  }
  const [left, middle, right] = [await numbered('C-17'), await person(), await numbered('C-18')]
  const tries = await Promise.allSettled([link(left, middle, lead), link(middle, right, lead)])
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(link(left, right, lead)).rejects.toMatchObject({ code: 'not-allowed' })
})

test('two proved addresses are a wall that a lead passes, a handler does not, and the preview says so', async () => {
  const [a, b] = [await person(true), await person(true)]
  expect(await home.as(handler, (ctx) => previewLink(ctx, a, b))).toMatchObject({
    wall: 'two-proved-addresses',
    mayPass: false,
  })
  await expect(link(a, b)).rejects.toMatchObject({ code: 'not-allowed' })
  expect((await home.as(lead, (ctx) => previewLink(ctx, a, b))).mayPass).toBe(true)
  expect((await link(a, b, lead)).links).toHaveLength(1)
})

test('every link and what ends it stand on both timelines with who said so', async () => {
  const [a, b] = [await person(), await person()]
  const [made] = (await link(a, b)).links
  expect(made).toMatchObject({ evidence: 'They said so on the telephone.', by: 'Lea Sommer' })
  home.clock.moveMinutes(1)
  await separate(b, made!.linkId)
  for (const one of [a, b]) {
    const rows = await home.as('system', ({ db }) =>
      db
        .selectFrom('interaction')
        .select(['kind', 'details'])
        .where('customer_id', '=', one)
        .orderBy('interaction_id')
        .execute(),
    )
    expect(rows).toEqual([
      { kind: 'identity', details: { what: 'linked' } },
      { kind: 'identity', details: { what: 'separated' } },
    ])
  }
  expect((await home.as(handler, (ctx) => seeLinks(ctx, a))).links).toEqual([])
  await expect(separate(a, made!.linkId)).rejects.toMatchObject({ code: 'not-found' })
})

test('nobody is linked to themselves, to nobody, or to somebody of another company', async () => {
  const one = await person()
  const other = await home.foundAnother('Rival')
  const theirs = await home.as('system', (ctx) => Promise.resolve(ctx.newId<'customer'>()))
  expect(other.organizationId).not.toBe(home.organizationId)
  await expect(link(one, one)).rejects.toMatchObject({ code: 'wrong-state' })
  await expect(link(one, theirs)).rejects.toMatchObject({ code: 'not-found' })
})
