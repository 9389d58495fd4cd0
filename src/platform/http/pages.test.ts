// What is answered where no route is: the one page to whoever could show it, a problem document to everybody else.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { fastify, type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestFolder } from '../../../tests/setup/test-folder.ts'
import { guardAnswers } from './guard-answers.ts'
import { servePages } from './pages.ts'

let app: FastifyInstance
let folder: string

beforeAll(async () => {
  folder = makeTestFolder()
  await writeFile(join(folder, 'index.html'), '<title>The desk</title>')
  await writeFile(join(folder, 'page.js'), 'desk()')
  await writeFile(join(folder, 'page.js.gz'), gzipSync('desk()'))
  await writeFile(join(folder, 'page.js.br'), brotliCompressSync('desk()'))
  app = fastify()
  await servePages(app, folder)
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

const html = 'text/html,application/xhtml+xml,*/*;q=0.8'

test.each([
  ['a browser', '/cases/12', html, 200],
  ['a browser', '/customers/anna@x.test', html, 200],
  ['curl', '/', '*/*', 200],
  ['curl', '/cases/12?from=desk', '*/*', 200],
  ['a program that says nothing', '/', undefined, 200],
  ['a page that loads a script which is gone', '/assets/desk-1a2b3c.js', '*/*', 404],
  ['a program that wants JSON', '/', 'application/json', 404],
  ['a browser', '/api/nothing', html, 404],
  ['curl', '/api/nothing', '*/*', 404],
])('%s asks for %s with %s', async (_who, url, accept, status) => {
  const { body, statusCode } = await app.inject({ method: 'GET', url, headers: accept === undefined ? {} : { accept } })
  expect(statusCode).toBe(status)
  expect(body.includes('The desk')).toBe(status === 200)
})

test('nothing is posted to a page', async () => {
  const { statusCode } = await app.inject({ method: 'POST', url: '/', headers: { accept: html }, payload: {} })
  expect(statusCode).toBe(404)
})

test('what the build has packed goes out packed, to who can unpack it', async () => {
  const ask = (encoding: string) =>
    app.inject({ method: 'GET', url: '/page.js', headers: { 'accept-encoding': encoding } })
  const packed = await ask('gzip, deflate')
  expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
  expect(packed.headers['content-type']).toMatch('javascript')
  expect(gunzipSync(packed.rawPayload).toString()).toBe('desk()')
  const smaller = await ask('gzip, deflate, br, zstd')
  expect(smaller.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' })
  expect(smaller.headers['content-type']).toMatch('javascript')
  expect(brotliDecompressSync(smaller.rawPayload).toString()).toBe('desk()')
  const plain = await ask('identity')
  expect(plain.headers).toMatchObject({ vary: 'accept-encoding' })
  expect([plain.headers['content-encoding'], plain.body]).toEqual([undefined, 'desk()'])
})

test('a page may load what it needs; an answer that is none may do nothing; a route may say otherwise', async () => {
  const guarded = fastify()
  await guardAnswers(guarded, false)
  guarded.get('/data', () => ({ html: '<script>alert(1)</script>' }))
  guarded.get('/file', (_request, reply) =>
    reply.header('content-security-policy', "sandbox; default-src 'none'").type('text/html').send('<p>A file</p>'),
  )
  await servePages(guarded, folder)
  const policyOf = async (url: string, accept: string) => {
    const { headers } = await guarded.inject({ method: 'GET', url, headers: { accept } })
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' })
    expect(headers['x-dns-prefetch-control']).toBe('off')
    return String(headers['content-security-policy'])
  }
  expect(await policyOf('/cases/12', html)).toMatch(/^default-src 'none';script-src 'self';.*require-trusted-types-for/)
  for (const url of ['/data', '/page.js', '/api/nothing'])
    expect(await policyOf(url, '*/*')).toBe("default-src 'none';frame-ancestors 'none'")
  expect(await policyOf('/file', html)).toBe("sandbox; default-src 'none'")
  await guarded.close()
})
