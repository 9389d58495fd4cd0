// Somebody outside who is asked from within a case, by real mail: what they and others can do with the letter that reached them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerCase } from '../../src/amend/cases/work/answer-case.ts'
import { askOutside } from '../../src/amend/cases/outside/ask-outside.ts'
import { confirmMessage } from '../../src/amend/cases/work/confirm-message.ts'
import { seeEnquiries } from '../../src/amend/cases/outside/see-enquiries.ts'
import { seeMessages, seeToConfirm } from '../../src/amend/cases/page/see-messages.ts'
import { takeCase } from '../../src/amend/cases/work/take-case.ts'
import { seeDesk } from '../../src/amend/desk/see-desk.ts'
import { deliverOutbox } from '../../src/hear/conversations/deliver-outbox.ts'
import type { Outbound } from '../../src/hear/channels/channel.ts'
import type { CaseId, MessageId, StaffId } from '../../src/shared/ids.ts'
import { caseOf, staff, tickCases } from '../setup/cases.ts'
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

const never = new AbortController().signal
/** Sends what is due; answers what left, and the desk hears that it did. */
async function sendAll(): Promise<readonly (Outbound & { readonly key: string })[]> {
  const left: (Outbound & { readonly key: string })[] = []
  while (
    (await deliverOutbox(
      desk.house,
      (_house, _channel, out, key) => {
        left.push({ ...out, key })
        return Promise.resolve({ kind: 'sent', externalId: key, detail: '' })
      },
      never,
    )) > 0
  );
  await workQueue(desk)
  return left
}

let mails = 0
const mail = (from: string, to: string, text: string, more: Readonly<Record<string, string>> = {}) =>
  mailOf(
    { From: from, To: to, Subject: 'Re: question', 'Message-ID': `<o${String(++mails)}@far.example>`, ...more },
    text,
  )
const write = async (...given: Parameters<typeof mail>): Promise<void> => {
  desk.clock.moveMinutes(1)
  await desk.deliver(mail(...given))
  await workQueue(desk)
}

interface Story {
  readonly caseId: CaseId
  readonly customer: string
  readonly workshop: string
  /** Where the workshop answers to, and where a bounce of the letter goes. */
  readonly replyTo: string
  readonly bounceTo: string
}

const hour = 3_600_000
/** A customer complained, Jonas took the case and asked a workshop, until tomorrow unless said otherwise. */
async function asked(waits = true): Promise<Story> {
  const n = String(++people)
  const [customer, workshop] = [`anna${n}@home.example`, `workshop${n}@outside.example`]
  await write(customer, ourAddress, `The lamp is broken. Secret ${n}.`)
  const caseId = await newestCase()
  await desk.as(staff(jonas), async (ctx) => takeCase(ctx, caseId, (await caseOf(desk, caseId)).current.version))
  await sendAll()
  await ask(caseId, workshop, waits ? new Date(desk.clock.now().getTime() + 24 * hour) : null)
  const [letter] = (await sendAll()).filter((one) => one.to.address === workshop)
  return {
    ...{ caseId, customer, workshop },
    replyTo: letter?.replyAddress ?? '',
    bounceTo: letter?.bounceAddress ?? '',
  }
}

const ask = (caseId: CaseId, address: string, until: Date | null) =>
  desk.as(staff(jonas), async (ctx) => {
    const { version } = (await caseOf(desk, caseId)).current
    const question = { subject: 'A repair', text: 'Can you mend a lamp of ours?', fileIds: [] }
    return askOutside(ctx, caseId, { version, address, ...question, until: until?.toISOString() ?? null })
  })

const newestCase = (): Promise<CaseId> =>
  desk.as('system', async ({ db }) => {
    const row = await db.selectFrom('cases').select('case_id').orderBy('number', 'desc').executeTakeFirstOrThrow()
    return row.case_id as CaseId
  })
const cases = (): Promise<number> =>
  desk.as('system', async ({ db }) => (await db.selectFrom('cases').select('case_id').execute()).length)
const stateOf = async (caseId: CaseId) => (await caseOf(desk, caseId)).current.state
const enquiryOf = async (caseId: CaseId) =>
  (await desk.as(staff(jonas), (ctx) => seeEnquiries(ctx, caseId))).enquiries[0]
const saidIn = async (caseId: CaseId) => (await desk.as(staff(jonas), (ctx) => seeMessages(ctx, caseId, {}))).messages
const waiting = async (caseId: CaseId) =>
  (await desk.as(staff(jonas), seeToConfirm)).messages.filter((one) => one.case.caseId === caseId)

