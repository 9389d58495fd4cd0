// Hostile requests over a real socket: whatever a client sends, the answer is a 4xx with words, never a 5xx, and links stay ours.
import type { FastifyInstance } from 'fastify'
import { existsSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeLiveHub } from '../../src/platform/http/live-hub.ts'
import type { AnyRoute } from '../../src/platform/http/route.ts'
import { buildServer } from '../../src/platform/http/server.ts'
import { identifyCaller } from '../../src/platform/staff/caller.api.ts'
import { allRoutes } from '../../src/wiring.ts'
import { openTestHouse, type TestHouse } from '../setup/house.ts'
import { signInFor, type SignedIn } from '../setup/sign-in.ts'

const corpus = join(process.env['AMENDS_SHARED'] ?? '../shared', 'corpus/http')
let desk: TestHouse
let app: FastifyInstance
let routes: readonly AnyRoute[]
let admin: SignedIn
let port = 0

beforeAll(async () => {
  desk = await openTestHouse()
  routes = allRoutes(makeLiveHub(desk.house))
  app = await buildServer(desk.house, identifyCaller, routes)
  await app.listen({ host: '127.0.0.1', port: 0 })
  port = (app.server.address() as { port: number }).port
  admin = await signInFor(desk, desk.founder)
  expect((await send(request('GET', '/api/me', as(admin)))).status).toBe(200)
})
afterAll(async () => {
  await app.close()
  await desk.close()
})

/** Sends bytes as they are and answers the status line's code, or 0 when the server just hangs up. */
function send(text: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.setTimeout(20_000, () => socket.destroy(new Error(`no answer in 20 s to ${text.slice(0, 80)}`)))
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')))
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE' || error.code === 'ECONNRESET')
        resolve({ status: Number(answer.split(' ')[1] ?? 0), body: answer })
      else reject(error)
    })
    socket.on('close', () => resolve({ status: Number(answer.split(' ')[1] ?? 0), body: answer }))
    socket.write(text)
  })
}

const request = (method: string, url: string, headers: readonly string[], body = ''): string =>
  [`${method} ${url} HTTP/1.1`, 'Host: desk.test', 'Connection: close', ...headers, '', body].join('\r\n')

const as = ({ cookie, csrf }: SignedIn): string[] => [`Cookie: ${cookie}`, `X-Amends-Csrf: ${csrf}`]
const json = (body: string): string[] => [
  'Content-Type: application/json',
  `Content-Length: ${String(Buffer.byteLength(body))}`,
]
const urlOf = (route: AnyRoute): string => route.url.replaceAll(/:\w+/g, '01900000-0000-7000-8000-000000000000')
const stackTrace = /\n? {4}at |\.ts:\d+|node_modules/
const changing = (): readonly AnyRoute[] =>
  routes.filter((route) => route.method !== 'GET' && route.url !== '/api/sign-out')

