// A real Postfix hands mail over, by LMTP and by SMTP: it is a case, its answer comes back to the same conversation, and while the desk is away
// Postfix keeps what there is. swaks knocks as well.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openMailDesk, type MailDesk } from '../../setup/mail-desk.ts'
import { addChannel } from '../../../src/hear/channels/channel.sql.ts'
import { openMailDoors, type OpenDoors } from '../../../src/hear/intake/door/open-mail-doors.ts'
import { loopbackPeers } from '../../../src/hear/intake/door/door-peers.ts'
import { makeReplyAddress } from '../../../src/hear/channels/mail/reply-token.ts'
import { replyKeys } from '../../../src/hear/conversations/reply-keys.ts'
import { type MailServers, startMailServers, whyNoMailServers } from './mail-servers.ts'

const reason = whyNoMailServers()
const byLmtp = 'support@handed.test'
const bySmtp = 'support@direct.test'

let servers: MailServers
let desk: MailDesk
let doors: OpenDoors | null = null

const openDoors = async (): Promise<void> => {
  doors = await openMailDoors(desk.house, {
    doors: [
      { protocol: 'LMTP', host: '127.0.0.1', port: servers.handedPort },
      { protocol: 'SMTP', host: '127.0.0.1', port: servers.directPort },
    ],
    ...{ peers: loopbackPeers, tls: null },
  })
}

describe.skipIf(reason !== null)(`mail that is handed over (${reason ?? 'Postfix'})`, () => {
  beforeAll(async () => {
    ;[servers, desk] = await Promise.all([startMailServers(), openMailDesk()])
    for (const address of [byLmtp, bySmtp])
      await desk.as('system', (ctx) =>
        addChannel(
          ctx.db,
          ctx.organizationId,
          {
            ...{ channelId: ctx.newId<'channel'>(), kind: 'mail', name: address, secret: null, state: 'working' },
            config: { address, displayName: 'Kettle Co', imap: null, trustedAuthservId: null },
          },
          ctx.now(),
        ),
      )
    await openDoors()
  })
  afterAll(async () => {
    await doors?.close()
    await desk.close()
    await servers.stop()
  })

  const write = async (to: string, subject: string, more: object = {}) => {
    const transport = createTransport({ host: '127.0.0.1', port: servers.smtpPort, ignoreTLS: true })
    const text = 'The kettle leaks.'
    await transport.sendMail({ from: 'Anna <anna@example.test>', to, subject, text, ...more })
    transport.close()
  }
  const heard = async (subject: string) => {
    await desk.readAll()
    return desk.as('system', ({ db }) =>
      db
        .selectFrom('message')
        .innerJoin('conversation', 'conversation.conversation_id', 'message.conversation_id')
        .select(['message.conversation_id', 'code', 'joined_by', 'message.channel_id'])
        .where('message.subject', '=', subject)
        .execute(),
    )
  }
  const once = (subject: string) =>
    expect.poll(async () => (await heard(subject)).length, { timeout: 20_000, interval: 100 }).toBe(1)

  for (const to of [byLmtp, bySmtp])
    it(`comes in for ${to}, and an answer with our token joins its conversation`, async () => {
      await write(to, `Kettle for ${to}`)
      await once(`Kettle for ${to}`)
      const [first] = await heard(`Kettle for ${to}`)
      if (!first) throw new Error('not heard')
      const reply = await desk.as('system', async (ctx) =>
        makeReplyAddress(to, 'case', first.code, await replyKeys(ctx)),
      )
      await write(reply, `Re: Kettle for ${to}`)
      await once(`Re: Kettle for ${to}`)
      expect(await heard(`Re: Kettle for ${to}`)).toMatchObject([
        { conversation_id: first.conversation_id, joined_by: 'token' },
      ])
    })

  it('one mail to two of our mailboxes is one message', async () => {
    await write(`${byLmtp}, ${bySmtp}`, 'To both of you')
    await once('To both of you')
    await expect
      .poll(
        async () => {
          await desk.readAll()
          const raws = await desk.as('system', ({ db }) =>
            db
              .selectFrom('inbound_raw')
              .innerJoin('disposition', 'disposition.raw_id', 'inbound_raw.raw_id')
              .select(['disposition.kind', 'bytes'])
              .execute(),
          )
          return raws
            .filter(({ bytes }) => bytes.includes('To both of you'))
            .map(({ kind }) => kind)
            .sort()
        },
        { timeout: 20_000, interval: 100 },
      )
      .toEqual(['conversation', 'timeline'])
    expect(await heard('To both of you')).toHaveLength(1)
  })

  it('while the desk is away the mail server keeps what there is, and nothing is lost or doubled', async () => {
    await doors?.close()
    const subjects = Array.from({ length: 10 }, (_, at) => `While away ${String(at)}`)
    for (const subject of subjects) await write(byLmtp, subject)
    await openDoors()
    for (const subject of subjects) await once(subject)
  })

  it.skipIf(!existsSync('/usr/bin/swaks'))('swaks hears what is taken and what is not', async () => {
    const swaks = async (to: string, ...more: readonly string[]) => {
      const args = [
        '--server',
        `127.0.0.1:${String(servers.directPort)}`,
        '--from',
        'anna@example.test',
        '--to',
        to,
        ...more,
      ]
      try {
        return (await promisify(execFile)('/usr/bin/swaks', args, { timeout: 20_000 })).stdout
      } catch (error) {
        return String((error as { stdout?: string }).stdout)
      }
    }
    expect(await swaks(bySmtp, '--header', 'Subject: By swaks')).toContain('<-  250 OK: message queued')
    await once('By swaks')
    expect(await swaks('other@direct.test')).toContain('<** 550 No such mailbox here.')
    expect(await swaks(bySmtp, '--auth', 'PLAIN', '--auth-user', 'a', '--auth-password', 'b')).not.toContain('<-  235')
  })
})
