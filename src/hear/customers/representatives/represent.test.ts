// Somebody writes for a customer. They stay two, whatever is said in whatever order; both show it; and a child or somebody who has died is asked nothing.
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { staff, writeIn } from '../../../../tests/setup/cases.ts'
import { connectMailbox } from '../../../../tests/setup/customers.ts'
import { openTestHouse } from '../../../../tests/setup/house.ts'
import { eraseCustomer } from '../../../platform/privacy/erase-customer.ts'
import type { CustomerId } from '../../../shared/ids.ts'
import { privacy } from '../../../wiring.ts'
import { linkPeople, previewLink } from '../person/link-people.ts'
import { onePerson } from '../person/person-link.sql.ts'
import { suggestPeople } from '../person/suggest-people.ts'
import { endRepresentation, represent, seeRepresentations, showMandate } from './represent.ts'
import { isSpokenFor, representationRows } from './representation.sql.ts'
import type { RepresentationKind } from './representation.schema.ts'

const home = await openTestHouse()
const mailbox = await connectMailbox(home)
const handler = staff(await home.addPerson('Lea Sommer', 'handler'))
const lead = staff(home.founder, 'administrator')
afterAll(() => home.close())

let people = 0
const known = async (name: string): Promise<CustomerId> => {
  people += 1
  const from = `person${String(people)}@customer.example`
  return (await writeIn(home, mailbox, { name, from, text: 'It leaks.' })).customerId
}
const says = (customerId: CustomerId, by: CustomerId, kind: RepresentationKind = 'lawyer') =>
  home.as(handler, (ctx) => represent(ctx, customerId, { by, kind, evidence: 'Her letter of Monday says so.' }))
const seen = (customerId: CustomerId) => home.as(handler, (ctx) => seeRepresentations(ctx, customerId))
const ends = (id: Parameters<typeof endRepresentation>[1]) =>
  home.as(handler, (ctx) => endRepresentation(ctx, id, 'The matter is closed.'))
const told = async (customerId: CustomerId) => {
  const find = `select details->>'what' as what from interaction where customer_id = $1 and kind = 'identity' order by at, interaction_id`
  return (await home.house.ownerPool.query<{ what: string }>(find, [customerId])).rows.map(({ what }) => what)
}

test('it stands with both, each from their side, with who said so; a document shown is added, and in the end it is gone from both', async () => {
  const [client, lawyer] = [await known('Ottilie Grabowski'), await known('Dr Moth, attorney')]
  await says(client, lawyer)
  expect(await seen(client)).toMatchObject({
    writesFor: [],
    spokenForBy: [
      { other: { customerId: lawyer, name: 'Dr Moth, attorney' }, kind: 'lawyer', by: 'Lea Sommer', shown: null },
    ],
  })
  const [one] = (await seen(lawyer)).writesFor
  expect(one).toMatchObject({ other: { customerId: client }, evidence: 'Her letter of Monday says so.' })
  home.clock.moveMinutes(1)
  await home.as(lead, (ctx) => showMandate(ctx, one!.representationId, 'A signed mandate of 3 March.'))
  expect((await seen(client)).spokenForBy[0]?.shown).toMatchObject({ what: 'A signed mandate of 3 March.' })
  await expect(home.as(lead, (ctx) => showMandate(ctx, one!.representationId, 'Again'))).rejects.toMatchObject({
    code: 'not-found',
  })
  home.clock.moveMinutes(1)
  await ends(one!.representationId)
  for (const customerId of [client, lawyer]) expect(await seen(customerId)).toEqual({ writesFor: [], spokenForBy: [] })
  expect(await told(client)).toEqual(['represented', 'mandate-shown', 'representation-ended'])
  expect(await told(lawyer)).toEqual(['represents', 'mandate-shown', 'representation-ended'])
  await expect(ends(one!.representationId)).rejects.toMatchObject({ code: 'not-found' })
  expect(await home.as('system', ({ db }) => representationRows(db, client))).toMatchObject([
    { as: 'spoken for', kind: 'lawyer', shown_what: 'A signed mandate of 3 March.' },
  ])
})

