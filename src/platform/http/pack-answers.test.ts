// Long answers go out packed to who can unpack them, and say the same.
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { fastify, type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encodingFor, packAnswers } from './pack-answers.ts'

const long = {
  lines: Array.from({ length: 100 }, (_, at) => ({
    number: `A-${String(at)}`,
    matter: 'Ein Kessel, der pfeift – ŁÓDŹ',
  })),
}
let app: FastifyInstance

beforeAll(() => {
  app = fastify()
  packAnswers(app)
  app.get('/long', () => long)
  app.get('/short', () => ({ done: true }))
  app.get('/text', (_request, reply) => reply.type('text/plain').send('a'.repeat(5000)))
})
afterAll(() => app.close())

const ask = (url: string, encoding: string, method: 'GET' | 'HEAD' = 'GET') =>
  app.inject({ method, url, headers: { 'accept-encoding': encoding } })

test.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip, deflate', 'gzip', gunzipSync],
] as const)('to who takes %s a long answer comes as %s', async (accepted, encoding, unpack) => {
  const { headers, rawPayload } = await ask('/long', accepted)
  expect(headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' })
  expect(Number(headers['content-length'])).toBe(rawPayload.length)
  expect(rawPayload.length).toBeLessThan(JSON.stringify(long).length / 4)
  expect(JSON.parse(unpack(rawPayload).toString())).toEqual(long)
})

test.each([
  ['who takes nothing packed', '/long', 'identity'],
  ['a short answer', '/short', 'br'],
  ['what is no JSON', '/text', 'br'],
])('%s comes as it is', async (_what, url, accepted) => {
  const { headers } = await ask(url, accepted)
  expect(headers['content-encoding']).toBeUndefined()
})

test('who asks for the head alone is told the length of what is not packed', async () => {
  const { headers, rawPayload } = await ask('/long', 'br', 'HEAD')
  expect([headers['content-encoding'], rawPayload.length]).toEqual([undefined, 0])
})

test.each([
  ['', null],
  ['br;q=0, gzip', 'gzip'],
  ['gzip;q=0.0', null],
  ['GZIP;q=0.5, BR ; q=0.1', 'br'],
  ['brotli, gzipped', null],
])('of "%s" is taken %s', (accepted, taken) => {
  expect(encodingFor(accepted)).toBe(taken)
})
