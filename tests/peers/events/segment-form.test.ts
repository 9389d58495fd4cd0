// A program that others wrote for the Segment form hands in events at a real server: they come as they were meant, once. What RudderStack's sends is
// sent as it was recorded.
import { gzipSync } from 'node:zlib'
import { Analytics } from '@segment/analytics-node'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type RunningDesk, startDesk } from '../../setup/desk.ts'
import { type Administrator, askAs, foundAt, makeWriteKey } from '../../setup/write-keys.ts'

interface Figures {
  readonly counts: Readonly<Record<'waiting' | 'taken' | 'left' | 'bad', number>>
  readonly latest: readonly { readonly kind: string; readonly words: string }[]
}

let desk: RunningDesk
let amira: Administrator
let writeKey: string
beforeAll(async () => {
  desk = await startDesk()
  amira = await foundAt(desk)
  ;({ key: writeKey } = await makeWriteKey(desk, amira))
})
afterAll(() => desk.stop())

const rows = async (question: string): Promise<readonly Record<string, unknown>[]> =>
  (await desk.desk.house.ownerPool.query<Record<string, unknown>>(question)).rows
const figures = (): Promise<Figures> => askAs(desk, amira, 'GET', '/api/events-taken')
const settled = (all: number): Promise<void> =>
  vi.waitUntil(
    async () => {
      const { waiting, taken, left, bad } = (await figures()).counts
      return waiting === 0 && taken + left + bad >= all
    },
    { timeout: 20_000, interval: 100 },
  ) as unknown as Promise<void>
const boughtBy = (name: string) =>
  rows(`select p.amount::float8 as amount, p.currency, p.items from purchase p join customer c using (organization_id, customer_id)
        where c.name = '${name}' order by p.at`)
const toldOf = (name: string) =>
  rows(`select i.kind from interaction i join customer c using (organization_id, customer_id)
        where c.name = '${name}' order by i.kind`)

const order = (id: string) => ({
  ...{ order_id: id, total: 49.9, currency: 'EUR' },
  products: [{ product_id: 'k1', name: 'Kettle', quantity: 2, price: 24.95 }],
})

test('@segment/analytics-node', async () => {
  const analytics = new Analytics({ writeKey, host: desk.url, flushAt: 4, httpRequestTimeout: 10_000 })
  const troubles: unknown[] = []
  analytics.on('error', (error) => troubles.push(error))
  const traits = { name: 'Mira Kaya', email: 'mira@kaya.example', vip: true, tier: 'gold' }
  analytics.identify({ userId: 's1', anonymousId: 'anon-1', traits })
  analytics.track({ userId: 's1', event: 'Order Completed', properties: order('so1') })
  analytics.track({
    userId: 's1',
    event: 'Order Refunded',
    properties: { order_id: 'so1', total: 10, currency: 'EUR' },
  })
  analytics.page({ userId: 's1', name: 'Home', properties: { path: '/kettles' } })
  analytics.screen({ userId: 's1', name: 'Basket' })
  analytics.identify({ userId: 's2', traits: { name: 'Bo Berg' } })
  analytics.track({ userId: 's2', event: 'Signed Up', properties: { referrer_id: 's1' } })
  analytics.group({ userId: 's2', groupId: 'g1' })
  analytics.alias({ userId: 's2', previousId: 'anon-2' })
  await analytics.closeAndFlush()
  expect(troubles).toEqual([])
  await settled(9)
  expect((await figures()).counts).toEqual({ waiting: 0, taken: 7, left: 2, bad: 0 })
  expect(await boughtBy('Mira Kaya')).toEqual([
    { amount: 49.9, currency: 'EUR', items: [{ name: 'Kettle', quantity: 2 }] },
  ])
  const kinds = (await toldOf('Mira Kaya')).map(({ kind }) => kind)
  expect(kinds).toEqual(['purchase', 'referral', 'refund', 'visit', 'visit'])
  expect((await figures()).latest.find(({ kind }) => kind === 'identify')?.words).toMatch(/^Left out: vip, tier\./)
  expect(await rows('select kind, earlier_id, user_id from event_claim order by kind')).toEqual([
    { kind: 'alias', earlier_id: 'anon-2', user_id: 's2' },
    { kind: 'user-id', earlier_id: 'anon-1', user_id: 's1' },
  ])
})

const post = (path: string, body: string | Buffer, headers: Record<string, string> = {}, key = writeKey) =>
  fetch(`${desk.url}${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : new Uint8Array(body),
    headers: {
      ...{ 'content-type': 'application/json', authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` },
      ...headers,
    },
  })

