// People and cases are found by what people type: names, addresses, numbers, words, and all of these spelled nearly right.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeIn } from '../../../tests/setup/cases.ts'
import { connectMailbox } from '../../../tests/setup/customers.ts'
import { openTestHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { withContext } from '../../platform/context/context.ts'
import { lookFor, seePerson } from './look-for.ts'

let home: TestHouse
const people = [
  {
    from: 'zoe.muller@post.example',
    name: 'Zoë Müller',
    subject: 'Kettle leaks',
    text: 'The kettle leaks everywhere. I am upset.',
  },
  {
    from: 'omar@mail.example',
    name: 'Omar Haddad',
    subject: 'Wrong invoice',
    text: 'The invoice names a defenestration fee.',
  },
  { from: 'li@mail.example', name: 'Li Wei', subject: '100% broken_things', text: 'Nothing works, it is broken.' },
  {
    ...{ from: 'jana@post.example', name: 'Jana Vogt', subject: 'Seit Wochen' },
    text: 'Ich habe zwei Geräte bestellt, und beide Lieferungen sind beschädigt angekommen. Meine Nummer ist 4839217.',
  },
  {
    ...{ from: 'chloe@post.example', name: 'Chloé Petit', subject: 'Ma commande' },
    text: 'Je voudrais être remboursée pour les chaussures que vous m’avez envoyées, elles sont abîmées.',
  },
  {
    ...{ from: 'ines@post.example', name: 'Inés Ruiz', subject: 'Sin respuesta' },
    text: 'Les escribí hace dos semanas porque las lámparas llegaron rotas y nadie me ha respondido todavía.',
  },
  {
    ...{ from: 'gio@post.example', name: 'Gio Ricci', subject: 'Ancora niente' },
    text: 'Ho ordinato due sedie e non sono ancora arrivate, nessuno risponde alle mie telefonate da giorni.',
  },
  {
    ...{ from: 'amy@mail.example', name: 'Amy Stone', subject: 'My money' },
    text: 'You refunded half of what the deliveries have cost me, and I have been waiting for the rest since then.',
  },
]

beforeAll(async () => {
  home = await openTestHouse()
  const mailbox = await connectMailbox(home)
  for (const one of people) await writeIn(home, mailbox, one)
})
afterAll(() => home.close())

const find = (typed: string) => home.as('system', (ctx) => lookFor(ctx, typed, 10))
const names = async (typed: string) => (await find(typed)).people.map(({ name }) => name)
const matters = async (typed: string) => (await find(typed)).cases.map(({ matter }) => matter)

test.each([
  ['a name without its accents', 'zoe mull', 'Zoë Müller'],
  ['a name misspelled', 'Hadad', 'Omar Haddad'],
  ['the middle of an address', 'muller@post', 'Zoë Müller'],
])('a person is found by %s', async (_what, typed, name) => {
  expect(await names(typed)).toEqual([name])
})

test.each([
  ['a rare word of a message', 'defenestration', 'Wrong invoice'],
  ['the beginning of a word', 'defenest', 'Wrong invoice'],
  ['two words in any order', 'leaks kettle', 'Kettle leaks'],
  ['a word misspelled', 'ketle', 'Kettle leaks'],
  ['the name of its customer', 'omar haddad', 'Wrong invoice'],
  ['its number', '2', 'Wrong invoice'],
  ['its number with the prefix', 'A-3', '100% broken_things'],
  ['a German word in another form', 'beschädigte Lieferung', 'Seit Wochen'],
  ['a German word without its dots', 'gerat', 'Seit Wochen'],
  ['a French word in another form', 'rembourser chaussure', 'Ma commande'],
  ['a French word without its accents', 'remboursee', 'Ma commande'],
  ['a Spanish word in another form', 'lampara rota', 'Sin respuesta'],
  ['an Italian word in another form', 'sedia arrivata', 'Ancora niente'],
  ['an English word in another form', 'refunding delivery', 'My money'],
  ['a number somebody names', '4839217', 'Seit Wochen'],
  ['a number with two digits the wrong way round', '4839271', 'Seit Wochen'],
  ['a number with a digit too many', '48392177', 'Seit Wochen'],
])('a case is found by %s', async (_what, typed, matter) => {
  expect((await matters(typed))[0]).toBe(matter)
})

test('what has a meaning in a search is taken as it was typed', async () => {
  for (const typed of ['%', '_', '\\', "' or 1=1 --", ':*', '& | !', '\u0000', 'a'.repeat(5000), '((', '<->']) {
    const found = await find(typed)
    expect(found.people.length + found.cases.length).toBeLessThan(3)
  }
  expect(await names('%')).toEqual([])
})

test('the form of a word counts in its own language only, and a number that is nearly right only where none is right', async () => {
  // In Italian “sedie” and “sedia” are one word; in an English letter there is neither.
  expect(await matters('sedia')).toEqual(['Ancora niente'])
  // In English “waited” is “waiting”; a German letter has no such form.
  expect(await matters('waited')).toEqual(['My money'])
  expect(await matters('2')).toEqual(['Wrong invoice'])
  expect(await matters('99')).toEqual([])
})

test('a snippet shows the words around what was found', async () => {
  expect((await find('defenestration')).cases[0]?.snippet).toContain('defenestration fee')
  expect((await find('beschädigte')).cases[0]?.snippet).toContain('beschädigt')
})

test('of a person is said what they told us and nothing that nobody knows, such as whether they bought', async () => {
  const [omar] = (await find('omar')).people
  if (!omar) throw new Error('Omar was not found')
  const seen = await home.as('system', (ctx) => seePerson(ctx, omar.customerId))
  expect(Object.keys(seen).sort()).toEqual(['cases', 'customerId', 'firstSeenAt', 'identities', 'name'])
  expect(seen).toMatchObject({
    name: 'Omar Haddad',
    identities: [{ value: 'omar@mail.example' }],
    cases: [{ number: 'A-2' }],
  })
})

test('another company finds nothing of ours', async () => {
  home.clock.moveMinutes(1)
  const { organizationId } = await home.foundAnother('Other')
  const who = { organizationId, actor: { kind: 'system', part: 'test' } } as const
  for (const typed of ['kettle', 'Zoë', 'omar@mail.example', '1', 'ketle'])
    expect(await withContext(home.house, who, (ctx) => lookFor(ctx, typed, 10))).toEqual({ people: [], cases: [] })
})
