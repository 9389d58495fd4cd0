// Copies of answers and those who take part, by real mail: who gets in, who is only named, and what a copy that comes back does.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerCase } from '../../src/amend/cases/work/answer-case.ts'
import { askOutside } from '../../src/amend/cases/outside/ask-outside.ts'
import { participantsOf } from '../../src/amend/cases/letters/participant.sql.ts'
import { seeMessages } from '../../src/amend/cases/page/see-messages.ts'
import { takeCase } from '../../src/amend/cases/work/take-case.ts'
import type { Outbound } from '../../src/hear/channels/channel.ts'
import { deliverOutbox } from '../../src/hear/conversations/deliver-outbox.ts'
import { eraseCustomer, exportCustomer } from '../../src/platform/privacy/erase-customer.ts'
import type { CaseId, CustomerId, StaffId } from '../../src/shared/ids.ts'
import { privacy } from '../../src/wiring.ts'
import { caseOf, staff } from '../setup/cases.ts'
import { mailOf, openMailDesk, ourAddress, type MailDesk } from '../setup/mail-desk.ts'
import { workQueue } from '../setup/outside.ts'

let desk: MailDesk
let jonas: StaffId
let people = 0
beforeAll(async () => {
  desk = await openMailDesk()
  jonas = await desk.addPerson('Jonas Weber', 'handler')
})
afterAll(() => desk.close())

async function sendAll(): Promise<readonly Outbound[]> {
  const left: Outbound[] = []
  const taken = { kind: 'sent', externalId: '', detail: '' } as const
  const far = (out: Outbound) => {
    left.push(out)
    return Promise.resolve(taken)
  }
  while ((await deliverOutbox(desk.house, (_house, _channel, out) => far(out), new AbortController().signal)) > 0);
  await workQueue(desk)
  return left
}

let mails = 0
async function write(from: string, to: string, text: string, more: Readonly<Record<string, string>> = {}) {
  desk.clock.moveMinutes(1)
  const id = `<c${String(++mails)}@far.example>`
  await desk.deliver(mailOf({ From: from, To: to, Subject: 'The lamp', 'Message-ID': id, ...more }, text))
  await workQueue(desk)
}

async function story(more: Readonly<Record<string, string>> = {}) {
  const n = String(++people)
  const customer = `anna${n}@home.example`
  await write(customer, ourAddress, 'The lamp is broken.', more)
  const row = await desk.as('system', ({ db }) =>
    db.selectFrom('cases').select(['case_id', 'customer_id']).orderBy('number', 'desc').executeTakeFirstOrThrow(),
  )
  const caseId = row.case_id as CaseId
  await desk.as(staff(jonas), async (ctx) => takeCase(ctx, caseId, (await caseOf(desk, caseId)).current.version))
  await sendAll()
  desk.clock.moveMinutes(1)
  return { caseId, customer, customerId: row.customer_id as CustomerId, n }
}

const answer = (caseId: CaseId, copies: readonly string[], final = false) =>
  desk.as(staff(jonas), async (ctx) => {
    const { version } = (await caseOf(desk, caseId)).current
    const finding = final ? ('founded' as const) : null
    return answerCase(ctx, caseId, {
      version,
      text: 'We mend it.',
      final,
      finding,
      evidence: null,
      fileIds: [],
      copies,
    })
  })
const takingPart = (caseId: CaseId) => desk.as(staff(jonas), ({ db }) => participantsOf(db, caseId))
const saidIn = async (caseId: CaseId) => (await desk.as(staff(jonas), (ctx) => seeMessages(ctx, caseId, {}))).messages
const current = async (caseId: CaseId) => (await caseOf(desk, caseId)).current

test('whom the customer names is shown and offered, and gets nothing', async () => {
  const { caseId } = await story({ Cc: 'Ben <ben@home.example>, Support <Support+c1.x@our.example>' })
  expect((await takingPart(caseId)).map((one) => [one.address, one.standing])).toEqual([
    [expect.stringContaining('anna'), 'customer'],
    ['ben@home.example', 'named'],
  ])
  await answer(caseId, [])
  expect((await sendAll()).map((one) => [one.to.address.slice(0, 4), one.copies])).toEqual([['anna', []]])
  expect((await saidIn(caseId))[0]?.cc).toEqual(['ben@home.example'])
})

