// The web form over HTTP, as a browser without JavaScript sends it.
import type { FastifyInstance } from 'fastify'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../../tests/setup/house.ts'
import { identifyCaller } from '../../../platform/staff/caller.api.ts'
import { buildServer } from '../../../platform/http/server.ts'
import { foundChannels } from '../../channels/found-channels.ts'
import { switchChannel } from '../../channels/switch-channel.ts'
import { listChannels } from '../../channels/channel.sql.ts'
import { hearRoutes } from '../../hear-routes.ts'
import { createParsePool } from '../parse-pool.ts'
import { readDue } from '../reader.ts'

let desk: TestHouse
let app: FastifyInstance
const pool = createParsePool({ size: 1 })

beforeAll(async () => {
  desk = await openTestHouse()
  await desk.as('system', foundChannels)
  app = await buildServer(desk.house, identifyCaller, hearRoutes)
})
afterAll(async () => {
  await app.close()
  await pool.close()
  await desk.close()
})

interface Upload {
  readonly name: string
  readonly bytes: Buffer
}

function post(
  fields: Record<string, string>,
  files: readonly Upload[] = [],
  url = '/form',
  remoteAddress = '198.51.100.7',
) {
  const line = (text: string) => Buffer.from(`${text}\r\n`, 'utf8')
  const parts = Object.entries(fields).flatMap(([name, value]) => [
    line('--cut'),
    line(`content-disposition: form-data; name="${name}"`),
    line(''),
    line(value),
  ])
  const uploads = files.flatMap(({ name, bytes }) => [
    line('--cut'),
    line(`content-disposition: form-data; name="files"; filename="${name}"`),
    line('content-type: image/png'),
    line(''),
    bytes,
    line(''),
  ])
  const payload = Buffer.concat([...parts, ...uploads, line('--cut--')])
  return app.inject({
    method: 'POST',
    url,
    remoteAddress,
    headers: { 'content-type': 'multipart/form-data; boundary=cut' },
    payload,
  })
}

const filled = { text: 'The kettle leaks.', subject: '', email: 'sofia@example.test', name: 'Sofia <b>', website: '' }
const count = async (table: 'inbound_raw' | 'message') =>
  desk.as('system', async ({ db }) => (await db.selectFrom(table).select('organization_id').execute()).length)

test('the form is there without JavaScript, with a label for every field', async () => {
  const page = await app.inject('/form')
  expect(page.statusCode).toBe(200)
  expect(page.headers['content-type']).toContain('text/html')
  expect(page.body).toContain('Halden Home')
  expect(page.body).not.toContain('<script')
  for (const [, id] of page.body.matchAll(/<(?:input|textarea) id="(\w+)"/g))
    expect(page.body).toContain(`<label for="${id ?? ''}"`)
})

test('what is sent is stored with its files and answered with a page that says so', async () => {
  const sent = await post(filled, [
    { name: 'a.png', bytes: Buffer.alloc(300_000, 7) },
    { name: '', bytes: Buffer.alloc(0) },
  ])
  expect(sent.statusCode).toBe(303)
  const location = String(sent.headers.location)
  expect((await app.inject(location)).body).toContain('We have it')
  await readDue(desk.house, pool)
  const files = await desk.as('system', ({ db }) => db.selectFrom('file').select(['name', 'size']).execute())
  expect(files).toEqual([{ name: 'a.png', size: 300_000 }])
})

test('500 identical posts are stored once, and each is told that we have it', async () => {
  const before = await count('inbound_raw')
  const body = { ...filled, text: 'Posted by a bot.' }
  const answers = []
  for (let round = 0; round < 25; round++)
    answers.push(...(await Promise.all(Array.from({ length: 20 }, () => post(body)))))
  expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([303]))
  expect(new Set(answers.map((answer) => answer.headers.location)).size).toBe(1)
  expect(await count('inbound_raw')).toBe(before + 1)
})

test('what is wrong is said beside the field, and everything typed is kept and harmless', async () => {
  const before = await count('inbound_raw')
  const page = await post({ ...filled, email: 'nobody', text: '</textarea><script>alert(1)</script>' })
  expect(page.statusCode).toBe(400)
  expect(page.body).toContain('does not look like an e-mail address')
  expect(page.body).toContain('&#60;/textarea&#62;&#60;script&#62;alert(1)')
  expect(page.body).not.toContain('<script')
  expect(page.body).toContain('Sofia &#60;b&#62;')
  expect((await post({ ...filled, text: '  ' })).body).toContain('tell us what happened')
  expect(await count('inbound_raw')).toBe(before)
})

test('too many or too large files are told so, and the words are kept', async () => {
  const eleven = Array.from({ length: 11 }, (_, at) => ({ name: `f${String(at)}.png`, bytes: Buffer.from('x') }))
  const many = await post({ ...filled, text: 'Many files.' }, eleven)
  expect([many.statusCode, many.body.includes('more than 10 files'), many.body.includes('Many files.')]).toEqual([
    413,
    true,
    true,
  ])
  const large = await post({ ...filled, text: 'A large file.' }, [{ name: 'l.png', bytes: Buffer.alloc(26_300_000) }])
  expect([large.statusCode, large.body.includes('larger than 25 MB'), large.body.includes('A large file.')]).toEqual([
    413,
    true,
    true,
  ])
})

