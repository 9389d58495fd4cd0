// `npm start -- --demo`: a small sample company comes to stand in a folder of its own, once, and never in somebody's own desk.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { DeskView } from '../../src/amend/desk/desk.schema.ts'
import * as act from './desk-stage.ts'

const stage = act.openDeskStage()
afterAll(() => stage.clean())

const demo = ['--demo', '--customers', '3000', '--seed', '5']

test('it opens with people, cases and a handler who has work; a second start makes nothing anew', async () => {
  const folder = stage.emptyFolder()
  const desk = await stage.start({ folder, words: demo })
  await desk.open
  const note = readFileSync(join(folder, 'sample-sign-in.txt'), 'utf8')
  expect(desk.said()).toContain(note)
  expect(statSync(join(folder, 'sample-sign-in.txt')).mode & 0o077).toBe(0)
  const before = await seen(desk.url, note, 'A-20')
  expect(before.isThere).toBe(true)
  expect(before.open).toBeGreaterThan(0)
  const truth = readFileSync(join(folder, 'sample-truth.jsonl'), 'utf8').trim().split('\n')
  expect(truth.length).toBeGreaterThan(3000)
  desk.child.kill('SIGTERM')
  await desk.ended

  const again = await stage.start({ folder, words: demo })
  await again.open
  expect(again.said()).toContain(note)
  expect(await seen(again.url, note, 'A-20')).toEqual(before)
  again.child.kill('SIGTERM')
  await again.ended
})

test('a case is answered and counts; the letter ends in the post box, also without --demo, and nothing else is connected to', async () => {
  const folder = stage.emptyFolder()
  const connections = join(folder, 'connections')
  const env = { NODE_OPTIONS: `--import=${notingConnections(connections)}`, AMENDS_WEBHOOK_HOSTS: '127.0.0.1' }
  const desk = await stage.start({ folder, words: ['--demo', '--customers', '500'], env })
  await desk.open
  const note = readFileSync(join(folder, 'sample-sign-in.txt'), 'utf8')
  const lead = await enter(desk.url, note, 'lead')
  expect(await answerNext(desk.url, lead, folder)).toMatch(/^To: .*@/m)
  expect(desk.said()).toContain(`Its letters are kept in ${join(folder, 'sample-post-box')}; none leaves this machine.`)
  // Whoever connects a mailbox or a webhook of their own in it reaches nobody either.
  const administrator = await enter(desk.url, note, 'administrator')
  const { channels } = await administrator.ask<{ channels: readonly { name: string; stateDetail: string | null }[] }>(
    'GET',
    '/api/channels',
  )
  expect(channels.find(({ name }) => name === 'Sample post box')?.stateDetail).toContain('None leaves this machine')
  const server = { host: '127.0.0.1', port: 9, security: 'none', user: 'me', password: 'me' }
  const mailbox = { ...named, imap: { ...server, mailbox: 'INBOX' }, smtp: server }
  await administrator.ask('POST', '/api/channels/mail/check', { ...mailbox, channelId: null })
  await administrator.ask('POST', '/api/channels/mail', mailbox)
  await administrator.ask('PUT', '/api/notices/webhook', { url: 'http://127.0.0.1:9/hook' })
  await administrator.ask('POST', '/api/notices/webhook/test', {})
  desk.child.kill('SIGTERM')
  await desk.ended

  const again = await stage.start({ folder, env })
  await again.open
  expect(await answerNext(again.url, await enter(again.url, note, 'lead'), folder)).toMatch(/^To: .*@/m)
  again.child.kill('SIGTERM')
  await again.ended
  const asked = new Set(readFileSync(connections, 'utf8').trim().split('\n'))
  expect([...asked].some((one) => one.startsWith('/'))).toBe(true) // the database
  const ours = [desk.url, again.url].map((url) => new URL(url).host)
  expect([...asked].filter((one) => !one.startsWith('/') && !ours.includes(one))).toEqual([])
})

test('a desk of somebody is left as it is, with a sentence that says what to do', async () => {
  const folder = await stage.foundedFolder()
  const desk = await stage.start({ folder, words: demo })
  await expect(desk.open).rejects.toThrow("is somebody's own")
  expect(await desk.ended).toBe(1)
  expect(existsSync(join(folder, 'sample-sign-in.txt'))).toBe(false)
})

