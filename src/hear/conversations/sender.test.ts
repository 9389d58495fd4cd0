// The sender against a real SMTP server: connections serve several letters, never under other settings, and end with the sender.
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test, vi } from 'vitest'
import { openLetterServer } from '../../../tests/setup/letter-server.ts'
import { openLetterDesk } from '../../../tests/setup/letters.ts'
import { changeChannel, setChannelState } from '../channels/channel.sql.ts'
import { storedSettings } from '../channels/mail-settings.ts'
import { startSender } from './sender.ts'

const far = await openLetterServer()
const { desk, complain, write, outboxRow } = await openLetterDesk()
afterAll(async () => {
  await desk.close()
  await far.stop()
})

const useMailbox = (password: string) =>
  desk.as('system', (ctx) => {
    const server = { host: '127.0.0.1', port: far.port, security: 'none' as const, user: 'support', password }
    const body = {
      ...{ name: 'Support', address: 'support@our.example', displayName: '', trustedAuthservId: null },
      imap: { ...server, mailbox: 'INBOX' },
      smtp: server,
    }
    return changeChannel(
      ctx.db,
      desk.channelId,
      { name: 'Support', ...storedSettings(desk.house, body, null) },
      ctx.now(),
    )
  })
const switchTo = (state: 'working' | 'off') =>
  desk.as('system', (ctx) => setChannelState(ctx.db, desk.channelId, state, null, ctx.now()))

async function writeMany(count: number) {
  const ids = []
  for (let at = 0; at < count; at++) ids.push(await write((await complain()).conversationId))
  return ids
}
const arrived = () => far.connections.flatMap(({ letters }) => letters)

test('letters share connections, other settings and a mailbox that is off never use them, and stopping ends them', async () => {
  await useMailbox('secret')
  await writeMany(12)
  const sender = startSender(desk.house)
  await expect.poll(() => arrived().length, { timeout: 20_000 }).toBe(12)
  expect(far.connections.length).toBeLessThanOrEqual(3)
  expect(new Set(far.connections.map(({ login }) => login))).toEqual(new Set(['support:secret']))

  const before = far.connections.length
  await useMailbox('changed')
  await writeMany(1)
  sender.wake()
  await expect.poll(() => arrived().length, { timeout: 20_000 }).toBe(13)
  expect(far.connections.slice(before).map(({ login, letters }) => [login, letters.length])).toEqual([
    ['support:changed', 1],
  ])

  await switchTo('off')
  const [resting] = await writeMany(1)
  sender.wake()
  await expect.poll(async () => (await outboxRow(resting!)).last_error, { timeout: 20_000 }).toContain('switched off')
  expect(arrived()).toHaveLength(13)

  await switchTo('working')
  await writeMany(3)
  sender.wake()
  await expect.poll(() => arrived().length, { timeout: 20_000 }).toBe(16)
  expect(far.open().length).toBeGreaterThan(0)
  await sender.stop()
  // Long before they would have ended by themselves.
  await expect.poll(() => far.open().length, { timeout: 2_000 }).toBe(0)
  expect(new Set(arrived()).size).toBe(16)
})

test('letters that are queued within a moment are looked for once', async () => {
  const sender = startSender(desk.house)
  const looks = vi.spyOn(desk.house.ownerPool, 'query')
  for (let at = 0; at < 20; at++) {
    sender.wake()
    await sleep(5)
  }
  await expect.poll(() => looks.mock.calls.length, { timeout: 20_000 }).toBeGreaterThan(0)
  await sleep(100)
  // Once for all of them, or twice where the moment ended in between, and once a second in any case.
  expect(looks.mock.calls.length).toBeLessThanOrEqual(3)
  looks.mockRestore()
  await sender.stop()
})