test('a field people do not see, filled in, leads to quarantine and not to a case', async () => {
  expect((await post({ ...filled, text: 'Buy now', website: 'http://spam.test' })).statusCode).toBe(303)
  const messages = await count('message')
  await readDue(desk.house, pool)
  const last = await desk.as('system', ({ db }) =>
    db.selectFrom('disposition').select(['kind', 'reason']).where('kind', '=', 'quarantine').execute(),
  )
  expect(last).toHaveLength(1)
  expect(last[0]?.reason).toContain('do not see')
  expect(await count('message')).toBeLessThanOrEqual(messages + 1)
})

test('a flood of different posts is stopped with words, and the words are kept', async () => {
  let stopped = 0
  for (let at = 0; at < 12; at++) {
    const sent = await post(
      { ...filled, email: 'flood@example.test', text: `Number ${String(at)}` },
      [],
      '/form',
      '203.0.113.9',
    )
    if (sent.statusCode === 429 && sent.body.includes(`Number ${String(at)}`)) stopped++
  }
  expect(stopped).toBe(2)
})

/** Runs with another folder for temporary files. */
async function withTemporary(folder: string, work: () => Promise<void>): Promise<void> {
  const real = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    await work()
  } finally {
    if (real === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = real
  }
}

test('whoever would be refused writes no file to the disk, and is shown what was typed', async () => {
  const at = '203.0.113.77'
  const picture = { name: 'a.png', bytes: Buffer.alloc(200_000, 1) }
  for (let n = 0; n < 60; n++) {
    const sent = await post(
      { ...filled, email: `n${String(n)}@example.test`, text: `No. ${String(n)}` },
      [],
      '/form',
      at,
    )
    expect(sent.statusCode).toBe(303)
  }
  const before = await count('inbound_raw')
  const folder = await mkdtemp(join(tmpdir(), 'amends-form-test-'))
  const touched = (await stat(folder)).mtimeMs
  await withTemporary(folder, async () => {
    const sent = await post({ ...filled, text: 'The sixty-first.' }, [picture], '/form', at)
    expect([sent.statusCode, sent.body.includes('The sixty-first.')]).toEqual([429, true])
    expect((await stat(folder)).mtimeMs).toBe(touched)
    await post({ ...filled, text: 'Of another.' }, [picture], '/form', '203.0.113.79')
    expect((await stat(folder)).mtimeMs).not.toBe(touched)
  })
  await rm(folder, { recursive: true })
  expect(await count('inbound_raw')).toBe(before + 1)
})

test('uploads count before anything else of the post is looked at', async () => {
  const picture = [{ name: 'a.png', bytes: Buffer.from('x') }]
  const answers = new Map<number, number>()
  for (let n = 0; n < 125; n++) {
    const sent = await post({ ...filled, email: '', text: `Wrong ${String(n)}` }, picture, '/form', '203.0.113.78')
    expect(sent.body).toContain(`Wrong ${String(n)}`)
    answers.set(sent.statusCode, (answers.get(sent.statusCode) ?? 0) + 1)
  }
  // Faulty posts are faulty either way; what changes is that their files are read past.
  expect([...answers]).toEqual([[400, 125]])
  const sent = await post({ ...filled, text: 'Right at last.' }, picture, '/form', '203.0.113.78')
  expect([sent.statusCode, sent.body.includes('Right at last.')]).toEqual([429, true])
  expect((await post({ ...filled, text: 'Without files.' }, [], '/form', '203.0.113.78')).statusCode).toBe(303)
})

test('where the disk takes no files the page says so, and what was typed is kept', async () => {
  await withTemporary(join(tmpdir(), 'not-there'), async () => {
    const sent = await post({ ...filled, text: 'With a picture.' }, [{ name: 'a.png', bytes: Buffer.alloc(100_000) }])
    expect([sent.statusCode, sent.headers['content-type']]).toEqual([503, 'text/html; charset=utf-8'])
    expect(sent.body).toContain('With a picture.')
    expect(sent.body).toContain('cannot be kept')
    const without = await post({ ...filled, text: 'Without a picture.' }, [{ name: '', bytes: Buffer.alloc(0) }])
    expect(without.statusCode).toBe(303)
  })
})

test('an unknown form and a closed form say what to do instead', async () => {
  expect((await app.inject('/form/00000000-0000-7000-8000-000000000000')).statusCode).toBe(404)
  const form = (await desk.as('system', (ctx) => listChannels(ctx.db))).find(({ kind }) => kind === 'form')
  await desk.as('system', (ctx) => switchChannel(ctx, form?.channelId ?? ('' as never), 'off'))
  const closed = await post(filled)
  expect([closed.statusCode, closed.body.includes('closed')]).toEqual([503, true])
})
