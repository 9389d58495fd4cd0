// Suggestions over a real database: who is found and why, that a no is kept, and that nobody is ever joined by one.
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { staff, writeIn } from '../../../../tests/setup/cases.ts'
import { connectMailbox } from '../../../../tests/setup/customers.ts'
import { openTestHouse } from '../../../../tests/setup/house.ts'
import type { CustomerId } from '../../../shared/ids.ts'
import { linkPeople, seeLinks, separatePeople } from './link-people.ts'
import { refuseSuggestion, suggestPeople } from './suggest-people.ts'

const home = await openTestHouse()
const mailbox = await connectMailbox(home)
const lead = staff(home.founder, 'administrator')
afterAll(() => home.close())

const known = async (name: string, from: string): Promise<CustomerId> =>
  (await writeIn(home, mailbox, { name, from, text: 'It leaks.' })).customerId
const suggested = async (customerId: CustomerId) =>
  (await home.as(lead, (ctx) => suggestPeople(ctx, customerId))).suggestions
const links = () => home.as('system', ({ db }) => db.selectFrom('person_link').select('link_id').execute())

test('who has the same rare name and mailbox name elsewhere is suggested, with what speaks for it, from either side', async () => {
  const one = await known('Ottilie Grabowski', 'kite_runner@post.example')
  const other = await known('Grabowski, Ottilie', 'kite_runner@mail.example')
  await known('Somebody Else', 'else@mail.example')
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const)
    expect(await suggested(from)).toMatchObject([
      { customerId: to, reasons: ['same-rare-name', 'same-mailbox-name'], probability: expect.any(Number) },
    ])
  expect(await links()).toEqual([])
})

test('a slip in the name is found by what else is the same', async () => {
  const one = await known('Thaddeus Winterbottom', 'moth_keeper@post.example')
  const other = await known('Thadeus Winterbottom', 'moth_keeper@web.example')
  expect((await suggested(one)).map(({ customerId }) => customerId)).toEqual([other])
})

test('a no is kept for both; who is one person already, or was erased, is not suggested', async () => {
  const one = await known('Philippa Quennell', 'velvet.crow@post.example')
  const other = await known('Philippa Quennell', 'velvet.crow@mail.example')
  const third = await known('Philippa Quennell', 'velvet.crow@web.example')
  expect(await suggested(one)).toHaveLength(2)
  await home.as(lead, (ctx) => refuseSuggestion(ctx, other, one))
  await home.as(lead, (ctx) => refuseSuggestion(ctx, one, other))
  expect((await suggested(one)).map(({ customerId }) => customerId)).toEqual([third])
  expect((await suggested(other)).map(({ customerId }) => customerId)).toEqual([third])
  await home.as(lead, (ctx) => linkPeople(ctx, one, { other: third, evidence: 'She said so.' }))
  expect(await suggested(one)).toEqual([])
  const [link] = (await home.as(lead, (ctx) => seeLinks(ctx, one))).links
  if (!link) throw new Error('not linked')
  await home.as(lead, (ctx) => separatePeople(ctx, one, { linkId: link.linkId, why: 'Two sisters.' }))
  expect(await suggested(one)).toEqual([])
  await expect(home.as(lead, (ctx) => refuseSuggestion(ctx, one, one))).rejects.toMatchObject({ code: 'invalid' })
  await home.house.ownerPool.query('update customer set erased_at = $1 where customer_id = $2', [
    home.clock.now(),
    third,
  ])
  expect((await suggested(other)).map(({ customerId }) => customerId)).not.toContain(third)
})

test('another company’s people are nobody here', async () => {
  const one = await known('Leopoldine Achterberg', 'ink.otter@post.example')
  const there = await home.foundAnother('Elsewhere')
  await home.house.ownerPool.query(
    `insert into customer (organization_id, customer_id, name, first_seen_at) values ($1, gen_random_uuid(), 'Leopoldine Achterberg', $2)`,
    [there.organizationId, home.clock.now()],
  )
  expect(await suggested(one)).toEqual([])
})

test('whatever is looked at, in any order, nobody is joined', async () => {
  const parts = fc.constantFrom('Anna', 'Berta', 'Berg', 'Quist', 'Anna', 'Olsen')
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(parts, parts, fc.nat(30)), { minLength: 2, maxLength: 5 }), async (people) => {
      const before = await links()
      for (const [at, [given, family, place]] of people.entries()) {
        const address = `box${String(place)}@p${String(at)}-${String(home.clock.now().getTime())}.example`
        const customerId = await known(`${given} ${family}`, address)
        await home.house.ownerPool.query(
          `insert into identity (organization_id, identity_id, customer_id, kind, value, raw_value, first_seen_at)
             values ($1, gen_random_uuid(), $2, 'phone', $3, $3, $4) on conflict do nothing`,
          [
            home.organizationId,
            customerId,
            `${at % 2 === 0 ? '+49' : '0'}301234${String(1000 + place)}`,
            home.clock.now(),
          ],
        )
        for (const { probability } of await suggested(customerId)) expect(probability).toBeLessThanOrEqual(1)
      }
      home.clock.moveMinutes(1)
      expect(await links()).toEqual(before)
    }),
    { numRuns: 15 },
  )
})