test('what RudderStack’s program sends: packed, JSON that calls itself a form, each event with its own sentAt', async () => {
  const { counts } = await figures()
  const now = new Date().toISOString()
  const library = { name: 'analytics-node', version: '3.0.13' }
  const events = [
    { type: 'identify', traits: { name: 'Ada Ober', email: 'ada@ober.example' } },
    { type: 'track', event: 'Order Completed', properties: order('ro1') },
    { type: 'page', name: 'Home' },
  ].map((event, at) => ({
    ...{ ...event, userId: 'r1', context: { library }, channel: 'server', _metadata: { nodeVersion: '24.21.0' } },
    ...{ originalTimestamp: now, messageId: `rudder-${String(at)}`, sentAt: now },
  }))
  const packed = gzipSync(JSON.stringify({ batch: events, timestamp: now, sentAt: now }))
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-encoding': 'gzip' }
  expect((await post('/v1/batch', packed, headers)).status).toBe(200)
  await settled(counts.taken + counts.left + counts.bad + 3)
  expect(await boughtBy('Ada Ober')).toMatchObject([{ amount: 49.9, currency: 'EUR' }])
})

test('what is sent again is the same, single bad events spoil no other, and a clock that is wrong is put right', async () => {
  const { counts } = await figures()
  const now = Date.now()
  const hour = 3_600_000
  const iso = (at: number): string => new Date(at).toISOString()
  const batch = [
    { type: 'identify', messageId: 'm1', userId: 'b1', traits: { name: 'Nils Dal' } },
    // Of a program whose clock is a day behind: an hour before it sent.
    {
      ...{ type: 'track', messageId: 'm2', userId: 'b1', event: 'Order Completed', timestamp: iso(now - 25 * hour) },
      ...{ properties: order('bo1') },
    },
    {
      type: 'track',
      messageId: 'm3',
      userId: 'b1',
      event: 'Order Completed',
      properties: { total: 5, currency: 'EUR' },
    },
    { type: 'track', messageId: 'm4', userId: 'b1', event: 'Order Completed', properties: { x: 'x'.repeat(40_000) } },
    { type: 'spell', messageId: 'm5' },
    'no event at all',
  ]
  const words = JSON.stringify({ batch, sentAt: iso(now - 24 * hour) })
  for (const again of [0, 1])
    expect((await post('/v1/batch', gzipSync(words), { 'content-encoding': 'gzip' })).status, String(again)).toBe(200)
  const all = counts.taken + counts.left + counts.bad
  await settled(all + 7)
  const after = (await figures()).counts
  expect({ taken: after.taken - counts.taken, bad: after.bad - counts.bad }).toEqual({ taken: 2, bad: 5 })
  const [bought] = await rows(
    `select at from purchase p join customer c using (organization_id, customer_id) where c.name = 'Nils Dal'`,
  )
  const at = bought?.['at']
  expect(at instanceof Date && Math.abs(at.getTime() - (now - hour)) < 60_000).toBe(true)
})

test('too large, a wrong key, another door and a revoked key are refused', async () => {
  const large = JSON.stringify({ batch: [], padding: 'x'.repeat(600_000) })
  expect((await post('/v1/batch', large)).status).toBe(413)
  expect((await post('/v1/batch', gzipSync(large), { 'content-encoding': 'gzip' })).status).toBe(413)
  expect((await post('/v1/batch', 'no gzip', { 'content-encoding': 'gzip' })).status).toBe(400)
  expect((await post('/v1/track', '{}', {}, 'nobody')).status).toBe(401)
  const other = await askAs<{ key: string }>(desk, amira, 'POST', '/api/api-keys', { name: 'complaints' })
  expect((await post('/v1/track', '{}', {}, other.key)).status).toBe(401)
  const bearer = { authorization: `Bearer ${writeKey}` }
  expect((await post('/api/v1/complaints', '{}', bearer)).status).toBe(401)
  const made = await makeWriteKey(desk, amira)
  const event = JSON.stringify({ messageId: 'last', userId: 'b1', event: 'Nothing', properties: {} })
  expect((await post('/v1/track', event, {}, made.key)).status).toBe(200)
  await askAs(desk, amira, 'POST', `/api/api-keys/${made.apiKeyId}/revoke`, {})
  expect((await post('/v1/track', event, {}, made.key)).status).toBe(401)
})
