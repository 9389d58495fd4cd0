// Addresses of several people: known by their name or by what somebody says. They join nobody, prove nobody, and speak for nobody being somebody else.
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { staff, writeIn } from '../../../../tests/setup/cases.ts'
import { connectMailbox } from '../../../../tests/setup/customers.ts'
import { openTestHouse } from '../../../../tests/setup/house.ts'
import { eraseCustomer } from '../../../platform/privacy/erase-customer.ts'
import type { CustomerId, IdentityId } from '../../../shared/ids.ts'
import { privacy } from '../../../wiring.ts'
import { linkPeople, previewLink } from './link-people.ts'
import { onePerson } from './person-link.sql.ts'
import { sayShared } from './say-shared.ts'
import { isShared, looksShared } from './shared-address.rules.ts'
import { suggestPeople } from './suggest-people.ts'

const home = await openTestHouse()
const mailbox = await connectMailbox(home)
const handler = staff(await home.addPerson('Lea Sommer', 'handler'))
const lead = staff(home.founder, 'administrator')
afterAll(() => home.close())

const known = async (name: string, from: string): Promise<CustomerId> =>
  (await writeIn(home, mailbox, { name, from, text: 'It leaks.' })).customerId
const addressOf = async (customerId: CustomerId): Promise<IdentityId> => {
  const find = 'select identity_id as id from identity where customer_id = $1'
  return (await home.house.ownerPool.query<{ id: IdentityId }>(find, [customerId])).rows[0]!.id
}
const say = (identityId: IdentityId, isShared: boolean, who = handler) =>
  home.as(who, (ctx) => sayShared(ctx, identityId, { isShared, why: 'Three of them sign with it.' }))
const suggested = async (customerId: CustomerId) =>
  (await home.as(lead, (ctx) => suggestPeople(ctx, customerId))).suggestions
const told = async (customerId: CustomerId) => {
  const find = `select details->>'what' as what from interaction where customer_id = $1 and kind = 'identity' order by at, interaction_id`
  return (await home.house.ownerPool.query<{ what: string }>(find, [customerId])).rows.map(({ what }) => what)
}

test.each([
  ['info@firma.example', true],
  ['Familie+kettle@x.example', true],
  ['office-2@x.example', true],
  ['postmaster@x.example', true],
  ['secretariat@x.example', true],
  ['anna.info@x.example', false],
  ['information.desk@x.example', false],
  ['anna@info.example', false],
  ['infoanna@x.example', false],
  ['', false],
  ['@', false],
])('%s looks as if several people wrote from it: %s', (value, looks) => {
  expect(looksShared('email', value)).toBe(looks)
  expect(looksShared('handle', value)).toBe(false)
})

test('what people say is stronger than a name', () => {
  expect(isShared('email', 'info@x.example', false)).toBe(false)
  expect(isShared('email', 'anna@x.example', true)).toBe(true)
  expect(isShared('email', 'info@x.example', null)).toBe(true)
})

test('said of an address, it stands on the timeline and speaks for nobody; taken back, it speaks again; said twice, it is said once', async () => {
  const one = await known('Ottilie Grabowski', 'kite_runner@post.example')
  const other = await known('Ottilie Grabowski', 'kite_runner@mail.example')
  const likely = async () => (await suggested(one)).find(({ customerId }) => customerId === other)
  expect((await likely())?.reasons).toEqual(['same-rare-name', 'same-mailbox-name'])
  const before = (await likely())!.probability
  const mine = await addressOf(one)
  await say(mine, true)
  await say(mine, true)
  expect((await likely())?.reasons ?? ['same-rare-name']).toEqual(['same-rare-name'])
  expect((await likely())?.probability ?? 0).toBeLessThanOrEqual(before)
  expect(await told(one)).toEqual(['shared'])
  home.clock.moveMinutes(1)
  await say(mine, false)
  expect((await likely())?.probability).toBe(before)
  expect(await told(one)).toEqual(['shared', 'of-one'])
})