test('who writes for another is not that person: neither linked by anybody nor suggested, until it ends', async () => {
  const [father, son] = [await known('Thaddeus Winterbottom'), await known('Thaddeus Winterbottom')]
  const isSuggested = async () =>
    (await home.as(lead, (ctx) => suggestPeople(ctx, father))).suggestions.some(({ customerId }) => customerId === son)
  expect(await isSuggested()).toBe(true)
  await says(father, son, 'carer')
  expect(await isSuggested()).toBe(false)
  const link = () => home.as(lead, (ctx) => linkPeople(ctx, son, { other: father, evidence: 'The same name.' }))
  expect(await home.as(lead, (ctx) => previewLink(ctx, son, father))).toMatchObject({
    wall: 'writes-for-the-other',
    mayPass: false,
  })
  await expect(link()).rejects.toMatchObject({ code: 'not-allowed' })
  await ends((await seen(father)).spokenForBy[0]!.representationId)
  await link()
  await expect(says(father, son)).rejects.toMatchObject({ code: 'wrong-state' })
})

test('nobody is said to write for themselves, twice for one, or for nobody; two at once say it once', async () => {
  const [one, other] = [await known('Ida Olsen'), await known('Per Olsen')]
  await expect(says(one, one)).rejects.toMatchObject({ code: 'wrong-state' })
  const nobody = await home.as('system', (ctx) => Promise.resolve(ctx.newId<'customer'>()))
  await expect(says(one, nobody)).rejects.toMatchObject({ code: 'not-found' })
  await expect(says(nobody, one)).rejects.toMatchObject({ code: 'not-found' })
  const tries = await Promise.allSettled([says(one, other), says(one, other), says(one, other)])
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await seen(one)).spokenForBy).toHaveLength(1)
})

test('a child, or somebody who has died, is spoken for while that holds; somebody with a lawyer is not', async () => {
  const spokenFor = (customerId: CustomerId) => home.as('system', ({ db }) => isSpokenFor(db, customerId))
  for (const [kind, is] of [
    ['parent', true],
    ['estate', true],
    ['lawyer', false],
    ['carer', false],
    ['other', false],
  ] as const) {
    const [one, by] = [await known('Ida Berg'), await known('Per Berg')]
    await says(one, by, kind)
    expect([kind, await spokenFor(one), await spokenFor(by)]).toEqual([kind, is, false])
    await ends((await seen(one)).spokenForBy[0]!.representationId)
    expect(await spokenFor(one)).toBe(false)
  }
})

test('it ends with whoever is erased, at either end, and nothing that was written of it is left', async () => {
  for (const gone of ['customer', 'representative'] as const) {
    const [child, mother] = [await known('Ida Berg'), await known('Per Berg')]
    await says(child, mother, 'parent')
    await home.as('system', (ctx) => eraseCustomer(ctx, privacy, [gone === 'customer' ? child : mother]))
    const left = gone === 'customer' ? mother : child
    expect(await seen(left)).toEqual({ writesFor: [], spokenForBy: [] })
    expect(await home.as('system', ({ db }) => isSpokenFor(db, child))).toBe(false)
    expect(await home.as('system', ({ db }) => representationRows(db, left))).toMatchObject([
      { evidence: '', ended_why: '', ended_at: expect.any(Date) as Date },
    ])
  }
})

test('whatever is said, shown and ended, in any order: nobody is joined, and both ends show the same', async () => {
  const all: CustomerId[] = []
  for (const name of ['Ann Quist', 'Bo Quist', 'Cy Quist']) all.push(await known(name))
  const step = fc.record({ what: fc.constantFrom('say', 'show', 'end'), one: fc.nat(2), by: fc.nat(2) })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
      for (const { what, one, by } of steps) {
        const [whom, who] = [all[one]!, all[by]!]
        const held = (await seen(whom)).spokenForBy.find(({ other }) => other.customerId === who)
        if (what === 'say') {
          if (whom === who || held) await expect(says(whom, who)).rejects.toMatchObject({ code: 'wrong-state' })
          else await says(whom, who)
        } else if (held && what === 'end') await ends(held.representationId)
        else if (held?.shown === null)
          await home.as(lead, (ctx) => showMandate(ctx, held.representationId, 'A letter.'))
      }
      const forward: string[] = []
      const backward: string[] = []
      for (const customerId of all) {
        const { writesFor, spokenForBy } = await seen(customerId)
        forward.push(...writesFor.map((one) => `${one.representationId} ${customerId} for ${one.other.customerId}`))
        backward.push(...spokenForBy.map((one) => `${one.representationId} ${one.other.customerId} for ${customerId}`))
        expect(await home.as('system', ({ db }) => onePerson(db, customerId))).toEqual([customerId])
      }
      expect(forward.sort()).toEqual(backward.sort())
    }),
    { numRuns: 15 },
  )
})