test('a copy goes where it was sent, each letter says so, and their reply joins as theirs', async () => {
  const { caseId, customer } = await story()
  await answer(caseId, ['Ben2@home.example', 'ben2@home.example'], true)
  const [letter] = await sendAll()
  expect([letter?.to.address, letter?.copies]).toEqual([customer, ['ben2@home.example']])
  expect((await saidIn(caseId)).at(-1)).toMatchObject({ to: customer, cc: ['ben2@home.example'] })
  // Nobody but the customer says that all is well.
  await write('Ben <ben2@home.example>', letter?.replyAddress ?? '', 'Thank you very much!')
  expect((await current(caseId)).state).toBe('answered')
  expect((await saidIn(caseId)).at(-1)).toMatchObject({
    kind: 'human',
    standing: 'joined',
    author: { address: 'Ben2@home.example' },
  })
  expect(await sendAll()).toEqual([])
  await write(customer, letter?.replyAddress ?? '', 'Thank you very much!')
  expect((await current(caseId)).state).toBe('resolved')
})

test('who got no copy and knows the address all the same waits to be confirmed', async () => {
  const { caseId } = await story()
  await answer(caseId, ['ben3@home.example'])
  const [letter] = await sendAll()
  await write('eve@evil.example', letter?.replyAddress ?? '', 'Copy me, too.', { Cc: 'more@evil.example' })
  expect((await saidIn(caseId)).at(-1)?.standing).toBe('to-confirm')
  await answer(caseId, [])
  expect((await sendAll()).flatMap((one) => [one.to.address, ...(one.copies ?? [])]).join()).not.toContain('evil')
  expect((await takingPart(caseId)).map((one) => one.address)).not.toContain('more@evil.example')
})

test('ourselves, the customer again, whom it is about and what is no address get no copy', async () => {
  const { caseId, customer } = await story()
  for (const [address, why] of [
    [ourAddress, /mailbox of ours/],
    [ourAddress.replace('@', '+x@'), /mailbox of ours/],
    [customer.toUpperCase(), /gets the letter anyway/],
    ['a@x.example\r\nBcc: eve@evil.example', /no e-mail address/],
    ['"a b"@x.example', /no e-mail address/],
    ['Ben <ben@x.example>', /no e-mail address/],
  ] as const)
    await expect(answer(caseId, [address])).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(why) as string,
    })
  expect(await sendAll()).toEqual([])
})

const bounce = (to: string, recipient: string) =>
  mailOf(
    {
      ...{ 'Return-Path': '<>', From: 'MAILER-DAEMON@mx.example', To: to, Subject: 'Undelivered' },
      ...{ 'Message-ID': `<b${String(++mails)}@mx.example>` },
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary=x',
    },
    `--x\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; ${recipient}\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--x--`,
  )

test('a copy that comes back is said, and the answer stands; the letter itself coming back runs the clock again', async () => {
  const { caseId, customer } = await story()
  await answer(caseId, ['gone@home.example'], true)
  const [letter] = await sendAll()
  expect((await current(caseId)).state).toBe('answered')
  for (let again = 0; again < 2; again++) await desk.deliver(bounce(letter?.bounceAddress ?? '', 'Gone@home.example'))
  await workQueue(desk)
  expect((await current(caseId)).state).toBe('answered')
  expect((await saidIn(caseId)).at(-1)?.delivery).toMatchObject({
    state: 'sent',
    error: 'The copy to gone@home.example came back: it was not delivered.',
  })
  await desk.deliver(bounce(letter?.bounceAddress ?? '', customer))
  await workQueue(desk)
  expect((await current(caseId)).state).toBe('in-progress')
})

test('somebody outside is never copied without being chosen, nor is whoever got a copy asked behind the customer', async () => {
  const { caseId } = await story()
  await answer(caseId, ['ben4@home.example'])
  await sendAll()
  const asked = desk.as(staff(jonas), async (ctx) => {
    const question = { subject: 'x', text: 'x', fileIds: [], until: null, address: 'ben4@home.example' }
    return askOutside(ctx, caseId, { version: (await current(caseId)).version, ...question })
  })
  await expect(asked).rejects.toMatchObject({ code: 'invalid' })
})

test('whoever was named is forgotten with their address', async () => {
  const { caseId, customerId } = await story({ Cc: 'cleo@home.example' })
  await answer(caseId, ['cleo@home.example', 'dora@home.example'])
  await sendAll()
  const cleo = await desk.as('system', ({ db }) =>
    db.selectFrom('identity').select('customer_id').where('value', '=', 'cleo@home.example').executeTakeFirstOrThrow(),
  )
  const theirs = await desk.as('system', (ctx) => exportCustomer(ctx, privacy, [customerId]))
  expect(JSON.stringify(theirs['message'])).toContain('dora@home.example')
  await desk.as('system', (ctx) => eraseCustomer(ctx, privacy, [cleo.customer_id as CustomerId]))
  expect(JSON.stringify(await saidIn(caseId))).not.toContain('cleo@')
  expect((await saidIn(caseId)).at(-1)?.cc).toEqual(['dora@home.example'])
  expect((await takingPart(caseId)).map((one) => one.address)).not.toContain('cleo@home.example')
})
