// A notice to staff through real mail servers: Postfix takes it, Dovecot holds it, and its headers say that a machine wrote it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseMail } from '../../../src/hear/channels/mail/parse-mail.ts'
import { openNoticeDesk, type NoticeDesk } from '../../setup/notices.ts'
import { type MailServers, startMailServers, whyNoMailServers } from './mail-servers.ts'

const reason = whyNoMailServers()

describe.skipIf(reason !== null)(`notices by real mail servers${reason === null ? '' : ` (${reason})`}`, () => {
  let servers: MailServers
  let desk: NoticeDesk
  beforeAll(async () => {
    servers = await startMailServers()
    desk = await openNoticeDesk()
    const server = { host: '127.0.0.1', security: 'none' }
    const config = {
      ...{ address: 'support@shop.test', displayName: 'Kettle Co' },
      imap: { ...server, port: servers.imapPort, user: 'support@shop.test', mailbox: 'INBOX' },
      smtp: { ...server, port: servers.smtpPort, user: null },
    }
    const { ownerPool } = desk.home.house
    await ownerPool.query('update channel set config = $1', [JSON.stringify(config)])
    await ownerPool.query(`update staff set email = 'anna@example.test' where staff_id = $1`, [desk.jonas])
  })
  afterAll(async () => {
    await desk.home.close()
    await servers.stop()
  })
  const mailsOfAnna = (): readonly string[] => {
    const folder = join(servers.folder, 'dovecot/home/example.test/anna/Maildir/new')
    return existsSync(folder) ? readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1')) : []
  }

  test('it arrives once, from the mailbox of the company, and no program would answer it', async () => {
    await desk.wants(desk.jonas, { choices: { 'customer-answered': ['mail'] } })
    const story = await desk.taken()
    await desk.answers(story, 'It still drips on the oak floor.', 'Mira Brandt')
    await desk.work()
    await desk.tickLater()
    await desk.tickLater(10)
    await expect.poll(() => mailsOfAnna().length, { timeout: 30_000, interval: 100 }).toBe(1)
    const [mail = ''] = mailsOfAnna()
    expect(mail).toMatch(/^From: Kettle Co <support@shop\.test>/m)
    expect(mail).toMatch(/^To: anna@example\.test/m)
    expect(mail).toMatch(/^Subject: A customer answered in A-\d+/m)
    expect(mail).toMatch(/^Auto-Submitted: auto-/m)
    expect(mail).not.toMatch(/Mira|oak floor/)
    // Were it to come back to a desk, no case would be opened for it and no letter written.
    const proof = { kind: 'pulled' } as const
    const record = {
      key: 'notice',
      bytes: Buffer.from(mail, 'latin1'),
      mediaType: 'message/rfc822',
      receivedAt: desk.home.clock.now(),
      proof,
    }
    expect((await parseMail(record)).machine).toMatchObject({ machine: true, mayAnswerAutomatically: false })
  })
})
