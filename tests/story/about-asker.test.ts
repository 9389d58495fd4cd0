// A case that is about whoever asks does not exist for them: every route of the desk is asked for it, and none gives a word, a number or a count of it
// away. What is not about them in the same conversation, and everything for everybody else, stays as it is.
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seeDesk } from '../../src/amend/desk/see-desk.ts'
import type { DeskView } from '../../src/amend/desk/desk.schema.ts'
import { writeNote } from '../../src/amend/cases/notes/write-note.ts'
import { nameSubject } from '../../src/amend/cases/work/name-subject.ts'
import { makeLiveHub } from '../../src/platform/http/live-hub.ts'
import { buildServer } from '../../src/platform/http/server.ts'
import { identifyCaller } from '../../src/platform/staff/caller.api.ts'
import type { MessageId, StaffId } from '../../src/shared/ids.ts'
import { allRoutes } from '../../src/wiring.ts'
import { staff, writeIn } from '../setup/cases.ts'
import { write } from '../setup/customers.ts'
import { openNoticeDesk } from '../setup/notices.ts'
import { signInFor, type SignedIn } from '../setup/sign-in.ts'
import { bodyFor } from './authorisation-matrix.bodies.ts'

const secret = 'zirconium'
const notices = await openNoticeDesk()
const { home, mailbox, versionOf } = notices
let server: FastifyInstance
let subject: StaffId
let other: StaffId
let asSubject: SignedIn
let asOther: SignedIn
let hidden: Awaited<ReturnType<typeof writeIn>>
let seen: typeof hidden
let before: DeskView
let ids: Readonly<Record<string, string>>
const routes = allRoutes(makeLiveHub(home.house))

const deskOf = (who: StaffId) => home.as(staff(who, 'administrator'), (ctx) => seeDesk(ctx, 25))
const one = async (question: string, ...values: string[]) =>
  (await home.house.ownerPool.query<{ id: string }>(question, values)).rows[0]?.id ?? ''

beforeAll(async () => {
  server = await buildServer(home.house, identifyCaller, routes)
  subject = await home.addPerson('Sam Falk', 'administrator')
  other = await home.addPerson('Olga Reed', 'administrator')
  ;[asSubject, asOther] = [await signInFor(home, subject), await signInFor(home, other)]
  seen = await writeIn(home, mailbox, { from: 'mira@customer.example', text: 'The kettle leaks.' })
  before = await deskOf(subject)
  hidden = await writeIn(home, mailbox, { from: 'mira@customer.example', text: `He was rude about my ${secret} lamp.` })
  // Somebody else writes into it and waits to be confirmed.
  const waiting = await write(home, mailbox, {
    ...{ to: hidden, text: `I heard it too, ${secret}.`, standing: 'to-confirm', from: 'witness@customer.example' },
  })
  const { noteId } = await home.as(staff(other), (ctx) =>
    writeNote(ctx, hidden.caseId, { text: `About the ${secret}.`, call: 'in', mentions: [subject] }),
  )
  await notices.work()
  await home.as(staff(other, 'lead'), async (ctx) =>
    nameSubject(ctx, hidden.caseId, { version: await versionOf(hidden.caseId), staffId: subject }),
  )
  await notices.work()
  const spare = await home.addPerson('Nils Spare', 'handler')
  ids = {
    ...{ caseId: hidden.caseId, messageId: hidden.messageId, noteId, channelId: mailbox, staffId: spare, jobId: '1' },
    waitingId: waiting.messageId,
    ...{ conversationId: hidden.conversationId, intoId: hidden.caseId, rearrangementId: noteId },
    customerId: await one('select customer_id as id from cases where case_id = $1', hidden.caseId),
    identityId: await one('select gen_random_uuid() as id'),
    representationId: await one('select gen_random_uuid() as id'),
    promiseId: await one('select promise_id as id from promise where case_id = $1 limit 1', hidden.caseId),
    rawId: await one('select gen_random_uuid() as id'),
    fileId: await fileOf(hidden.messageId),
    inviteId: await one('select gen_random_uuid() as id'),
    apiKeyId: await one('select gen_random_uuid() as id'),
    savedViewId: await one('select gen_random_uuid() as id'),
    blockId: await one('select gen_random_uuid() as id'),
    topicId: await one('select gen_random_uuid() as id'),
    brandId: await one('select gen_random_uuid() as id'),
    id: await one('select gen_random_uuid() as id'),
    webhookId: await one('select gen_random_uuid() as id'),
    deliveryId: await one('select gen_random_uuid() as id'),
    evidenceId: await one('select gen_random_uuid() as id'),
    number: await one('select number::text as id from cases where case_id = $1', hidden.caseId),
  }
}, 120_000)
afterAll(async () => {
  await server.close()
  await home.close()
})

/** A file that came with a message. */
async function fileOf(messageId: MessageId): Promise<string> {
  const { storeFiles } = await import('../../src/platform/files/store-file.ts')
  const bytes = Buffer.from(`the ${secret} lamp`)
  const [fileId] = await home.as('system', (ctx) =>
    storeFiles(ctx, [{ name: 'lamp.txt', mediaType: 'text/plain', bytes }]),
  )
  await home.house.ownerPool.query(
    'insert into attachment (organization_id, message_id, file_id, position) values ($1, $2, $3, 0)',
    [home.organizationId, messageId, fileId],
  )
  return fileId ?? ''
}

