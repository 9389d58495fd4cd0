// The supervisor against a mailbox that does not answer: it says so in words, keeps trying, and lets go when it stops.
import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { findChannel } from '../channels/channel.sql.ts'
import { addMailChannel, changeMailChannel } from '../channels/save-mail-channel.ts'
import { showChannels } from '../channels/show-channels.ts'
import { runChannels } from './run-channels.ts'

let desk: TestHouse
let closedPort: number
beforeAll(async () => {
  desk = await openTestHouse()
  closedPort = await freePort()
})
afterAll(() => desk.close())

/** A port that was free a moment ago, so that nobody answers there. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server: Server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    })
  })

const body = () => ({
  name: 'Support',
  address: 'support@our.example',
  displayName: 'Halden Home',
  imap: {
    host: '127.0.0.1',
    port: closedPort,
    security: 'none' as const,
    user: 'support',
    password: 'canary-secret',
    mailbox: 'INBOX',
  },
  smtp: { host: '127.0.0.1', port: closedPort, security: 'none' as const, user: null, password: null },
  trustedAuthservId: null,
})

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50))
}

test('a mailbox that does not answer is shown as failing, in words, and is let go on stopping', async () => {
  const channelId = await desk.as('system', (ctx) => addMailChannel(ctx, body()))
  const look = () => desk.as('system', (ctx) => findChannel(ctx.db, channelId))
  const channels = runChannels(desk.house)
  await until(async () => (await look())?.state === 'failing')
  expect((await look())?.stateDetail).toContain('127.0.0.1')
  await channels.stop()
  const row = await desk.as('system', ({ db }) =>
    db
      .selectFrom('channel')
      .select(['leased_by', 'leased_until'])
      .where('channel_id', '=', channelId)
      .executeTakeFirstOrThrow(),
  )
  expect(row).toEqual({ leased_by: null, leased_until: null })
})

test('a password is sealed, never shown, kept when left out, and never lent to another server', async () => {
  const [shown] = await desk.as('system', showChannels)
  expect(JSON.stringify(shown)).not.toContain('canary-secret')
  const stored = await desk.as('system', ({ db }) =>
    db.selectFrom('channel').selectAll().where('kind', '=', 'mail').executeTakeFirstOrThrow(),
  )
  expect(JSON.stringify(stored.config)).not.toContain('canary-secret')
  expect(stored.secret?.includes('canary-secret')).toBe(false)
  const channelId = shown?.channelId as Parameters<typeof changeMailChannel>[1]
  const quiet = { ...body(), imap: { ...body().imap, password: null } }
  await desk.as('system', (ctx) => changeMailChannel(ctx, channelId, { ...quiet, name: 'Post' }))
  const elsewhere = { ...quiet, imap: { ...quiet.imap, host: 'localhost' } }
  await expect(desk.as('system', (ctx) => changeMailChannel(ctx, channelId, elsewhere))).rejects.toMatchObject({
    code: 'invalid',
  })
  await expect(desk.as('system', (ctx) => addMailChannel(ctx, body()))).rejects.toMatchObject({ code: 'conflict' })
})