test('their reply joins the case as theirs, ends the wait, and is acknowledged by nobody', async () => {
  const { caseId, workshop, replyTo, customer } = await asked()
  expect(await stateOf(caseId)).toBe('waiting-for-third-party')
  const before = await cases()
  await write(workshop, replyTo, 'Thanks, yes, that is settled for us.')
  expect(await cases()).toBe(before)
  const kept = (await caseOf(desk, caseId)).current
  expect([kept.state, kept.resolvedAt, kept.reopenings]).toEqual(['in-progress', null, []])
  expect((await enquiryOf(caseId))?.state).toBe('answered')
  const last = (await saidIn(caseId)).at(-1)
  expect(last).toMatchObject({ kind: 'outside', isOutside: true, author: { address: workshop }, meaning: 'outside' })
  const letters = await sendAll()
  expect(letters.map((one) => one.to.address)).toEqual([])
  // The customer's own word stays the last one of theirs, for lists and clocks.
  const row = await desk.as('system', ({ db }) =>
    db
      .selectFrom('cases')
      .select(['last_text', 'last_direction'])
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow(),
  )
  expect(row.last_text).toContain('The lamp is broken')
  const timeline = await desk.as('system', ({ db }) =>
    db
      .selectFrom('interaction')
      .innerJoin('identity', 'identity.customer_id', 'interaction.customer_id')
      .innerJoin('message', 'message.message_id', 'interaction.message_id')
      .select('message.kind')
      .where('identity.value', '=', customer)
      .execute(),
  )
  expect(timeline.map((one) => one.kind)).not.toContain('outside')
  expect(timeline.map((one) => one.kind)).not.toContain('enquiry')
})

test('nothing said outside is in a letter to the customer, nor theirs in one outside', async () => {
  const { caseId, workshop, customer, replyTo } = await asked()
  await write(workshop, replyTo, 'It costs us ninety, do not tell them.', { 'Message-ID': '<inside@outside.example>' })
  await desk.as(staff(jonas), async (ctx) => {
    const { version } = (await caseOf(desk, caseId)).current
    const given = { version, text: 'We mend it.', final: false, finding: null, evidence: null, fileIds: [] }
    return answerCase(ctx, caseId, given)
  })
  await ask(caseId, workshop, null)
  const left = await sendAll()
  const [toCustomer, ...more] = left.filter((one) => one.to.address === customer)
  const [toWorkshop] = left.filter((one) => one.to.address === workshop)
  expect(more).toEqual([])
  expect(`${String(toCustomer?.text)}${JSON.stringify(toCustomer?.thread)}`).not.toMatch(
    /ninety|outside\.example|mend a lamp/,
  )
  expect(toCustomer?.replyAddress).not.toBe(replyTo)
  expect(JSON.stringify(toWorkshop)).not.toMatch(/Secret|home\.example|broken/)
  expect(toWorkshop?.thread.replyTo).toBe('<inside@outside.example>')
  expect(toWorkshop?.attachments).toEqual([])
})

test('a closed case stays closed, and a case that waits for the customer waits on', async () => {
  const { caseId, workshop, replyTo } = await asked(false)
  await desk.as('system', ({ db }) =>
    db
      .updateTable('cases')
      .set({ state: 'waiting-for-customer', waiting_until: new Date(desk.clock.now().getTime() + 48 * hour) })
      .where('case_id', '=', caseId)
      .execute(),
  )
  const before = (await caseOf(desk, caseId)).current
  await write(workshop, replyTo, 'Still broken! It is still broken!')
  expect((await caseOf(desk, caseId)).current).toEqual(before)
  await desk.as('system', async ({ db }) => {
    await db
      .updateTable('promise')
      .set({ status: 'kept', settled_at: desk.clock.now(), owed_until: desk.clock.now() })
      .where('case_id', '=', caseId)
      .where('status', '=', 'open')
      .execute()
    await db
      .updateTable('cases')
      .set({ state: 'closed', closed_at: desk.clock.now(), waiting_until: null })
      .where('case_id', '=', caseId)
      .execute()
  })
  await write(workshop, replyTo, 'One more thing: it is still broken.')
  expect(await stateOf(caseId)).toBe('closed')
  expect((await saidIn(caseId)).at(-1)?.kind).toBe('outside')
})

test('an address of the customer, of ours or of whom the case is about is refused with words', async () => {
  const { caseId, customer } = await asked(false)
  for (const [address, why] of [
    [customer.toUpperCase(), /customer of the case/],
    [customer.replace('@', '+lamp@'), /customer of the case/],
    [ourAddress, /mailbox of ours/],
    [`Support <${ourAddress.replace('@', '+c1.x@')}>`, /mailbox of ours/],
    ['a@x.example, b@x.example', /not one e-mail address/],
    ['"a b"@x.example', /not one e-mail address/],
    ['nobody', /not one e-mail address/],
    ['a@x.example\r\nBcc: b@x.example', /not one e-mail address/],
  ] as const)
    await expect(ask(caseId, address, null)).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(why) as string,
    })
  expect((await sendAll()).length).toBe(0)
})

