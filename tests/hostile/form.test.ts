// The public form under attack, over real sockets: a bot, a thousand slow clients, hostile files and names. Others are served meanwhile.
import type { FastifyInstance } from 'fastify'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foundChannels } from '../../src/hear/channels/found-channels.ts'
import { createParsePool } from '../../src/hear/intake/parse-pool.ts'
import { readDue } from '../../src/hear/intake/reader.ts'
import { makeLiveHub } from '../../src/platform/http/live-hub.ts'
import { buildServer } from '../../src/platform/http/server.ts'
import { identifyCaller } from '../../src/platform/staff/caller.api.ts'
import { allRoutes } from '../../src/wiring.ts'
import { openTestHouse, type TestHouse } from '../setup/house.ts'
import { signInFor } from '../setup/sign-in.ts'

const corpus = join(process.env['AMENDS_SHARED'] ?? '../shared', 'corpus/uploads')
const pool = createParsePool({ size: 1 })
let desk: TestHouse
let app: FastifyInstance
let url = ''
let cookie = ''

beforeAll(async () => {
  desk = await openTestHouse()
  await desk.as('system', foundChannels)
  app = await buildServer(desk.house, identifyCaller, allRoutes(makeLiveHub(desk.house)))
  url = await app.listen({ host: '127.0.0.1', port: 0 })
  cookie = (await signInFor(desk, desk.founder)).cookie
})
afterAll(async () => {
  await app.close()
  await pool.close()
  await desk.close()
})

interface Upload {
  readonly name: string
  readonly type?: string
  readonly bytes: Uint8Array
}

/** A multipart body as a browser makes it, but with whatever stands in the names. */
function bodyOf(fields: Readonly<Record<string, string>>, files: readonly Upload[]): Buffer {
  const quoted = (name: string) => name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  const head = (disposition: string, more = '') =>
    Buffer.from(`--cut\r\ncontent-disposition: form-data; ${disposition}\r\n${more}\r\n`)
  return Buffer.concat([
    ...Object.entries(fields).flatMap(([name, value]) => [head(`name="${name}"`), Buffer.from(`${value}\r\n`)]),
    ...files.flatMap(({ name, type = 'application/octet-stream', bytes }) => [
      head(`name="files"; filename="${quoted(name)}"`, `content-type: ${type}\r\n`),
      ...[bytes, Buffer.from('\r\n')],
    ]),
    Buffer.from('--cut--\r\n'),
  ])
}

async function post(text: string, files: readonly Upload[] = [], more: Readonly<Record<string, string>> = {}) {
  const fields = { text, subject: '', email: `${String(text.length)}@customer.example`, name: '', website: '', ...more }
  const answer = await fetch(`${url}/form`, {
    ...{ method: 'POST', redirect: 'manual', headers: { 'content-type': 'multipart/form-data; boundary=cut' } },
    body: new Uint8Array(bodyOf(fields, files)),
  })
  return { status: answer.status, location: answer.headers.get('location'), page: await answer.text() }
}

const textsStored = async (): Promise<readonly string[]> => {
  const rows = await desk.as('system', ({ db }) => db.selectFrom('inbound_raw').select('bytes').execute())
  return rows.map(({ bytes }) => (JSON.parse((bytes ?? Buffer.from('{}')).toString()) as { text: string }).text)
}

test('a bot posts the same 500 times, over 20 connections: stored once; people are served meanwhile', async () => {
  const bot = async () => {
    const seen: string[] = []
    for (let at = 0; at < 25; at++) {
      const { status, location } = await post('Buy cheap kettles', [], { email: 'bot@spam.example' })
      seen.push(`${String(status)} ${location ?? ''}`)
    }
    return seen
  }
  const bots = Promise.all(Array.from({ length: 20 }, bot))
  const people = await Promise.all(
    ['My kettle leaks.', 'The lid does not close.', 'It whistles.'].map((text) => post(text)),
  )
  expect(people.map(({ status }) => status)).toEqual([303, 303, 303])
  expect(new Set((await bots).flat()).size).toBe(1)
  const stored = await textsStored()
  expect(stored.filter((text) => text.startsWith('Buy'))).toHaveLength(1)
  expect(stored).toHaveLength(4)
})

test('at the limit is taken; beyond it is 413 with everything typed, and nothing stored', async () => {
  const mostBytes = 26_214_400
  const stored = (await textsStored()).length
  expect((await post('A large picture.', [{ name: 'a.png', bytes: Buffer.alloc(mostBytes) }])).status).toBe(303)
  const typed = { name: 'Sofia', email: 'sofia@customer.example', subject: 'Kettle "4100"' }
  const small = Array.from({ length: 10 }, (_, at) => ({ name: `${String(at)}.png`, bytes: Buffer.from('x') }))
  const tooMuch: readonly (readonly [string, readonly Upload[], RegExp])[] = [
    ['eleven files', [...small, ...small.slice(0, 1)], /more than 10 files/],
    ['one too large', [...small.slice(1), { name: 'l.png', bytes: Buffer.alloc(mostBytes + 1) }], /larger than 25 MB/],
    [`long ${'x'.repeat(201_000)}`, [], /longer than we can take/],
  ]
  for (const [text, files, words] of tooMuch) {
    const { status, page } = await post(text, files, typed)
    expect([status, words.test(page), page.includes(text.slice(0, 190_000))]).toEqual([413, true, true])
    for (const kept of ['Sofia', 'sofia@customer.example', 'Kettle &#34;4100&#34;']) expect(page).toContain(kept)
  }
  const { status, page } = await post('', [], typed)
  expect([status, page.includes('tell us what happened'), page.includes('Kettle &#34;4100&#34;')]).toEqual([
    400,
    true,
    true,
  ])
  expect(await textsStored()).toHaveLength(stored + 1)
})

