// Posting to a webhook, against a real server on loopback: what is sent, what each answer means, and what is never reached.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { isPublicAddress } from '../../platform/outside/public-address.ts'
import { type Resolver, whyNotOutside } from '../../platform/outside/post-outside.ts'
import { postWebhook } from './post-webhook.ts'

interface Heard {
  readonly method: string
  readonly url: string
  readonly type: string
  readonly body: string
}

const heard: Heard[] = []
let connections = 0
let answer: (response: ServerResponse, request: IncomingMessage) => void
const server = createServer((request, response) => {
  const pieces: Buffer[] = []
  request.on('data', (piece: Buffer) => pieces.push(piece))
  request.once('end', () => {
    const { method = '', url = '', headers } = request
    heard.push({ method, url, type: headers['content-type'] ?? '', body: Buffer.concat(pieces).toString('utf8') })
    answer(response, request)
  })
})
server.on('connection', () => {
  connections += 1
})
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
const { port } = server.address() as AddressInfo
const here = `http://127.0.0.1:${String(port)}`
const inside = new Set(['127.0.0.1', 'inside.example'])
const nothing = new Set<string>()

beforeEach(() => {
  heard.length = 0
  connections = 0
  answer = (response) => response.end('ok')
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const says = (status: number, headers: Readonly<Record<string, string>> = {}) => {
  answer = (response) => response.writeHead(status, headers).end()
}
const namedAs =
  (...addresses: readonly string[]): Resolver =>
  () =>
    Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })))

test('the text is sent as Slack wants it, and what means something there is written out', async () => {
  expect(await postWebhook(inside, `${here}/hook/secret`, 'A-1 <is> yours & due')).toEqual({ kind: 'sent' })
  expect(heard).toEqual([
    {
      ...{ method: 'POST', url: '/hook/secret', type: 'application/json; charset=utf-8' },
      body: '{"text":"A-1 &lt;is&gt; yours &amp; due"}',
    },
  ])
})

test.each([
  [200, 'sent'],
  [204, 'sent'],
  [301, 'refused'],
  [302, 'refused'],
  [307, 'refused'],
  [400, 'refused'],
  [403, 'refused'],
  [404, 'gone'],
  [410, 'gone'],
  [429, 'retry'],
  [500, 'retry'],
  [503, 'retry'],
] as const)('an answer of %i means %s', async (status, kind) => {
  says(status)
  expect((await postWebhook(inside, here, 'x')).kind).toBe(kind)
})

test('a redirect is not followed', async () => {
  says(302, { location: `${here}/elsewhere` })
  expect((await postWebhook(inside, here, 'x')).kind).toBe('refused')
  expect(heard.map(({ url }) => url)).toEqual(['/'])
})

test('a server that never answers, or never ends, is left after five seconds', async () => {
  let hasGone = Promise.resolve()
  answer = (_response, request) => {
    hasGone = new Promise((gone) => request.socket.once('close', () => gone()))
  }
  const silent = await postWebhook(inside, here, 'x')
  expect(silent).toEqual({ kind: 'retry', why: 'It did not answer within five seconds.' })
  await hasGone
  // It said that it took it; the rest counts for nothing.
  answer = (response) => response.writeHead(200).write('o')
  expect((await postWebhook(inside, here, 'x')).kind).toBe('sent')
})

test('a huge answer is cut: it counts, and is not read', async () => {
  let sent = 0
  let hasGone = Promise.resolve()
  answer = (response) => {
    hasGone = new Promise((gone) => response.once('close', () => gone()))
    const more = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536))) sent += 65_536
    }
    response.on('drain', more)
    more()
  }
  expect((await postWebhook(inside, here, 'x')).kind).toBe('sent')
  await hasGone
  expect(sent).toBeLessThan(64 * 1024 * 1024)
})

test('a huge head, words that are no HTTP and a connection that breaks are failures in our own words', async () => {
  answer = (response) => response.writeHead(200, { 'x-long': 'x'.repeat(40_000) }).end()
  expect(await postWebhook(inside, here, 'x')).toEqual({ kind: 'retry', why: 'The connection broke.' })
  answer = (_response, request) => request.socket.end('<script>alert(1)</script>')
  expect(await postWebhook(inside, here, 'x')).toEqual({ kind: 'retry', why: 'The connection broke.' })
  answer = (_response, request) => request.socket.destroy()
  expect(await postWebhook(inside, here, 'x')).toEqual({ kind: 'retry', why: 'The connection broke.' })
})

test('nothing inside is reached, by address or by name, unless the operator named it', async () => {
  const urls = [
    `https://127.0.0.1:${String(port)}`,
    `https://[::1]:${String(port)}`,
    `https://[::ffff:127.0.0.1]:${String(port)}`,
  ]
  for (const url of urls) expect((await postWebhook(nothing, url, 'x')).kind, url).toBe('refused')
  for (const address of ['127.0.0.1', '10.0.0.7', '169.254.169.254', '::1', 'fd00::1', '::ffff:127.0.0.1'])
    expect(await postWebhook(nothing, 'https://chat.example', 'x', namedAs(address)), address).toEqual({
      ...{ kind: 'refused', why: 'It leads to an address that is not public.' },
    })
  // One of several is enough.
  expect((await postWebhook(nothing, 'https://chat.example', 'x', namedAs('9.9.9.9', '127.0.0.1'))).kind).toBe(
    'refused',
  )
  expect(connections).toBe(0)
})

test('a name that answers otherwise the second time is asked once', async () => {
  let asked = 0
  const rebinding: Resolver = () => {
    asked += 1
    return Promise.resolve([{ address: asked === 1 ? '192.0.2.1' : '127.0.0.1', family: 4 }])
  }
  expect((await postWebhook(nothing, `https://chat.example:${String(port)}`, 'x', rebinding)).kind).toBe('refused')
  expect([asked, connections]).toEqual([1, 0])
})

test('without encryption only what the operator named is reached, and only on this machine', async () => {
  expect(whyNotOutside('http://chat.example/hook', nothing)).toContain('https://')
  expect((await postWebhook(inside, `http://inside.example:${String(port)}`, 'x', namedAs('127.0.0.1'))).kind).toBe(
    'sent',
  )
  expect((await postWebhook(inside, `http://inside.example:${String(port)}`, 'x', namedAs('10.0.0.7'))).kind).toBe(
    'refused',
  )
})

test.each([
  ['chat.example', 'no address'],
  ['ftp://chat.example', 'https://'],
  ['https://user:secret@chat.example/', 'user name'],
  ['https://0x7f.1/', 'not public'],
  ['https://2130706433/', 'not public'],
  ['https://[fe80::1]/', 'not public'],
  ['https://10.0.0.7/hook', 'not public'],
])('%s cannot be a webhook', (url, why) => {
  expect(whyNotOutside(url, nothing)).toContain(why)
})

test('public is what the registries leave', () => {
  for (const address of ['8.8.8.8', '1.1.1.1', '172.32.0.1', '2606:4700::1111', '2a00:1450:4001::1'])
    expect(isPublicAddress(address), address).toBe(true)
  for (const address of [
    '0.0.0.0',
    '100.64.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::8.8.8.8',
    '64:ff9b::808:808',
    '2002:7f00:1::',
    '2001::1',
    'ff02::1',
    'fec0::1',
    '100::1',
  ])
    // prettier-ignore
    expect(isPublicAddress(address), address).toBe(false)
})
