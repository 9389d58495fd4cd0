// Two customers who are one person are read as one wherever a person is shown, written to and counted; separated they are what each was.
import { afterAll, expect, test } from 'vitest'
import { count, staff, writeIn } from '../../../tests/setup/cases.ts'
import { write } from '../../../tests/setup/customers.ts'
import { openCaseDesk } from '../../../tests/setup/taken-case.ts'
import { conversationsNamed } from '../../hear/conversations/conversation.sql.ts'
import { linkPeople, seeLinks, separatePeople } from '../../hear/customers/person/link-people.ts'
import { onePerson } from '../../hear/customers/person/person-link.sql.ts'
import { eraseCustomer, keptAbout } from '../../platform/privacy/erase-customer.ts'
import type { CustomerId, IdentityId } from '../../shared/ids.ts'
import { privacy } from '../../wiring.ts'
import { mergeCases } from '../cases/rearranging/merge-cases.ts'
import { seeTimeline } from '../cases/page/see-timeline.ts'
import { lookFor, seePerson } from './look-for.ts'
import { seeCasesOfPerson, seeKnown, seePurchases, seeRecentPeople } from './see-people.ts'

const { home, mailbox, versionOf } = await openCaseDesk()
const leadId = await home.addPerson('Tomas Lind', 'lead')
const lead = staff(leadId, 'lead')
afterAll(() => home.close())

let people = 0
async function two() {
  people += 1
  const [work, own] = [`mira${String(people)}@work.example`, `mira${String(people)}@home.example`]
  const name = `Mira Brandt ${String(people)}`
  const first = await writeIn(home, mailbox, { from: work, name, text: 'The lamp is broken.', subject: 'Lamp' })
  home.clock.moveMinutes(1)
  const second = await writeIn(home, mailbox, { from: own, name, text: 'The shade is torn.', subject: 'Shade' })
  home.clock.moveMinutes(1)
  return { first, second, work, own, name, ids: [first.customerId, second.customerId] as const }
}
const link = (one: CustomerId, other: CustomerId) =>
  home.as(lead, (ctx) => linkPeople(ctx, one, { other, evidence: 'She said so.' }))
const see = (one: CustomerId) =>
  home.as(lead, async (ctx) => ({
    person: await seePerson(ctx, one),
    cases: await seeCasesOfPerson(ctx, one, undefined),
    known: await seeKnown(ctx, one),
    bought: await seePurchases(ctx, one, undefined),
    timeline: (await seeTimeline(ctx, { customerId: one }, undefined)).entries.filter(
      ({ kind }) => kind !== 'identity' && !kind.startsWith('identity'),
    ),
    kept: await keptAbout(ctx, privacy, await onePerson(ctx.db, one)),
  }))

test('opened from either side it is one person with the addresses, cases and story of both; separated, each is what it was', async () => {
  const { ids } = await two()
  const before = await Promise.all(ids.map(see))
  await link(...ids)
  for (const one of ids) {
    const { person, cases, timeline, known } = await see(one)
    expect(person.identities).toHaveLength(2)
    expect(person.cases.map(({ matter }) => matter)).toEqual(['Shade', 'Lamp'])
    expect(cases.cases).toHaveLength(2)
    expect(timeline.map(({ text }) => text)).toEqual(expect.arrayContaining(['Lamp', 'Shade']))
    expect(known.known.find(({ what }) => what === 'complained')?.count).toBe(2)
  }
  const [only] = (await home.as(lead, (ctx) => seeLinks(ctx, ids[0]))).links
  await home.as(lead, (ctx) => separatePeople(ctx, ids[1], { linkId: only!.linkId, why: 'Two sisters.' }))
  const after = await Promise.all(ids.map(see))
  for (const [at, now] of after.entries()) {
    const { interaction: _now, person_link: _links, ...kept } = now.kept
    const { interaction: _before, person_link: _none, ...was } = before[at]!.kept
    expect({ ...now, kept }).toEqual({ ...before[at], kept: was })
  }
})

test('they are found and listed once, and their cases can be merged', async () => {
  const { ids, name, first, second } = await two()
  await expect(
    home.as(lead, async (ctx) =>
      mergeCases(ctx, second.caseId, {
        version: await versionOf(second.caseId),
        into: first.caseId,
        intoVersion: await versionOf(first.caseId),
      }),
    ),
  ).rejects.toMatchObject({ code: 'wrong-state' })
  await link(...ids)
  const found = await home.as(lead, (ctx) => lookFor(ctx, name, 10))
  expect(found.people.filter((one) => one.name === name)).toHaveLength(1)
  expect(found.people.find((one) => one.name === name)?.openCases).toBe(2)
  const recent = await home.as(lead, (ctx) => seeRecentPeople(ctx, undefined))
  expect(recent.people.filter((one) => one.name === name)).toHaveLength(1)
  home.clock.moveMinutes(1)
  const versions = { version: await versionOf(second.caseId), intoVersion: await versionOf(first.caseId) }
  expect(
    await home.as(lead, (ctx) => mergeCases(ctx, second.caseId, { ...versions, into: first.caseId })),
  ).toMatchObject({ caseId: first.caseId })
})

test('whoever writes from their other address takes part, and is heard as the customer', async () => {
  const { ids, first, own } = await two()
  const standing = () =>
    home.as('system', async ({ db }) => {
      const { code } = await db
        .selectFrom('conversation')
        .select('code')
        .where('conversation_id', '=', first.conversationId)
        .executeTakeFirstOrThrow()
      const { identity_id } = await db
        .selectFrom('identity')
        .select('identity_id')
        .where('value', '=', own)
        .executeTakeFirstOrThrow()
      return (await conversationsNamed(db, [code], [], [], identity_id as IdentityId))[0]?.standing
    })
  expect(await standing()).toBeNull()
  await link(...ids)
  expect(await standing()).toBe('confirmed')
  const { messageId } = await write(home, mailbox, {
    to: first,
    from: own,
    text: 'Thank you, all is well.',
    meaning: 'thanks',
  })
  await count(home, messageId)
  const state = await home.as('system', ({ db }) =>
    db.selectFrom('case_message').select('meaning').where('message_id', '=', messageId).executeTakeFirst(),
  )
  expect(state?.meaning).toBe('thanks')
})

test('who has a right has it to all that is one person: everything is handed out and everything forgotten', async () => {
  const { ids, work, own } = await two()
  await link(...ids)
  const person = await home.as('system', ({ db }) => onePerson(db, ids[1]))
  const found = await home.as(lead, (ctx) => keptAbout(ctx, privacy, person))
  expect(JSON.stringify(found)).toContain(work)
  expect(JSON.stringify(found)).toContain(own)
  await home.as(lead, (ctx) => eraseCustomer(ctx, privacy, person))
  const left = await home.as('system', ({ db }) =>
    db
      .selectFrom('identity')
      .select('raw_value')
      .where('customer_id', 'in', [...ids])
      .execute(),
  )
  expect(left.map(({ raw_value }) => raw_value)).toEqual(['', ''])
  const links = await home.as('system', ({ db }) =>
    db
      .selectFrom('person_link')
      .select('evidence')
      .where('one_customer_id', 'in', [...ids])
      .execute(),
  )
  expect(links.map(({ evidence }) => evidence)).toEqual([''])
})