describe.skipIf(!existsSync(corpus))('hostile files and names (skipped where ../shared is absent)', () => {
  const types: Readonly<Record<string, string>> = {
    png: 'image/png',
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    svg: 'image/svg+xml',
  }
  const typeOf = (name: string): string => types[name.split('.').at(-1) ?? ''] ?? 'text/html'

  /** Posts files ten at a time, reads them, and answers what is kept. */
  async function keep(uploads: readonly Upload[]) {
    await readAll()
    const before = new Set((await kept()).map(({ file_id: id }) => id))
    for (let at = 0; at < uploads.length; at += 10) {
      const posted = await post(`Files ${String(at)} of ${String(uploads.length)}`, uploads.slice(at, at + 10))
      expect(posted.status).toBe(303)
    }
    await readAll()
    return (await kept()).filter(({ file_id: id }) => !before.has(id))
  }
  const readAll = async (): Promise<void> => {
    for (let some = 1; some > 0;) some = await readDue(desk.house, pool)
  }
  const kept = () =>
    desk.as('system', ({ db }) =>
      db.selectFrom('file').select(['file_id', 'name', 'size']).orderBy('file_id').execute(),
    )
  const get = (fileId: string, query = '') => fetch(`${url}/api/files/${fileId}${query}`, { headers: { cookie } })

  test('every upload comes back byte by byte, and can do nothing', async () => {
    const uploads = readdirSync(corpus).map((name) => ({
      name,
      type: typeOf(name),
      bytes: readFileSync(join(corpus, name)),
    }))
    const files = await keep(uploads)
    const names = uploads.map(({ name }) => name.replace(/^\./, ''))
    expect(files.map(({ name }) => name).sort()).toEqual(names.sort())
    for (const { file_id: fileId, name } of files) {
      const plain = await get(fileId)
      const bytes = Buffer.from(await plain.arrayBuffer())
      expect([
        name,
        bytes.equals(uploads.find((upload) => upload.name.endsWith(name))?.bytes ?? Buffer.alloc(0)),
      ]).toEqual([name, true])
      expect(plain.headers.get('content-type')).toBe('application/octet-stream')
      expect(plain.headers.get('content-disposition')).toMatch(/^attachment;/)
      const shown = await get(fileId, '?show=1')
      await shown.arrayBuffer()
      const isPicture = /^image\/(png|jpeg)$/.test(shown.headers.get('content-type') ?? '')
      expect([name, isPicture || shown.headers.get('content-disposition')?.startsWith('attachment;')]).toEqual([
        name,
        true,
      ])
      expect([name, isPicture && !/\.(png|jpe?g)$/.test(name)]).toEqual([name, false])
      for (const { headers } of [plain, shown]) {
        expect(headers.get('x-content-type-options')).toBe('nosniff')
        expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
      }
    }
    expect((await fetch(`${url}/api/files/${files[0]?.file_id ?? ''}`)).status).toBe(401)
  })

  test('every name becomes a safe one, and is given out as it is kept', async () => {
    const given = JSON.parse(readFileSync(join(corpus, 'filenames.json'), 'utf8')) as { name: string }[]
    const names = [
      ...given.map(({ name }) => name),
      '../../x',
      'a\u0007b\u0085c.txt',
      'two\r\nSet-Cookie: x=1.txt',
      'quo"te.txt',
      '\ud800.txt',
    ]
    const files = await keep(names.map((name, at) => ({ name, bytes: Buffer.from(`content ${String(at)}`) })))
    // Also the nameless one: it has content, so it is not what a browser sends where no file was chosen.
    expect(files).toHaveLength(names.length)
    for (const { file_id: fileId, name } of files) {
      expect(name).toMatch(/^[^/\\\0-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069"<>|:*?]{1,150}$/)
      expect(name).not.toMatch(/^\.|\.$/)
      const { headers, status } = await get(fileId)
      expect(status).toBe(200)
      const disposition = headers.get('content-disposition') ?? ''
      expect(disposition).toMatch(/^attachment; filename="file"; filename\*=UTF-8''[\w.%!#$&+^`|~-]+$/)
      expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe(name)
      expect(headers.get('set-cookie')).toBe(null)
    }
  })
})

test('a thousand slow clients: people are served all the same (their waiting is printed, not judged)', async () => {
  const port = Number(new URL(url).port)
  const slow: Socket[] = []
  const start = (at: number) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.write(
      at % 2 === 0
        ? 'POST /form HTTP/1.1\r\nHost: desk.test\r\nX-Slow: '
        : 'POST /form HTTP/1.1\r\nHost: desk.test\r\nContent-Type: multipart/form-data; boundary=cut\r\nContent-Length: 100000\r\n\r\n--cut\r\n',
    )
    slow.push(socket)
  }
  for (let at = 0; at < 1000; at++) start(at)
  const drip = setInterval(() => {
    for (const socket of slow) if (!socket.destroyed) socket.write('a')
  }, 1000)
  try {
    await sleep(2000)
    const waits: number[] = []
    for (let at = 0; at < 200; at++) {
      const begin = performance.now()
      const answer = await fetch(`${url}/form`, { signal: AbortSignal.timeout(30_000) })
      expect(answer.status).toBe(200)
      await answer.text()
      waits.push(performance.now() - begin)
    }
    expect((await post('Through all of them.')).status).toBe(303)
    waits.sort((one, other) => one - other)
    const at = (share: number) => String(Math.round(waits[Math.floor(waits.length * share)] ?? 0))
    console.log(
      `1,000 slow clients, ${String(slow.filter(({ destroyed }) => !destroyed).length)} still there: form p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`,
    )
  } finally {
    clearInterval(drip)
    for (const socket of slow) socket.destroy()
  }
})
