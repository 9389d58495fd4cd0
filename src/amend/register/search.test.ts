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

test('a snippet shows the words around what was found', async () => {
  expect((await find('defenestration')).cases[0]?.snippet).toContain('defenestration fee')
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
