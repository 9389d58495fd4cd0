// Bundles on their way: by mail through a real SMTP server and by webhook to a real HTTP server, tried again with patience, switched off in the end,
// and never with a word of a customer.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { writeIn, staff } from '../../../tests/setup/cases.ts'
import { openNoticeDesk } from '../../../tests/setup/notices.ts'
import { openLetterSink } from '../../../tests/peers/mail/letter-sink.ts'
import type { Refusal } from '../../shared/errors.ts'
import type { CaseId, StaffId } from '../../shared/ids.ts'
import { assignCase } from '../cases/work/assign-case.ts'
import { seeNoticeSettings } from './change-notice-settings.ts'
import { noteTest, removeWebhook, setWebhook, switchWebhookOn, tryWebhook } from './change-webhook.ts'
import { deliverNoticeJob } from './staff-notice.jobs.ts'

const desk = await openNoticeDesk()
const { home, jonas, mailbox } = desk
const house = Object.assign(home.house, { insideHosts: new Set(['127.0.0.1']) })
const sink = await openLetterSink()
const bodies: string[] = []
let status = 200
const far = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8').on('data', (piece: string) => {
    body += piece
  })
  request.once('end', () => {
    bodies.push(body)
    response.writeHead(status).end()
  })
})
await new Promise<void>((listening) => far.listen(0, '127.0.0.1', listening))
const hook = `http://127.0.0.1:${String((far.address() as AddressInfo).port)}/services/T0/secret-path`

const connect = (port: number, state = 'working', address = 'help@halden.example') =>
  house.ownerPool.query('update channel set config = $2, state = $3 where channel_id = $1', [
    mailbox,
    JSON.stringify({
      ...{ address, displayName: 'Halden Home' },
      imap: { host: '127.0.0.1', port: 9, security: 'none', user: 'help', mailbox: 'INBOX' },
      smtp: { host: '127.0.0.1', port, security: 'none', user: null },
    }),
    state,
  ])
await connect(sink.port)

afterAll(async () => {
  await Promise.all([home.close(), sink.stop()])
  far.close()
})
beforeEach(() => {
  bodies.length = 0
  status = 200
})

let people = 0
async function colleague(ways: readonly ('mail' | 'webhook')[]): Promise<StaffId> {
  people += 1
  const staffId = await home.addPerson(`Colleague ${'abcdefghijklmnop'.charAt(people)}`, 'handler')
  await desk.wants(staffId, {
    choices: { 'case-yours': [...ways], 'customer-answered': [...ways] },
    timeZone: 'Asia/Kathmandu',
  })
  if (ways.includes('webhook')) await home.as(staff(staffId), (ctx) => setWebhook(ctx, hook))
  return staffId
}
/** Jonas hands them a case; what was noted may go. */
async function handed(to: StaffId): Promise<CaseId> {
  const { caseId } = await desk.taken()
  await home.as(staff(jonas), async (ctx) =>
    assignCase(ctx, caseId, { version: await desk.versionOf(caseId), staffId: to, summary: 'The lamp is broken.' }),
  )
  await desk.work()
  return caseId
}
const webhookOf = async (staffId: StaffId) => (await home.as(staff(staffId), seeNoticeSettings)).webhook
const mailsTo = async (staffId: StaffId) => {
  const { rows } = await house.ownerPool.query<{ email: string }>('select email from staff where staff_id = $1', [
    staffId,
  ])
  return sink.letters.filter(({ to }) => to[0] === rows[0]?.email)
}
const numberOf = async (caseId: CaseId) => {
  const { rows } = await house.ownerPool.query<{ number: string }>('select number from cases where case_id = $1', [
    caseId,
  ])
  return `A-${rows[0]?.number ?? ''}`
}

test('a mail says what happened, until when in the person’s own zone, and where; and that a machine wrote it', async () => {
  const mia = await colleague(['mail'])
  const caseId = await handed(mia)
  await desk.tickLater()
  const [letter, ...more] = await mailsTo(mia)
  expect(more).toEqual([])
  const raw = letter?.raw.replaceAll('=\r\n', '').replaceAll('=3D', '=') ?? ''
  const number = await numberOf(caseId)
  expect(raw).toContain(`Subject: ${number} is yours\r\n`)
  expect(raw).toMatch(/^Auto-Submitted: auto-\w+\r$/m)
  expect(raw).toContain(`http://desk.test/cases/${caseId}`)
  expect(raw).toMatch(/due \w+day \d+ \w+ \d{4} at \d\d:\d\d \(GMT\+5:45\)/)
  expect(raw).toContain('http://desk.test/settings/notices')
  expect(await desk.deliveries(mia)).toEqual([{ way: 'mail', state: 'sent', attempts: 1, why: null }])
})