test('its words without --demo, or beyond reason, are refused before anything starts', async () => {
  for (const words of [
    ['--seed', '2'],
    ['--demo', '--customers', '7'],
    ['--demo', '--seed', 'x'],
  ]) {
    const { code, said } = await stage.amends(['start', ...words])
    expect([code, said]).toEqual([1, expect.stringMatching(/^amends: --(seed|customers) /)])
  }
})

const named = { name: 'Mine', address: 'me@shop.example', displayName: '', trustedAuthservId: null }

/** What a process loads first so that every connection it opens, by whatever library, is noted: where to, a line each. */
function notingConnections(file: string): string {
  const code = `import { appendFileSync } from 'node:fs'
    import { Socket } from 'node:net'
    const { connect } = Socket.prototype
    Socket.prototype.connect = function (...args) {
      const [to, host] = [Array.isArray(args[0]) ? args[0][0] : args[0], args[1]]
      const place = typeof to !== 'object' ? (typeof to === 'string' ? to : (typeof host === 'string' ? host : 'localhost') + ':' + to)
        : to.path ?? (to.host ?? 'localhost') + ':' + to.port
      appendFileSync(${JSON.stringify(file)}, place + '\\n')
      return connect.apply(this, args)
    }`
  return `data:text/javascript,${encodeURIComponent(code)}`
}

interface Seat {
  ask<Answer>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<Answer>
}

async function enter(url: string, note: string, role: 'lead' | 'administrator'): Promise<Seat> {
  const password = /password (\S+)/.exec(note)?.[1]
  const email = new RegExp(`(\\S+@halden\\.example) .*, ${role}`).exec(note)?.[1]
  const call = (method: string, path: string, body?: object, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${url}${path}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const entered = await call('POST', '/api/sign-in', { email, password })
  expect(entered.status).toBe(200)
  const { csrfToken } = (await entered.json()) as { readonly csrfToken: string }
  const who = { cookie: entered.headers.get('set-cookie')?.split(';')[0] ?? '', 'x-amends-csrf': csrfToken }
  return {
    ask: async <Answer>(method: string, path: string, body?: object) => {
      const answer = await call(method, path, body, who)
      if (!answer.ok) throw new Error(`${method} ${path} answered ${String(answer.status)}: ${await answer.text()}`)
      return (await answer.json()) as Answer
    },
  }
}

/** Complains on the web form, takes the next case and answers it; the letter as it lies in the post box, once the answer counts. */
async function answerNext(url: string, { ask }: Seat, folder: string): Promise<string> {
  const form = new FormData()
  const said = { name: 'Anna Tester', subject: 'The lamp hums', text: 'It hums at night.', website: '' }
  for (const [field, value] of Object.entries({ ...said, email: 'anna@customer.example' })) form.set(field, value)
  expect((await fetch(`${url}/form`, { method: 'POST', body: form, redirect: 'manual' })).status).toBe(303)
  await expect.poll(async () => (await ask<DeskView>('GET', '/api/desk')).waiting, { timeout: 20_000 }).not.toBe(0)
  const box = join(folder, 'sample-post-box')
  const kept = () => (existsSync(box) ? readdirSync(box) : [])
  const { caseId } = await ask<{ caseId: string }>('POST', '/api/desk/take-next', {})
  const now = () => ask<{ version: number; firstAnsweredAt: string | null }>('GET', `/api/cases/${caseId}`)
  const { version, firstAnsweredAt } = await now()
  expect(firstAnsweredAt).toBe(null)
  const words = `We are sorry, and a new one is on its way (${caseId}).`
  const answer = { version, text: words, final: false, finding: null, fileIds: [] }
  await ask('POST', `/api/cases/${caseId}/answer`, answer)
  await expect.poll(async () => (await now()).firstAnsweredAt, { timeout: 20_000 }).not.toBe(null)
  const letters = kept().map((name) => readFileSync(join(box, name), 'utf8'))
  return letters.find((letter) => letter.replace(/=\r\n/g, '').includes(caseId)) ?? 'no letter'
}

/** As a lead sees it: cases that are open, and whether there is a case of this number. */
async function seen(url: string, note: string, number: string): Promise<{ open: number; isThere: boolean }> {
  const { ask } = await enter(url, note, 'lead')
  const desk = await ask<DeskView>('GET', '/api/desk')
  const { cases } = await ask<{ readonly cases: readonly unknown[] }>('GET', `/api/search?q=${number}&limit=5`)
  return { open: desk.waiting + desk.team.reduce((sum, { open }) => sum + open, 0), isThere: cases.length > 0 }
}