const ownBodies = [
  '{',
  '[]',
  'null',
  '1',
  '"x"',
  '{"__proto__":{"role":"administrator"}}',
  '{"a":1e400}',
  '\ufeff{}',
  '{"text":"a\\u0000b"}',
  '{"subject":"\\ud800"}',
  `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
]

test('hostile JSON is refused by every route that takes a body, for a stranger and for an administrator', async () => {
  const faults: string[] = []
  for (const route of changing()) {
    for (const body of ownBodies) {
      for (const who of [[], as(admin)]) {
        const { status, body: said } = await send(request(route.method, urlOf(route), [...who, ...json(body)], body))
        // Shapes are told to those only who may know them.
        const isRight = who.length === 0 && route.kind === 'checked' ? status === 401 : status >= 400 && status <= 499
        if (!isRight || stackTrace.test(said))
          faults.push(`${route.method} ${route.url} ${body.slice(0, 30)} → ${String(status)}`)
      }
    }
  }
  expect(faults).toEqual([])
})

describe.skipIf(!existsSync(corpus))('the corpus of hostile HTTP (skipped where ../shared is absent)', () => {
  test('JSON bodies', async () => {
    const items = JSON.parse(readFileSync(join(corpus, 'json-bodies.json'), 'utf8')) as { id: string; body: string }[]
    const faults: string[] = []
    for (const { id, body } of items) {
      const keys = (count: number) => `{${Array.from({ length: count }, (_, n) => `"k${String(n)}":1`).join(',')}}`
      const filled = body.startsWith('{repeat-key:') ? keys(200_000) : body
      for (const route of changing()) {
        const { status } = await send(request(route.method, urlOf(route), [...as(admin), ...json(filled)], filled))
        if (status < 400 || status > 499) faults.push(`${id} ${route.method} ${route.url} → ${String(status)}`)
      }
    }
    expect(faults).toEqual([])
  })

  test('headers', async () => {
    const items = JSON.parse(readFileSync(join(corpus, 'headers.json'), 'utf8')) as { header: string; value: string }[]
    const faults: string[] = []
    for (const { header, value } of items) {
      for (const [method, url] of [
        ['GET', '/api/me'],
        ['GET', '/form'],
        ['POST', '/api/sign-in'],
      ] as const) {
        const own = header === 'Host' ? [] : ['Host: desk.test']
        const body = method === 'POST' ? '{}' : ''
        const length = header === 'Content-Length' ? [] : [`Content-Length: ${String(body.length)}`]
        const lines = [
          `${method} ${url} HTTP/1.1`,
          ...own,
          'Connection: close',
          ...length,
          `${header}: ${value}`,
          '',
          body,
        ]
        const answer = await send(lines.join('\r\n'))
        if (answer.status >= 500 || answer.body.includes('evil.example'))
          faults.push(`${header}: ${value.slice(0, 40)} ${url} → ${String(answer.status)}`)
      }
    }
    expect(faults).toEqual([])
  })
})

test('ten thousand headers, a huge body and a foreign content type are refused with words', async () => {
  const many = Array.from({ length: 10_000 }, (_, n) => `X-${String(n)}: y`)
  expect((await send(request('GET', '/api/me', many))).status).toBe(431)
  const huge = `{"email":"${'a'.repeat(600_000)}"}`
  const large = await send(request('POST', '/api/sign-in', json(huge), huge))
  expect([large.status, large.body.includes('"code":"too-large"')]).toEqual([413, true])
  const foreign = await send(request('POST', '/api/sign-in', ['Content-Type: text/x-what', 'Content-Length: 2'], 'hi'))
  expect([foreign.status, foreign.body.includes('"code":"unsupported"')]).toEqual([415, true])
})

test('an unknown address, also of a page, is a 404 without a stack trace', async () => {
  for (const url of ['/api/nothing', '/api/%00', '/api/cases/%2e%2e%2f', '/../../etc/passwd', '/api/cases/1']) {
    const { status, body } = await send(request('GET', url, as(admin)))
    expect([url, status >= 400 && status < 500]).toEqual([url, true])
    expect(body).not.toMatch(stackTrace)
  }
})

test('hostile questions to every address that is read are answered below 500, and strangers learn nothing', async () => {
  const questions = [
    'q=%00',
    'q=%ff',
    'q[]=1&q[]=2',
    '__proto__[a]=1',
    `q=${'a'.repeat(8_000)}`,
    'limit=1e400&before=%ED%A0%80',
  ]
  const ids = ['01900000-0000-7000-8000-000000000000', '%00', "'%3bdrop", '9'.repeat(150)]
  const faults: string[] = []
  for (const route of routes.filter(({ method, url }) => method === 'GET' && url !== '/api/events')) {
    const addresses = route.url.includes(':')
      ? ids.map((id) => route.url.replaceAll(/:\w+/g, id))
      : questions.map((question) => `${route.url}?${question}`)
    for (const address of addresses) {
      for (const who of [[], as(admin)]) {
        const { status, body } = await send(request('GET', address, who))
        const isRight = who.length === 0 && route.kind === 'checked' ? status === 401 : status >= 200 && status < 500
        if (!isRight || stackTrace.test(body)) faults.push(`${address.slice(0, 80)} → ${String(status)}`)
      }
    }
  }
  expect(faults).toEqual([])
})

test('the same of two keys, of two lengths and of two codings is settled without a fault of ours', async () => {
  const twice = request(
    'POST',
    '/api/sign-in',
    ['Content-Type: application/json', 'Content-Length: 2', 'Content-Length: 40'],
    '{}',
  )
  expect((await send(twice)).status).toBe(400)
  const both = ['Content-Type: application/json', 'Content-Length: 2', 'Transfer-Encoding: chunked']
  expect((await send(request('POST', '/api/sign-in', both, '{}'))).status).toBe(400)
  const coded = ['Content-Type: application/json', 'Content-Encoding: gzip', 'Content-Length: 2']
  const { status } = await send(request('POST', '/api/sign-in', coded, '{}'))
  expect(status >= 400 && status < 500).toBe(true)
  const body = '{"email":"a@b.test","email":"c@d.test","password":"x"}'
  expect((await send(request('POST', '/api/sign-in', json(body), body))).status).toBe(401)
})
