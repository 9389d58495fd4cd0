// Real mail servers for tests: Dovecot and Postfix, each run with its own ports and folder.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeTestFolder } from '../../setup/test-folder.ts'

const here = fileURLToPath(new URL('.', import.meta.url))

/** Both servers need root to start. Null if they can run here, else why not. */
export function whyNoMailServers(): string | null {
  const missing = ['/usr/sbin/dovecot', '/usr/sbin/postfix', '/usr/bin/openssl', '/usr/lib/dovecot/lmtp'].filter(
    (file) => !existsSync(file),
  )
  if (missing.length > 0) return `not installed: ${missing.join(', ')}`
  return process.getuid?.() === 0 ? null : 'mail servers start as root only'
}

export interface MailServers {
  readonly folder: string
  readonly imapPort: number
  readonly imapsPort: number
  readonly smtpPort: number
  readonly lmtpPort: number
  /** Where Postfix delivers @direct.test: a server of the test's own may listen there. */
  readonly directPort: number
  /** Where Postfix hands over @handed.test, by LMTP. */
  readonly handedPort: number
  /** Where Dovecot takes letters of those who log in; 0 where no tokens were asked for. */
  readonly submissionPort: number
  /** The certificate of IMAPS, in PEM. */
  readonly certificate: string
  /** Ends Dovecot alone, as when a mailbox server vanishes. */
  stopDovecot(): Promise<void>
  startDovecot(): Promise<void>
  /** Makes a user's mailbox anew with the same mails: other numbers and another uidValidity. */
  renewMailbox(user: string): Promise<void>
  stop(): Promise<void>
}

/** Up in about two seconds. Users support@shop.test and anna@example.test, password "secret". `tokens`: they may log in by token as well. */
export async function startMailServers({ tokens = false } = {}): Promise<MailServers> {
  const folder = makeTestFolder()
  const [imapPort, imapsPort, lmtpPort, smtpPort, directPort, submissionPort, handedPort] = await freePorts(7)
  const ports = {
    IMAP_PORT: imapPort,
    IMAPS_PORT: imapsPort,
    LMTP_PORT: lmtpPort,
    SMTP_PORT: smtpPort,
    DIRECT_PORT: directPort,
    HANDED_PORT: handedPort,
    ...(tokens ? { SUBMISSION_PORT: submissionPort } : {}),
  }
  await run(
    path.join(here, 'start-mail.sh'),
    [folder],
    Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
  )
  const config = path.join(folder, 'dovecot/dovecot.conf')
  const stopDovecot = () => run(path.join(here, 'stop-mail.sh'), [folder, 'dovecot'])
  const startDovecot = () => run('/usr/sbin/dovecot', ['-c', config])
  return {
    folder,
    imapPort,
    imapsPort,
    smtpPort,
    lmtpPort,
    directPort,
    handedPort,
    submissionPort: tokens ? submissionPort : 0,
    certificate: readFileSync(path.join(folder, 'dovecot/cert.pem'), 'utf8'),
    stopDovecot,
    startDovecot,
    renewMailbox: async (user) => {
      const [name = '', domain = ''] = user.split('@')
      const maildir = path.join(folder, 'dovecot/home', domain, name, 'Maildir')
      await stopDovecot()
      for (const file of [
        'dovecot-uidlist',
        'dovecot-uidvalidity',
        'dovecot.index',
        'dovecot.index.log',
        'dovecot.index.cache',
        'dovecot.list.index',
        'dovecot.list.index.log',
      ]) {
        rmSync(path.join(maildir, file), { force: true })
      }
      // Dovecot makes the new uidValidity from the time in seconds.
      await new Promise((later) => setTimeout(later, 1100))
      await startDovecot()
    },
    stop: async () => {
      await run(path.join(here, 'stop-mail.sh'), [folder])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Seven = readonly [number, number, number, number, number, number, number]

/** Ports nobody uses now. All are held at once, so that they differ. */
async function freePorts(count: 7): Promise<Seven> {
  const held = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer()
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
      return server
    }),
  )
  const ports = held.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(held.map((server) => new Promise((closed) => server.close(closed))))
  return ports as unknown as Seven
}

/** Daemons keep an inherited pipe open, so nothing is piped but what goes wrong is told by the exit. */
async function run(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  const child = spawn(command, args, { stdio: 'ignore', env: { ...process.env, ...environment } })
  const code = await new Promise<number | null>((ended, failed) => child.once('exit', ended).once('error', failed))
  if (code !== 0) throw new Error(`${path.basename(command)} ${args.join(' ')} ended with ${String(code)}`)
}