test('a reply from another address waits for a person; so does one that was passed on', async () => {
  const { caseId, replyTo } = await asked()
  const before = await cases()
  await write('kim@outside.example', replyTo, 'I answer for the workshop.')
  await write('stranger@evil.example', replyTo, 'Show me what they wrote.')
  expect(await stateOf(caseId)).toBe('waiting-for-third-party')
  expect((await enquiryOf(caseId))?.state).toBe('asked')
  const [kim, stranger] = await waiting(caseId)
  expect([kim?.sender, stranger?.sender]).toEqual(['kim@outside.example', 'stranger@evil.example'])
  expect(await sendAll()).toEqual([])
  await desk.as(staff(jonas), (ctx) => confirmMessage(ctx, kim?.messageId as MessageId, 'join'))
  await workQueue(desk)
  expect(await stateOf(caseId)).toBe('in-progress')
  expect((await enquiryOf(caseId))?.state).toBe('answered')
  expect(await cases()).toBe(before)
  // From then on they are known there.
  await write('kim@outside.example', replyTo, 'It is ready.')
  expect(await waiting(caseId)).toHaveLength(1)
  await desk.as(staff(jonas), (ctx) => confirmMessage(ctx, stranger?.messageId as MessageId, 'separate'))
  await workQueue(desk)
  expect(await cases()).toBe(before + 1)
  expect((await saidIn(caseId)).map((one) => one.author.address)).not.toContain('stranger@evil.example')
})

test('the customer who answers what was passed on to them is the customer all the same', async () => {
  const { caseId, customer, replyTo } = await asked()
  await write(customer, replyTo, 'Why do you ask them about me?')
  const [theirs] = await waiting(caseId)
  expect(theirs?.sender).toBe(customer)
  await desk.as(staff(jonas), (ctx) => confirmMessage(ctx, theirs?.messageId as MessageId, 'join'))
  expect((await saidIn(caseId)).at(-1)).toMatchObject({
    kind: 'human',
    isOutside: false,
    author: { address: customer },
  })
  expect((await enquiryOf(caseId))?.state).toBe('asked')
})

test('an automatic reply is no answer, and gets none', async () => {
  const { caseId, workshop, replyTo } = await asked()
  await write(workshop, replyTo, 'We are closed until Monday.', { 'Auto-Submitted': 'auto-replied' })
  expect(await stateOf(caseId)).toBe('waiting-for-third-party')
  expect((await enquiryOf(caseId))?.state).toBe('asked')
  expect((await saidIn(caseId)).at(-1)).toMatchObject({ kind: 'machine', isOutside: true })
  expect(await sendAll()).toEqual([])
})

test('a letter that comes back ends the wait, and the owner sees it; who is late stands on their desk', async () => {
  const { caseId, bounceTo } = await asked()
  await desk.deliver(
    mailOf(
      {
        ...{ 'Return-Path': '<>', From: 'MAILER-DAEMON@mx.example', To: bounceTo, Subject: 'Undelivered' },
        'Message-ID': '<back@mx.example>',
        'Content-Type': 'multipart/report; report-type=delivery-status; boundary=x',
      },
      `--x\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; w@outside.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--x--`,
    ),
  )
  await workQueue(desk)
  expect(await stateOf(caseId)).toBe('in-progress')
  const late = await asked()
  desk.clock.moveMinutes(25 * 60)
  await tickCases(desk)
  expect(await stateOf(late.caseId)).toBe('in-progress')
  const { outside } = await desk.as(staff(jonas), (ctx) => seeDesk(ctx, 25))
  const shown = outside.filter((one) => [caseId, late.caseId].includes(one.caseId))
  expect(shown.map((one) => [one.caseId, one.isReturned])).toEqual([
    [caseId, true],
    [late.caseId, false],
  ])
})

test('whom the case is about reads nothing of what is said outside', async () => {
  const { caseId, workshop, replyTo } = await asked()
  await write(workshop, replyTo, 'He broke it himself.')
  const rude = await desk.addPerson('Rude Colleague', 'handler')
  await desk.as('system', ({ db }) =>
    db
      .updateTable('cases')
      .set({ about_staff_ids: [rude] })
      .where('case_id', '=', caseId)
      .execute(),
  )
  const seen = await desk.as(staff(rude), (ctx) => seeMessages(ctx, caseId, {}))
  expect(JSON.stringify(seen)).not.toMatch(/He broke it|mend a lamp|outside\.example/)
  expect((await desk.as(staff(rude), (ctx) => seeEnquiries(ctx, caseId))).enquiries).toEqual([])
  const { email } = await desk.as('system', ({ db }) =>
    db.selectFrom('staff').select('email').where('staff_id', '=', rude).executeTakeFirstOrThrow(),
  )
  await expect(ask(caseId, email, null)).rejects.toMatchObject({ code: 'invalid' })
})

test('the database keeps the two sides of a case apart', async () => {
  const { caseId } = await asked()
  const move = desk.as('system', async ({ db }) => {
    const conversation_id = (await caseOf(desk, caseId)).conversationId
    await db.updateTable('message').set({ conversation_id }).where('kind', '=', 'enquiry').execute()
  })
  await expect(move).rejects.toMatchObject({ code: 'AM004' })
})
