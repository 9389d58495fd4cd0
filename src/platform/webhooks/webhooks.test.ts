// Webhooks for programs against a real receiver on loopback, which checks signatures with the library of Standard Webhooks: what is owed is sent, once
// where all goes well, again under its identifier where not, and nobody's words leave.
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { staff, writeIn } from '../../../tests/setup/cases.ts'
import { connectMailbox } from '../../../tests/setup/customers.ts'
import { openTestHouse } from '../../../tests/setup/house.ts'
import type { House } from '../context/house.ts'
import { withContext } from '../context/context.ts'
import { deliverWebhook, retryWebhooks } from './deliver-webhook.ts'
import { claimDelivery, deliveriesOf, forgetDeliveriesBefore } from './delivery.sql.ts'
import {
  forgetWebhook,
  makeWebhook,
  renewSecret,
  sendAgain,
  setWebhookTo,
  switchWebhook,
  tryWebhook,
} from './keep-webhook.ts'
import type { EventKind } from './webhook.schema.ts'
import { type WebhookId, webhooksOf } from './webhook.sql.ts'

interface Heard {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

const heard: Heard[] = []
let answer: (response: ServerResponse) => void
const server = createServer((request, response) => {
  const pieces: Buffer[] = []
  request.on('data', (piece: Buffer) => pieces.push(piece))
  request.once('end', () => {
    heard.push({ headers: request.headers, body: Buffer.concat(pieces).toString('utf8') })
    answer(response)
  })
})
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
const here = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/hook`

const home = await openTestHouse()
// The library knows the true time only.
let aheadMs = 0
const house: House = {
  ...home.house,
  clock: { now: () => new Date(Date.now() + aheadMs) },
  insideHosts: new Set(['127.0.0.1']),
}
const mailbox = await connectMailbox(home)
const act = <Result>(work: Parameters<typeof withContext<Result>>[2]) =>
  withContext(house, { organizationId: home.organizationId, actor: staff(home.founder, 'administrator') }, work)
const minutes = (count: number) => {
  aheadMs += count * 60_000
}
afterAll(async () => {
  await home.close()
  server.closeAllConnections()
  server.close()
})
beforeEach(async () => {
  for (const one of await act((ctx) => webhooksOf(ctx.db))) await act((ctx) => forgetWebhook(ctx, one.webhookId))
  heard.length = 0
  aheadMs = 0
  answer = (response) => response.end('thanks')
})

const make = (...kinds: readonly EventKind[]) =>
  act((ctx) => makeWebhook(ctx, home.founder, { url: here, kinds: kinds.length > 0 ? kinds : ['case.opened'] }))
const says = (status: number, headers: Readonly<Record<string, string>> = {}) => {
  answer = (response) => response.writeHead(status, headers).end('no')
}
const deliver = (webhookId: WebhookId) => deliverWebhook(house, home.organizationId, webhookId)
const owed = (webhookId: WebhookId) => act((ctx) => deliveriesOf(ctx.db, webhookId, null, 100))
const opened = () =>
  act((ctx) => {
    ctx.emit({ kind: 'case.opened', caseId: ctx.newId<'case'>() })
    return Promise.resolve()
  })
const ids = () => heard.map(({ headers }) => headers['webhook-id'])
const stateOf = async () => (await act((ctx) => webhooksOf(ctx.db)))[0]
const verified = ({ headers, body }: Heard, secret: string) =>
  new Webhook(secret).verify(body, headers as Record<string, string>)

test('a case that is opened is told once, signed as receivers check it, and without a word of the customer', async () => {
  const { webhookId, secret } = await make('case.opened', 'customer.answered')
  const { caseId } = await writeIn(home, mailbox, {
    from: 'ida@customer.example',
    name: 'Ida Berg',
    text: 'It leaks badly.',
  })
  await deliver(webhookId)
  await deliver(webhookId)
  expect(heard).toHaveLength(1)
  const [first] = heard
  if (!first) throw new Error('nothing came')
  expect(verified(first, secret)).toMatchObject({ type: 'case.opened', data: { object: 'case', id: caseId } })
  expect(first.body).not.toMatch(/Ida|leaks|customer\.example/)
  expect(await owed(webhookId)).toMatchObject([{ state: 'sent', status: 200, answer: 'thanks', tries: 1 }])
})

test('only what was asked for is owed, only what was committed, and nothing to what is off', async () => {
  const { webhookId } = await make('case.resolved')
  await opened()
  await act(async (ctx) => {
    ctx.emit({ kind: 'case.resolved', caseId: ctx.newId<'case'>() })
    throw new Error('not after all')
  }).catch(() => undefined)
  expect(await owed(webhookId)).toEqual([])
  await act((ctx) => setWebhookTo(ctx, webhookId, { url: null, kinds: ['case.opened'] }))
  await act((ctx) => switchWebhook(ctx, webhookId, 'off'))
  await opened()
  expect(await owed(webhookId)).toEqual([])
  await act((ctx) => switchWebhook(ctx, webhookId, 'on'))
  await opened()
  expect(await owed(webhookId)).toHaveLength(1)
})

test('what fails comes again under the same identifier, later each time, and as late as the receiver asks', async () => {
  const { webhookId } = await make()
  await opened()
  says(500)
  await deliver(webhookId)
  await deliver(webhookId)
  expect(heard).toHaveLength(1)
  minutes(2)
  says(503, { 'retry-after': '3600' })
  await deliver(webhookId)
  minutes(30)
  await deliver(webhookId)
  expect(heard).toHaveLength(2)
  expect(await stateOf()).toMatchObject({ failingSince: expect.any(Date), waiting: 1 })
  minutes(31)
  answer = (response) => response.end('ok')
  await deliver(webhookId)
  expect(new Set(ids()).size).toBe(1)
  expect(heard).toHaveLength(3)
  expect(await stateOf()).toMatchObject({ failingSince: null, waiting: 0, failed: 0 })
})

test('after ten tries a delivery has failed; it is sent again by hand', async () => {
  const { webhookId } = await make()
  await opened()
  says(302, { location: here })
  for (let day = 0; day < 12; day += 1) {
    await deliver(webhookId)
    minutes(27 * 60)
    // Switched off by itself after five days; somebody switches it on again.
    await act((ctx) => switchWebhook(ctx, webhookId, 'on'))
  }
  expect(heard).toHaveLength(10)
  const [one] = await owed(webhookId)
  expect(one).toMatchObject({ state: 'failed', tries: 10, status: 302 })
  if (!one) throw new Error('nothing was owed')
  answer = (response) => response.end('ok')
  expect(await act((ctx) => sendAgain(ctx, webhookId, { deliveryId: one.deliveryId }))).toBe(1)
  await deliver(webhookId)
  expect(new Set(ids()).size).toBe(1)
  expect(await owed(webhookId)).toMatchObject([{ state: 'sent' }])
})

test('three failures in a row end a round, so that a receiver that is away keeps no worker', async () => {
  const { webhookId } = await make()
  for (let count = 0; count < 7; count += 1) await opened()
  says(500)
  await deliver(webhookId)
  expect(heard).toHaveLength(3)
  answer = (response) => response.end('ok')
  minutes(2)
  await deliver(webhookId)
  expect((await owed(webhookId)).map(({ state }) => state)).toEqual(Array(7).fill('sent'))
})

test('410 switches it off at once; so does a receiver that takes nothing for five days', async () => {
  const { webhookId } = await make()
  await opened()
  says(410)
  await deliver(webhookId)
  expect((await stateOf())?.offWhy).toContain('410')
  await act((ctx) => switchWebhook(ctx, webhookId, 'on'))
  says(500)
  minutes(2)
  await deliver(webhookId)
  expect((await stateOf())?.offSince).toBeNull()
  minutes(5 * 24 * 60)
  await deliver(webhookId)
  expect(await stateOf()).toMatchObject({ offSince: expect.any(Date), offWhy: 'no' })
  expect(heard).toHaveLength(3)
  await deliver(webhookId)
  expect(heard).toHaveLength(3)
})

test('a sender that dies with a delivery in hand has it sent again, under the same identifier', async () => {
  const { webhookId, secret } = await make()
  await opened()
  const at = house.clock.now()
  const claimed = await act((ctx) => claimDelivery(ctx.db, webhookId, at, new Date(at.getTime() + 60_000)))
  await deliver(webhookId)
  expect(heard).toEqual([])
  minutes(2)
  await deliver(webhookId)
  expect(ids()).toEqual([claimed?.deliveryId])
  expect(heard.map((one) => verified(one, secret))).toHaveLength(1)
})

test('two senders at once send each once', async () => {
  const { webhookId } = await make()
  for (let count = 0; count < 12; count += 1) await opened()
  await Promise.all([deliver(webhookId), deliver(webhookId), deliver(webhookId)])
  expect(heard).toHaveLength(12)
  expect(new Set(ids()).size).toBe(12)
})

test('a secret that was renewed signs beside the new one for a day, and then no more', async () => {
  const { webhookId, secret } = await make()
  const renewed = await act((ctx) => renewSecret(ctx, webhookId))
  await opened()
  await deliver(webhookId)
  const [first] = heard
  if (!first) throw new Error('nothing came')
  for (const one of [secret, renewed]) expect(verified(first, one)).toMatchObject({ type: 'case.opened' })
  minutes(24 * 60 + 1)
  await opened()
  await deliver(webhookId)
  expect(String(heard[1]?.headers['webhook-signature']).split(' ')).toHaveLength(1)
})

test('everything since an instant is sent again; what waits stays; another company’s is not touched', async () => {
  const { webhookId } = await make()
  await opened()
  await deliver(webhookId)
  minutes(60)
  const since = house.clock.now()
  await opened()
  await opened()
  await deliver(webhookId)
  const other = await home.foundAnother('Elsewhere')
  const asOther = { organizationId: other.organizationId, actor: staff(other.founder, 'administrator') }
  await expect(withContext(house, asOther, (ctx) => sendAgain(ctx, webhookId, { since }))).rejects.toMatchObject({
    code: 'not-found',
  })
  expect(await act((ctx) => sendAgain(ctx, webhookId, { since }))).toBe(2)
  await deliver(webhookId)
  expect(heard).toHaveLength(5)
  expect(ids().slice(3).sort()).toEqual(ids().slice(1, 3).sort())
})

test('the tick finds what is due again; deliveries are forgotten by their age', async () => {
  const { webhookId } = await make()
  await opened()
  says(500)
  await deliver(webhookId)
  const jobs = async () => {
    const { rows } = await home.house.ownerPool.query<{ n: string }>(
      `select count(*) n from graphile_worker._private_jobs where key = $1`,
      [`webhook:${webhookId}`],
    )
    return Number(rows[0]?.n)
  }
  await home.house.ownerPool.query(`delete from graphile_worker._private_jobs`)
  await retryWebhooks.run(house, home.organizationId)
  expect(await jobs()).toBe(0)
  minutes(2)
  await retryWebhooks.run(house, home.organizationId)
  expect(await jobs()).toBe(1)
  expect(await act((ctx) => forgetDeliveriesBefore(ctx.db, new Date(Date.now() + 86_400_000 * 40), 10))).toBe(1)
})

test('nothing inside is asked, and neither address nor secret lies open in the database', async () => {
  const strict = { ...house, insideHosts: new Set<string>() }
  const asked = { url: 'https://10.0.0.7/hook', kinds: ['case.opened'] as const }
  const who = { organizationId: home.organizationId, actor: staff(home.founder, 'administrator') }
  await expect(withContext(strict, who, (ctx) => makeWebhook(ctx, home.founder, asked))).rejects.toMatchObject({
    code: 'invalid',
  })
  const { webhookId, secret } = await make()
  expect(await tryWebhook(strict, home.organizationId, webhookId)).toMatchObject({ came: 'failed', status: null })
  // Moved without its sealing key, it can be read by nobody, which is said like any failure.
  const moved = { ...house, sealingKey: new Uint8Array(32).fill(8) }
  const words = expect.stringContaining('key file') as string
  expect(await tryWebhook(moved, home.organizationId, webhookId)).toMatchObject({ came: 'failed', words })
  expect(heard).toEqual([])
  expect(await tryWebhook(house, home.organizationId, webhookId)).toMatchObject({ came: 'sent' })
  expect(verified(heard[0] as Heard, secret)).toMatchObject({ type: 'webhook.test' })
  const { rows } = await home.house.ownerPool.query<{ kept: string }>('select w::text as kept from webhook w')
  expect(rows[0]?.kept).not.toContain(secret)
  expect(rows[0]?.kept).not.toContain('/hook')
})