test('each way gets each bundle once, however often its job runs and at the same time', async () => {
  const nia = await colleague(['mail', 'webhook'])
  await handed(nia)
  home.clock.moveMinutes(1)
  const { tellStaff } = await import('./tell-staff.ts')
  await tellStaff.run(house, home.organizationId)
  const jobs = await desk.jobs()
  expect(jobs.map(({ task }) => task)).toEqual([deliverNoticeJob.task, deliverNoticeJob.task])
  await Promise.all([1, 2, 3, 4, 5].map(() => desk.run(jobs.toReversed())))
  await desk.tickLater()
  await desk.tickLater(10)
  expect(await mailsTo(nia)).toHaveLength(1)
  expect(bodies).toHaveLength(1)
  expect(await desk.noted(nia)).toMatchObject([{ state: 'sent' }])
})

test('three cases within a minute are one message', async () => {
  const oda = await colleague(['webhook'])
  for (let n = 0; n < 3; n++) await handed(oda)
  await desk.tickLater()
  expect(bodies).toHaveLength(1)
  const { text } = JSON.parse(bodies[0] ?? '') as { text: string }
  expect(text.split('\n')[0]).toBe('3 cases are yours')
  expect(text.match(/http:\/\/desk\.test\/cases\//g)).toHaveLength(3)
})

test('a webhook that does not answer is tried again, ever more seldom, and its failures are told until it works', async () => {
  const pam = await colleague(['webhook'])
  await handed(pam)
  status = 503
  await desk.tickLater()
  expect(bodies).toHaveLength(1)
  const since = home.clock.now().toISOString()
  expect(await webhookOf(pam)).toMatchObject({
    isOff: false,
    failures: 1,
    failingSince: since,
    why: 'It answered 503.',
  })
  const tries: number[] = []
  for (let minute = 1; minute <= 12; minute++) {
    const before = bodies.length
    await desk.tickLater()
    if (bodies.length > before) tries.push(minute)
  }
  expect(tries.length).toBeGreaterThanOrEqual(2)
  expect(tries.length).toBeLessThanOrEqual(4)
  status = 200
  for (let minute = 0; minute < 12; minute++) await desk.tickLater()
  expect(await desk.deliveries(pam)).toMatchObject([{ state: 'sent' }])
  expect(await webhookOf(pam)).toMatchObject({ isOff: false, failures: 0, failingSince: null, why: null })
})

test('what fails for hours is given up, and after twelve failures in a row the webhook is off until its person switches it on', async () => {
  const quy = await colleague(['webhook'])
  status = 500
  await handed(quy)
  for (let minute = 0; minute < 90; minute += 5) await desk.tickLater(5)
  expect(bodies).toHaveLength(6)
  expect(await desk.deliveries(quy)).toMatchObject([{ state: 'failed', attempts: 6, why: 'It answered 500.' }])
  expect(await desk.noted(quy)).toMatchObject([{ state: 'failed' }])
  await handed(quy)
  await handed(quy)
  for (let minute = 0; minute < 90; minute += 5) await desk.tickLater(5)
  expect(bodies).toHaveLength(12)
  expect(await webhookOf(quy)).toMatchObject({ isOff: true, failures: 12, why: 'It answered 500.' })
  await handed(quy)
  await desk.tickLater()
  await desk.tickLater(60)
  expect(bodies).toHaveLength(12)
  status = 200
  await home.as(staff(quy), switchWebhookOn)
  await handed(quy)
  await desk.tickLater()
  expect(bodies).toHaveLength(13)
})

test.each([404, 410])('one that answers %i is off at once', async (code) => {
  const ria = await colleague(['webhook'])
  status = code
  await handed(ria)
  await desk.tickLater()
  expect(bodies).toHaveLength(1)
  expect(await webhookOf(ria)).toMatchObject({ isOff: true, failures: 1 })
  await handed(ria)
  await desk.tickLater()
  await desk.tickLater(60)
  expect(bodies).toHaveLength(1)
})

test('a test of the webhook says how it went, and not without end', async () => {
  const sam = await colleague(['webhook'])
  const tried = async () => {
    const how = await tryWebhook(house, home.organizationId, sam)
    return home.as(staff(sam), (ctx) => noteTest(ctx, how))
  }
  expect(await tried()).toEqual({ ok: true, words: '' })
  expect(bodies).toEqual([expect.stringContaining('This is a test')])
  status = 404
  expect(await tried()).toEqual({ ok: false, words: 'It answered 404: it is not there any more.' })
  expect(await webhookOf(sam)).toMatchObject({ isOff: true })
  status = 200
  expect(await tried()).toMatchObject({ ok: true })
  expect(await webhookOf(sam)).toMatchObject({ isOff: false })
  for (let n = 0; n < 17; n++) await tried()
  await expect(tried()).rejects.toMatchObject({ code: 'too-many' } satisfies Partial<Refusal>)
  await home.as(staff(sam), removeWebhook)
  expect(await webhookOf(sam)).toBeNull()
})

test('the address of a webhook is shown to nobody and lies sealed, but for its host', async () => {
  const tia = await colleague(['webhook'])
  expect(await webhookOf(tia)).toEqual({ host: '127.0.0.1', isOff: false, failures: 0, failingSince: null, why: null })
  const { rows } = await house.ownerPool.query<{ all: string }>(
    `select (select string_agg(n::text, ' ') from notice_setting n) || (select string_agg(a::text, ' ') from audit_entry a) as all`,
  )
  expect(rows[0]?.all).toContain('127.0.0.1')
  expect(rows[0]?.all).not.toContain('secret-path')
  expect(rows[0]?.all).not.toContain(Buffer.from('secret-path').toString('hex'))
})

test('an address that cannot be opened any more, since the key file is another, is given up at once', async () => {
  const uri = await colleague(['webhook'])
  await house.ownerPool.query("update notice_setting set webhook_url = webhook_url || 'x'::bytea where staff_id = $1", [
    uri,
  ])
  await handed(uri)
  await desk.tickLater()
  expect(await desk.deliveries(uri)).toMatchObject([{ state: 'failed', attempts: 1 }])
  expect(bodies).toEqual([])
})

test('no mail goes to an address of our own, without a mailbox, or from one that is off', async () => {
  const own = async (why: string, arrange: (staffId: StaffId) => Promise<unknown>) => {
    const una = await colleague(['mail'])
    await arrange(una)
    await handed(una)
    const before = sink.letters.length
    await desk.tickLater()
    expect(await desk.deliveries(una), why).toMatchObject([{ way: 'mail', state: 'failed', why }])
    expect(sink.letters.length).toBe(before)
  }
  await own('It would go to an address of our own.', (staffId) =>
    house.ownerPool.query(`update staff set email = 'help+me@halden.example' where staff_id = $1`, [staffId]),
  )
  await own('The mailboxes are switched off.', () => connect(sink.port, 'off'))
  expect((await home.as(staff(jonas), seeNoticeSettings)).mail).toBe('off')
  await own('No mailbox is connected.', () =>
    house.ownerPool.query(`update channel set config = '{}', state = 'working'`),
  )
  expect((await home.as(staff(jonas), seeNoticeSettings)).mail).toBe('none')
  await connect(sink.port)
  expect((await home.as(staff(jonas), seeNoticeSettings)).mail).toBe('possible')
})

test('a mail server that is away is tried again', async () => {
  const vik = await colleague(['mail'])
  await connect(9)
  await handed(vik)
  await desk.tickLater()
  expect(await desk.deliveries(vik)).toMatchObject([{ state: 'waiting', attempts: 1 }])
  await connect(sink.port)
  await desk.tickLater(2)
  expect(await desk.deliveries(vik)).toMatchObject([{ state: 'sent', attempts: 2 }])
  expect(await mailsTo(vik)).toHaveLength(1)
})

test('whatever customers are called and write, none of it is in a mail, in a webhook or in a list', async () => {
  const wim = await colleague(['mail', 'webhook'])
  const word = fc.string({ unit: 'grapheme', minLength: 4, maxLength: 12 }).filter((text) => text.trim().length >= 4)
  const examples = { seed: 20_261_117, numRuns: 12 }
  await fc.assert(
    fc.asyncProperty(word, word, word, async (name, subject, text) => {
      // Marks that no sentence of ours holds, in each place where a customer can write.
      const marks = { name: `Zqxnam${name}`, subject: `Zqxsub${subject}`, text: `Zqxtex${text}` }
      const clean = (of: string) => of.toWellFormed().replaceAll('\0', '')
      people += 1
      const story = await writeIn(home, mailbox, {
        ...{ from: `mark${String(people)}@secret-domain.example`, name: clean(marks.name) },
        ...{ subject: clean(marks.subject), text: clean(marks.text) },
      })
      await home.as(staff(home.founder, 'administrator'), async (ctx) =>
        assignCase(ctx, story.caseId, { version: await desk.versionOf(story.caseId), staffId: wim, summary: '' }),
      )
      await desk.work()
      await desk.answers(story, clean(marks.text), clean(marks.name))
      await desk.work()
      await desk.tickLater(2)
      const { rows } = await house.ownerPool.query<{ all: string }>(
        `select (select string_agg(n::text, ' ') from staff_notice n) || (select string_agg(d::text, ' ') from notice_delivery d) as all`,
      )
      const raw = sink.letters.map((letter) => letter.raw.replaceAll('=\r\n', '')).join('\n')
      for (const place of [raw, bodies.join('\n'), rows[0]?.all ?? '']) {
        expect(place).not.toContain('Zqx')
        expect(place).not.toContain('secret-domain')
      }
    }),
    examples,
  )
  expect(bodies.length).toBeGreaterThan(10)
}, 120_000)