test('a customer of an address of several people is joined to a person only by a lead', async () => {
  const office = await known('Halden Bakery', 'info@bakery.example')
  const person = await known('Mira Brandt', 'mira@bakery.example')
  const link = (who: typeof lead) =>
    home.as(who, (ctx) => linkPeople(ctx, person, { other: office, evidence: 'It is her bakery.' }))
  expect(await home.as(handler, (ctx) => previewLink(ctx, person, office))).toMatchObject({
    wall: 'address-of-several',
    mayPass: false,
    other: { identities: [{ value: 'info@bakery.example', isShared: true }] },
  })
  await expect(link(handler)).rejects.toMatchObject({ code: 'not-allowed' })
  expect((await link(lead)).links).toHaveLength(1)
})

test('that one person writes from it is for a lead to say; whoever said otherwise of an ordinary address takes it back', async () => {
  const [office, own] = [
    await addressOf(await known('Halden Laundry', 'info@laundry.example')),
    await addressOf(await known('Cy Quist', 'cy@laundry.example')),
  ]
  const refused = { code: 'not-allowed' }
  await expect(say(office, false)).rejects.toMatchObject(refused)
  await say(office, true)
  await expect(say(office, false)).rejects.toMatchObject(refused)
  await say(office, false, lead)
  await say(own, true, lead)
  await expect(say(own, false)).rejects.toMatchObject(refused)
  await say(own, false, lead)
  await say(own, true)
  await say(own, false)
})

test('by no word of a handler can a handler link what a lead alone may', async () => {
  const [one, other] = [await known('Di Quist', 'di@proved.example'), await known('Ed Quist', 'ed@proved.example')]
  await home.house.ownerPool.query('update identity set verified_at = first_seen_at where customer_id = any ($1)', [
    [one, other],
  ])
  await home.house.ownerPool.query(
    `insert into identity (organization_id, identity_id, customer_id, kind, value, raw_value, first_seen_at)
     values ($1, gen_random_uuid(), $2, 'phone', '+49301', '+49301', $3)`,
    [home.organizationId, one, home.clock.now()],
  )
  await say(await addressOf(one), true)
  await say(await addressOf(other), true)
  expect(await home.as(handler, (ctx) => previewLink(ctx, one, other))).toMatchObject({ mayPass: false })
})

test('nobody else’s address, no address, and one that was erased cannot be spoken of', async () => {
  const gone = await known('Nobody Known', 'gone@x.example')
  const identityId = await addressOf(gone)
  await home.as('system', (ctx) => eraseCustomer(ctx, privacy, [gone]))
  await expect(say(identityId, true)).rejects.toMatchObject({ code: 'not-found' })
  const { organizationId } = await home.foundAnother('Elsewhere')
  const theirs = await home.house.ownerPool.query<{ id: IdentityId }>(
    `with k as (insert into customer (organization_id, customer_id, name, first_seen_at) values ($1, gen_random_uuid(), 'Elsewhere', $2) returning *)
     insert into identity (organization_id, identity_id, customer_id, kind, value, raw_value, first_seen_at)
     select $1, gen_random_uuid(), customer_id, 'email', 'x@x.example', 'x@x.example', $2 from k returning identity_id as id`,
    [organizationId, home.clock.now()],
  )
  await expect(say(theirs.rows[0]!.id, true)).rejects.toMatchObject({ code: 'not-found' })
})

test('whatever is said of whichever address, nobody is joined and nobody becomes likelier', async () => {
  const people: { readonly customerId: CustomerId; readonly identityId: IdentityId }[] = []
  for (const name of ['Anna Quist', 'Anna Quist', 'Anna Quist', 'Berta Quist']) {
    const customerId = await known(name, `moth_keeper@p${String(people.length)}.example`)
    people.push({ customerId, identityId: await addressOf(customerId) })
  }
  const likelihoods = async () => {
    const all = new Map<string, number>()
    for (const { customerId } of people)
      for (const { customerId: other, probability } of await suggested(customerId))
        all.set(`${customerId} ${other}`, probability)
    return all
  }
  const free = await likelihoods()
  expect(free.size).toBeGreaterThan(0)
  const step = fc.record({ at: fc.nat(3), isShared: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
      for (const { at, isShared: several } of steps) await say(people[at]!.identityId, several, lead)
      for (const [pair, probability] of await likelihoods())
        expect(probability).toBeLessThanOrEqual(free.get(pair) ?? 0)
      for (const { customerId } of people)
        expect(await home.as('system', ({ db }) => onePerson(db, customerId))).toEqual([customerId])
    }),
    { numRuns: 15 },
  )
})
