// A customer whose address is bad is reached another way: the case says so, whoever answers for it is told, and letters go where they were told to.
import { afterAll, expect, test } from 'vitest'
import { letterOf, staff, writeIn } from '../../../../tests/setup/cases.ts'
import { settle, write } from '../../../../tests/setup/customers.ts'
import { openNoticeDesk } from '../../../../tests/setup/notices.ts'
import { findCustomer } from '../../../hear/customers/find-or-make-customer.ts'
import { markBad } from '../../../hear/customers/customer.sql.ts'
import { saysNoSuchAddress } from '../../../hear/conversations/try-again.rules.ts'
import { emailIdentity } from '../../../hear/channels/address.rules.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { seeCase } from '../page/see-case.ts'
import { answerCase } from '../work/answer-case.ts'
import { takeCase } from '../work/take-case.ts'
import { noteReturned } from '../../staff-notices/note-returned.ts'
import { bounce } from '../../../../tests/setup/cases.ts'
import { reachOtherwise } from './reach-otherwise.ts'

const desk = await openNoticeDesk()
const { home, jonas, mailbox, versionOf } = desk
afterAll(() => home.close())

let people = 0
const keyOf = (address: string) => emailIdentity(address) ?? { kind: 'email', value: '', raw: '' }
async function returned() {
  people += 1
  const from = `lost${String(people)}@customer.example`
  const story = await writeIn(home, mailbox, { from, text: 'The lid is loose.' })
  const { caseId } = story
  await home.as(staff(jonas), async (ctx) => takeCase(ctx, caseId, await versionOf(caseId)))
  const messageId = await answer(caseId)
  await settle(home, messageId, 'sent')
  await bounce(home, messageId)
  await home.as('system', async (ctx) => {
    const { known } = await findCustomer(ctx, keyOf(from))
    if (known) await markBad(ctx.db, known.identityId, ctx.now(), 'The letter came back (5.1.1).')
  })
  return { ...story, from, messageId }
}
async function answer(caseId: CaseId) {
  home.clock.moveMinutes(1)
  const version = await versionOf(caseId)
  const given = { version, text: 'A new lid is on its way.', final: false, finding: null, evidence: null, fileIds: [] }
  await home.as(staff(jonas), (ctx) => answerCase(ctx, caseId, given))
  return letterOf(home, caseId, 'answer')
}
const see = (caseId: CaseId) => home.as(staff(jonas), (ctx) => seeCase(ctx, caseId))
const reach = (caseId: CaseId, address: string) =>
  home.as(staff(jonas), (ctx) => reachOtherwise(ctx, caseId, { address }))
const addressOf = (messageId: string) =>
  home.as('system', async ({ db }) => {
    const row = await db
      .selectFrom('outbox')
      .select('to_address')
      .where('message_id', '=', messageId)
      .executeTakeFirstOrThrow()
    return row.to_address
  })

test('the case says which address is bad and since when; letters go to the other one from when it is known', async () => {
  const { caseId, from } = await returned()
  expect((await see(caseId)).unreachable).toMatchObject({
    address: from,
    why: 'The letter came back (5.1.1).',
    others: [],
  })
  await reach(caseId, 'Anna.Berg@home.example')
  const now = await see(caseId)
  expect(now.unreachable).toBeNull()
  expect(now.customer.address).toBe('Anna.Berg@home.example')
  expect(await addressOf(await answer(caseId))).toBe('anna.berg@home.example')
})

test('whoever answers for the case is told once that it came back', async () => {
  const { caseId, messageId } = await returned()
  for (let again = 0; again < 2; again++) await home.as('system', (ctx) => noteReturned(ctx, messageId))
  const told = (await desk.noted(jonas)).filter((one) => one.caseId === caseId && one.kind === 'letter-returned')
  expect(told).toHaveLength(1)
})

test('an address of another customer, one of ours, or none at all is refused, and nothing changes', async () => {
  const { caseId } = await returned()
  await writeIn(home, mailbox, { from: 'ben@customer.example', text: 'Where is my parcel?' })
  const ours = await home.as('system', async ({ db }) => {
    const row = await db
      .selectFrom('channel')
      .select('config')
      .where('channel_id', '=', mailbox)
      .executeTakeFirstOrThrow()
    return String((row.config as { address?: string }).address)
  })
  await expect(reach(caseId, 'ben@customer.example')).rejects.toMatchObject({ code: 'conflict' })
  for (const address of [ours, ours.replace('@', '+x@'), 'nobody', 'a@b.example\nBcc: c@d.example'])
    await expect(reach(caseId, address), address).rejects.toMatchObject({ code: 'invalid' })
  expect((await see(caseId)).unreachable).not.toBeNull()
})

test('who writes from the address again can be written to again', async () => {
  const { caseId, from, ...story } = await returned()
  await write(home, mailbox, { to: story, text: 'My mailbox was full.', from })
  expect((await see(caseId)).unreachable).toBeNull()
})

test('only a refusal that speaks of the address says that nobody is there', () => {
  for (const words of ['550 5.1.1 <x@y>: Recipient unknown', '550-5.2.1 disabled', '554 5.1.10 null MX'])
    expect(saysNoSuchAddress(words), words).toBe(true)
  for (const words of [
    '554 5.7.1 spam',
    '550 5.2.2 mailbox full',
    '552 5.3.4 too big',
    '550 no',
    'from 15.1.1.2',
    '450 4.1.1 later',
  ])
    expect(saysNoSuchAddress(words), words).toBe(false)
})
