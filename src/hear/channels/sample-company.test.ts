// The sample company is never somebody's own desk, and nothing leaves it.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPool } from '../../platform/database/connection.ts'
import type { PostBox } from '../../platform/context/house.ts'
import { openPostBox } from '../../platform/files/post-box.ts'
import { systemClock } from '../../shared/clock.ts'
import { seededRandom } from '../../shared/random.ts'
import { cloneDatabase } from '../../../tests/setup/database.ts'
import { openTestHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { makeTestFolder } from '../../../tests/setup/test-folder.ts'
import type { Health, Io, Outbound } from './channel.ts'
import { mailChannel } from './mail/mail.ts'
import { isSampleCompany } from './sample-company.ts'
import { addMailChannel } from './save-mail-channel.ts'

let home: TestHouse
let folder: string
let box: PostBox
let connected = 0
const outside = createServer((socket) => {
  connected += 1
  socket.destroy()
})
let port = 0

beforeAll(async () => {
  home = await openTestHouse()
  folder = mkdtempSync(join(makeTestFolder(), 'box-'))
  box = openPostBox(folder)
  port = await new Promise((resolve) => {
    outside.listen(0, '127.0.0.1', () => {
      resolve((outside.address() as { port: number }).port)
    })
  })
})
afterAll(async () => {
  outside.close()
  rmSync(folder, { recursive: true })
  await home.close()
})

const server = () => ({ host: '127.0.0.1', port, security: 'none', user: 'help', password: 'help' }) as const
const mailbox = (address: string) => ({
  ...{ name: address, address, displayName: '', trustedAuthservId: null },
  ...{ imap: { ...server(), user: address, mailbox: 'INBOX' }, smtp: server() },
})

test('a desk that nobody has founded is one where that is wished for', async () => {
  const { url } = await cloneDatabase()
  const pool = openPool({ url, role: 'amends_owner', size: 1, onBroken: () => undefined })
  expect([await isSampleCompany(pool, true), await isSampleCompany(pool, false)]).toEqual([true, false])
  await pool.end()
})

test('somebody’s own desk is none, whatever is wished; one made as such stays one', async () => {
  const { house } = home
  const wished = () => Promise.all([isSampleCompany(house.ownerPool, true), isSampleCompany(house.ownerPool, false)])
  await home.as('system', (ctx) => addMailChannel(ctx, mailbox('own@halden.example')))
  expect(await wished()).toEqual([false, false])
  const sample = { ...house, postBox: box }
  await home.as('system', (ctx) => addMailChannel({ ...ctx, house: sample }, mailbox('help@halden.example')))
  expect(await wished()).toEqual([true, true])
})

test('a letter ends in the post box once, whatever server the mailbox names; no mail is read, and nothing is connected to', async () => {
  const said: Health[] = []
  const ending = new AbortController()
  const io: Io = {
    ...{
      now: () => systemClock.now(),
      random: seededRandom(1),
      signal: ending.signal,
      postBox: box,
      tokens: null,
      mailDoors: [],
    },
    log: { info: () => undefined, warn: () => undefined },
    report: (health) => said.push(health),
  }
  const config = mailChannel.parseConfig(mailbox('help@halden.example'))
  const letter: Outbound = {
    ...{ to: { address: 'anna@customer.example' }, subject: 'Your kettle', text: 'We are sorry.', attachments: [] },
    ...{ thread: { replyTo: null, references: [] }, isAutomatic: false },
  }
  const sending = mailChannel.openSending()
  for (let turn = 0; turn < 2; turn++)
    expect(await sending.send(config, letter, '<l-1@halden.example>', io)).toMatchObject({ kind: 'sent' })
  sending.close()
  expect(readdirSync(box.folder)).toEqual(['anna@customer.example l-1@halden.example.eml'])
  const file = join(box.folder, readdirSync(box.folder)[0] ?? '')
  expect(readFileSync(file, 'utf8')).toMatch(/^To: anna@customer\.example\r$/m)
  expect(statSync(file).mode & 0o077).toBe(0)
  const reading = mailChannel.read(config, null, io)[Symbol.asyncIterator]().next()
  expect(await mailChannel.check(config, io)).toMatchObject({ isWell: true })
  ending.abort()
  expect(await reading).toEqual({ done: true, value: undefined })
  expect(said).toEqual([{ isWell: true, words: expect.stringContaining('None leaves this machine') as string }])
  expect(connected).toBe(0)
})
