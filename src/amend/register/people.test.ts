// People lately heard, and the parts of a person's page: each once, page after page, and nothing of a case about whoever asks.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { staff, writeIn } from '../../../tests/setup/cases.ts'
import { connectMailbox } from '../../../tests/setup/customers.ts'
import { openTestHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { newId, type ChannelId, type CustomerId, type StaffId } from '../../shared/ids.ts'
import { addPurchases, addRefunds } from '../../know/purchases/purchase.sql.ts'
import { addReferrals } from '../../know/word-of-mouth/referral.sql.ts'
import { lookFor } from './look-for.ts'
import { mostOnPage, place } from './people.schema.ts'
import { seeCasesOfPerson, seeKnown, seePurchases, seeRecentPeople, seeWordOfMouth } from './see-people.ts'

let home: TestHouse
let mailbox: ChannelId
let jonas: StaffId
beforeAll(async () => {
  home = await openTestHouse()
  mailbox = await connectMailbox(home)
  jonas = await home.addPerson('Jonas Weber', 'handler')
})
afterAll(() => home.close())

const as = <Result>(work: Parameters<typeof home.as<Result>>[1]) => home.as(staff(jonas), work)
const someone = async (name: string) => {
  home.clock.moveMinutes(1)
  return writeIn(home, mailbox, {
    from: `${name.toLowerCase()}@customer.example`,
    name,
    text: `The lamp of ${name} broke.`,
  })
}

test('before anybody wrote there is nobody; then each once, whoever was heard last first, page after page', async () => {
  expect(await as((ctx) => seeRecentPeople(ctx, undefined))).toEqual({ people: [], next: null })
  const names = Array.from({ length: mostOnPage + 5 }, (_, n) => `Person${String(n)}`)
  for (const name of names) await someone(name)
  // Somebody from the beginning writes something else.
  await someone('Person0')
  const first = await as((ctx) => seeRecentPeople(ctx, undefined))
  expect(place.safeParse(first.next).success).toBe(true)
  expect(first.people[0]).toMatchObject({ name: 'Person0', openCases: 2, address: 'person0@customer.example' })
  const second = await as((ctx) => seeRecentPeople(ctx, first.next ?? ''))
  expect(second.next).toBeNull()
  const seen = [...first.people, ...second.people].map((one) => one.name)
  expect(seen).toHaveLength(names.length)
  expect(new Set(seen)).toEqual(new Set(names))
})

test('a case about whoever asks is in no list and no figure of theirs', async () => {
  const { caseId, customerId } = await someone('Accuser')
  await home.as('system', ({ db }) =>
    db
      .updateTable('cases')
      .set({ about_staff_ids: [jonas] })
      .where('case_id', '=', caseId)
      .execute(),
  )
  const [top] = (await as((ctx) => seeRecentPeople(ctx, undefined))).people
  expect(top).toMatchObject({ name: 'Accuser', matter: '', openCases: 0 })
  expect((await as((ctx) => seeCasesOfPerson(ctx, customerId, undefined))).cases).toEqual([])
  expect((await as((ctx) => seeKnown(ctx, customerId))).known.map((one) => one.what)).not.toContain('complained')
  const colleague = await home.addPerson('Lea Sommer', 'handler')
  const theirs = await home.as(staff(colleague), (ctx) => seeCasesOfPerson(ctx, customerId, undefined))
  expect(theirs.cases).toMatchObject([{ caseId, promise: { kind: 'acknowledgement' } }])
})

test('what somebody bought, gave back and told is theirs, and what is known says since when', async () => {
  const [buyer, friend] = [(await someone('Buyer')).customerId, (await someone('Friend')).customerId]
  await home.as('system', async (ctx) => {
    const purchaseId = ctx.newId<'purchase'>()
    const bought = {
      purchaseId,
      customerId: buyer,
      at: new Date('2026-01-05T10:00:00Z'),
      amount: '39.90',
      currency: 'EUR',
    }
    await addPurchases(ctx.db, ctx.organizationId, [{ ...bought, items: [{ name: 'Lamp', quantity: 1 }] }])
    const back = {
      refundId: ctx.newId<'refund'>(),
      purchaseId,
      at: new Date('2026-02-05T10:00:00Z'),
      amount: '9.90',
      reason: '',
    }
    await addRefunds(ctx.db, ctx.organizationId, [back])
    const told = { referralId: ctx.newId<'referral'>(), from: buyer, to: friend, at: ctx.now(), how: 'a friend' }
    await addReferrals(ctx.db, ctx.organizationId, [told])
  })
  const { purchases } = await as((ctx) => seePurchases(ctx, buyer, undefined))
  expect(purchases).toMatchObject([
    { amount: '39.9', currency: 'EUR', givenBack: '9.9', items: [{ name: 'Lamp', quantity: 1 }] },
  ])
  expect((await as((ctx) => seeWordOfMouth(ctx, buyer))).referrals).toMatchObject([
    { direction: 'brought', name: 'Friend' },
  ])
  expect((await as((ctx) => seeWordOfMouth(ctx, friend))).referrals).toMatchObject([
    { direction: 'came-by', name: 'Buyer' },
  ])
  const { known } = await as((ctx) => seeKnown(ctx, buyer))
  expect(known.map((one) => [one.what, one.count])).toEqual([
    ['first-seen', null],
    ['address-proved', null],
    ['complained', 1],
    ['bought', 1],
    ['given-back', 1],
    ['brought', 1],
  ])
  expect(known.find((one) => one.what === 'bought')?.since).toBe('2026-01-05T10:00:00.000Z')
  const nobody = newId<'customer'>(home.clock.now(), home.house.random) as CustomerId
  await expect(as((ctx) => seeKnown(ctx, nobody))).rejects.toMatchObject({ code: 'not-found' })
})

test('people are found by telephone as it is dialled, and by the number of their case', async () => {
  const { customerId, caseId } = await someone('Caller')
  await home.as('system', async (ctx) => {
    const phone = { kind: 'phone', value: '+491712345678', raw_value: '+49 171 2345678', first_seen_at: ctx.now() }
    const identity = {
      organization_id: ctx.organizationId,
      identity_id: ctx.newId<'identity'>(),
      customer_id: customerId,
    }
    await ctx.db
      .insertInto('identity')
      .values({ ...identity, ...phone })
      .execute()
  })
  const number = await home.as('system', async ({ db }) => {
    const row = await db.selectFrom('cases').select('number').where('case_id', '=', caseId).executeTakeFirstOrThrow()
    return row.number
  })
  for (const typed of [
    '0171 2345678',
    '+49 (171) 23456',
    '0171/2345-678',
    `A-${String(number)}`,
    `#${String(number)}`,
  ]) {
    const { people } = await as((ctx) => lookFor(ctx, typed, 10))
    expect([typed, people.map((one) => one.name)]).toEqual([typed, ['Caller']])
  }
})