const queries: Readonly<Record<string, readonly string[]>> = {
  '/api/search': [`?q=${secret}`, '?q=mira', '?q=lamp'],
  '/api/register': ['', '?order=due', `?q=${secret}`, '?late=ever'],
  '/api/team/cases': ['?of=at-risk', '?of=untaken'],
}
const urls = (url: string): readonly string[] =>
  (queries[url] ?? (url === '/api/search' ? [] : [''])).map(
    (query) => url.replaceAll(/:(\w+)/g, (_all, name: string) => ids[name] ?? 'missing') + query,
  )
const ask = (who: SignedIn, method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, payload?: object) =>
  server.inject({
    ...{ method, url, headers: { cookie: who.cookie, 'x-amends-csrf': who.csrf } },
    ...(payload === undefined ? {} : { payload }),
  })
/** Signs of the case in an answer. */
const signs = (text: string): readonly string[] =>
  [secret, `A-${ids['number'] ?? ''}"`, hidden.caseId, hidden.messageId].filter((sign) => text.includes(sign))

test('for everybody else the same doors show it', async () => {
  const open: string[] = []
  for (const [method, url, payload] of [
    ['GET', `/api/cases/${hidden.caseId}/page`],
    ['GET', `/api/messages/${hidden.messageId}`],
    ['GET', `/api/files/${ids['fileId'] ?? ''}`],
    ['GET', `/api/customers/${ids['customerId'] ?? ''}`],
    ['GET', `/api/customers/${ids['customerId'] ?? ''}/timeline`],
    ['GET', '/api/to-confirm'],
    ['GET', `/api/search?q=${secret}`],
    ['GET', '/api/register'],
    ['GET', '/api/team/cases?of=untaken'],
    ['POST', '/api/register/export', { format: 'jsonl', filter: {} }],
    ['POST', `/api/customers/${ids['customerId'] ?? ''}/export`],
  ] as const) {
    const answer = await ask(asOther, method, url, payload)
    if (signs(answer.body).length > 0) open.push(url)
    else open.push(`${url} → ${String(answer.statusCode)} shows nothing`)
  }
  expect(open.filter((line) => line.includes('shows nothing'))).toEqual([])
})

test('no figure counts it for them: their desk says what it said before it came in', async () => {
  const after = await deskOf(subject)
  expect(after.promises).toEqual(before.promises)
  expect([after.waiting, after.toConfirm]).toEqual([before.waiting, before.toConfirm])
  expect(after.mentions).toEqual([])
  const theirs = await deskOf(other)
  expect(theirs.toConfirm).toBe(before.toConfirm + 1)
  expect(theirs.promises.openToday).toBeGreaterThan(after.promises.openToday)
  const team = async (who: SignedIn) =>
    (await ask(who, 'GET', '/api/team')).json<{ untaken: { open: number } }>().untaken.open
  expect([await team(asSubject), await team(asOther)]).toEqual([1, 2])
  const people = async (who: SignedIn) =>
    (await ask(who, 'GET', '/api/search?q=mira')).json<{ people: { openCases: number }[] }>().people[0]?.openCases
  expect([await people(asSubject), await people(asOther)]).toEqual([1, 2])
  const listed = async (who: SignedIn) =>
    (await ask(who, 'GET', '/api/register')).json<{ lines: unknown[] }>().lines.length
  expect([await listed(asSubject), await listed(asOther)]).toEqual([1, 2])
  expect(
    (await notices.noted(subject)).filter(({ caseId, state }) => caseId === hidden.caseId && state === 'waiting'),
  ).toEqual([])
})

test('they hand out and forget nobody who complained about them, nor confirm what is said there', async () => {
  const customer = `/api/customers/${ids['customerId'] ?? ''}`
  for (const [url, payload] of [
    [`${customer}/export`, undefined],
    [`${customer}/erase`, { confirm: 'erase' }],
  ] as const)
    expect((await ask(asSubject, 'POST', url, payload)).statusCode, url).toBe(403)
  const confirm = await ask(asSubject, 'POST', `/api/messages/${ids['waitingId'] ?? ''}/confirm`, { decision: 'join' })
  expect(confirm.statusCode).toBe(404)
  expect((await ask(asOther, 'POST', `${customer}/export`)).statusCode).toBe(200)
})

test('what else the customer said stays theirs to see', async () => {
  const page = await ask(asSubject, 'GET', `/api/cases/${seen.caseId}/page`)
  expect([page.statusCode, page.body.includes('The kettle leaks.')]).toEqual([200, true])
  expect((await ask(asSubject, 'GET', `/api/customers/${ids['customerId'] ?? ''}`)).body).toContain(seen.caseId)
})

// Last, because it does whatever the desk can do.
test('no route gives a sign of it to whom it is about, whatever they ask and whatever their role', async () => {
  const faults: string[] = []
  const doors: string[] = []
  for (const route of routes) {
    // Signing out ends the asking; the stream tells identifiers that lead nowhere.
    if (route.kind !== 'checked' || route.url === '/api/sign-out') continue
    for (const url of urls(route.url)) {
      const answer = await ask(asSubject, route.method, url, bodyFor(route, ids))
      const found = signs(answer.body)
      if (found.length > 0) faults.push(`${route.method} ${url} says ${found.join(', ')}`)
      if (route.url.includes('/cases/:caseId') && answer.statusCode !== 404)
        faults.push(`${route.method} ${url} → ${String(answer.statusCode)}`)
      doors.push(`${route.method} ${route.url}`)
    }
  }
  expect(faults).toEqual([])
  expect(doors.length).toBeGreaterThan(60)
  const state = await home.as('system', ({ db }) =>
    db.selectFrom('cases').select(['owner_staff_id', 'about_staff_ids']).where('case_id', '=', hidden.caseId).execute(),
  )
  expect(state).toEqual([{ owner_staff_id: null, about_staff_ids: [subject] }])
})
