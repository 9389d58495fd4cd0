// How fast a full mailbox is taken in: some thousand mails that lie on a real Dovecot when the mailbox is connected.
import { chownSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type MailServers, startMailServers, whyNoMailServers } from '../../tests/peers/mail/mail-servers.ts'
import { addMailbox, switchOff } from '../desk/found-desk.ts'
import type { Figure, Measurement } from '../figure.ts'
import { type ComplaintSource, makeComplaints } from '../load/complaints.ts'
import type { Running, Stage } from '../stage.ts'
import { untilDrained } from './drained.ts'

const stored: Figure = {
  ...{ name: 'imap_stored_per_s', unit: '1/s', target: 300, want: 'at least' },
  about:
    '3,000 mails in a Dovecot mailbox, from connecting it to the last one stored, while the desk reads those before',
}
const user = 'support@shop.test'

export const mailbox: Measurement<Stage> = {
  figures: [stored],
  measure: async (stage) => {
    const missing = whyNoMailServers()
    if (missing !== null) return [{ figure: stored.name, skipped: missing }]
    const servers = await startMailServers()
    try {
      const count = stage.options.isSmall ? 300 : 3000
      // A folder used before has the mailboxes of earlier runs, each with its address.
      const address = `${stage.name('support')}@shop.test`
      layMails(servers, { address, count, next: makeComplaints(stage.name('mail')) })
      return await takeIn(await stage.desk(), servers, address, count)
    } finally {
      await stage.stopDesk()
      await servers.stop()
    }
  },
}

async function takeIn(desk: Running, servers: MailServers, address: string, count: number) {
  await untilDrained(desk.inside)
  const began = performance.now()
  const { imapPort } = servers
  const { port } = desk.process
  const channelId = await addMailbox(port, desk.founder, { address, user, imapPort, smtpPort: desk.smtpPort })
  let here = 0
  while (here < count) {
    await sleep(20)
    here = await desk.inside.storedBy(channelId)
    if (performance.now() - began > 120_000) throw new Error(`${String(here)} of ${String(count)} mails stored`)
  }
  const value = count / ((performance.now() - began) / 1000)
  await untilDrained(desk.inside)
  // Its server goes now; nothing is to look for it while the next figures are taken.
  await switchOff(port, desk.founder, channelId)
  return [{ figure: stored.name, value, n: count }]
}

interface Mails {
  readonly address: string
  readonly count: number
  readonly next: ComplaintSource
}

/** Writes mails into the user's Maildir, as a delivery does. */
function layMails({ folder }: MailServers, { address, count, next }: Mails): void {
  const { uid, gid } = statSync(join(folder, 'dovecot/home'))
  let path = join(folder, 'dovecot/home')
  for (const part of ['shop.test', 'support', 'Maildir']) {
    path = join(path, part)
    mkdirSync(path, { recursive: true })
    chownSync(path, uid, gid)
  }
  for (const part of ['cur', 'new', 'tmp']) {
    mkdirSync(join(path, part), { recursive: true })
    chownSync(join(path, part), uid, gid)
  }
  for (let number = 1; number <= count; number++) {
    const { externalId, email, subject, text } = next()
    const file = join(path, 'new', `${String(1_790_000_000 + number)}.${externalId}.bench`)
    writeFileSync(
      file,
      [
        `Return-Path: <${email}>`,
        'Received: from mail.customers.test by mail.shop.test with ESMTPS; Mon, 16 Nov 2026 09:00:00 +0000',
        `Message-ID: <${externalId}@customers.test>`,
        `From: Sender ${externalId} <${email}>`,
        `To: Support <${address}>`,
        `Subject: ${subject}`,
        'Date: Mon, 16 Nov 2026 09:00:00 +0000',
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        '',
        text.replaceAll('\n', '\r\n'),
        '',
      ].join('\r\n'),
    )
    chownSync(file, uid, gid)
  }
}
