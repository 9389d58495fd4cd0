// Anna at her own mail program, mutt: writes to the shop, and answers what the shop wrote. And what lies in her mailbox.
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ImapFlow } from 'imapflow'
import { mailChannel } from '../../../src/hear/channels/mail/mail.ts'
import type { Inbound } from '../../../src/hear/channels/channel.ts'
import { makeTestFolder } from '../../setup/test-folder.ts'
import type { MailServers } from './mail-servers.ts'

export const whyNoMutt = (): string | null => {
  const missing = ['/usr/bin/mutt', '/usr/bin/script'].filter((file) => !existsSync(file))
  return missing.length === 0 ? null : `not installed: ${missing.join(', ')}`
}

export interface Received {
  readonly raw: string
  readonly mail: Inbound
  /** A header's value with folding undone; null where there is none. */
  header(name: string): string | null
}

export interface Anna {
  write(subject: string, text: string, file?: { readonly name: string; readonly bytes: Uint8Array }): Promise<void>
  /** Answers the newest letter in her mailbox, quoting it, with `text` above. */
  reply(text: string): Promise<void>
  letters(): Promise<readonly Received[]>
  leave(): void
}

export function openAnna(servers: MailServers): Anna {
  const folder = makeTestFolder()
  const settings = path.join(folder, 'muttrc')
  writeFileSync(settings, muttSettings(servers, folder))
  return {
    write: async (subject, text, file) => {
      const words = path.join(folder, 'words')
      writeFileSync(words, text)
      const attached = file === undefined ? [] : ['-a', path.join(folder, file.name)]
      if (file !== undefined) writeFileSync(path.join(folder, file.name), file.bytes)
      await run('/usr/bin/mutt', ['-F', settings, '-s', subject, ...attached, '--', 'support@shop.test'], words)
    },
    reply: async (text) => {
      const editor = path.join(folder, 'editor')
      writeFileSync(path.join(folder, 'reply'), `${text}\n\n`)
      writeFileSync(editor, `#!/bin/sh\ncat '${folder}/reply' "$1" > "$1.n" && mv "$1.n" "$1"\n`)
      chmodSync(editor, 0o755)
      const keys = 'push "<last-entry><reply><send-message><exit>"'
      await run('/usr/bin/script', ['-qec', `mutt -F '${settings}' -e '${keys}'`, '/dev/null'], '/dev/null')
    },
    letters: () => lettersOf(servers, 'anna@example.test'),
    leave: () => {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Mutt reads her mailbox by IMAP, sends by SMTP, asks nothing and leaves nothing behind. */
const muttSettings = ({ imapPort, smtpPort }: MailServers, folder: string): string =>
  [
    `set folder="imap://anna%40example.test@127.0.0.1:${String(imapPort)}/"`,
    `set spoolfile="imap://anna%40example.test@127.0.0.1:${String(imapPort)}/INBOX"`,
    'set imap_user="anna@example.test" imap_pass="secret" ssl_starttls="no" ssl_force_tls="no"',
    `set smtp_url="smtp://127.0.0.1:${String(smtpPort)}/"`,
    'set from="anna@example.test" realname="Anna Brandt" use_from="yes" user_agent="yes" copy="no" record="" sort="mailbox-order"',
    `set editor="${folder}/editor" fast_reply="yes" include="yes" autoedit="yes" edit_headers="no"`,
    'set abort_nosubject="no" abort_unmodified="no" abort_noattach="no" confirmappend="no" quit="yes" sleep_time="0"',
    `set header_cache="" tmpdir="${folder}"`,
    '',
  ].join('\n')

async function run(command: string, args: readonly string[], input: string): Promise<void> {
  const child = spawn('/bin/sh', ['-c', 'exec timeout 60 "$0" "$@" <"$INPUT"', command, ...args], {
    stdio: 'ignore',
    env: { ...process.env, TERM: 'xterm', INPUT: input },
  })
  const code = await new Promise<number | null>((ended, failed) => child.once('exit', ended).once('error', failed))
  if (code !== 0) throw new Error(`${path.basename(command)} ended with ${String(code)}`)
}

/** Every mail in a mailbox, in the order of its arrival. */
export async function lettersOf(servers: Pick<MailServers, 'imapPort'>, user: string): Promise<readonly Received[]> {
  const letters: Received[] = []
  for (const source of await sourcesOf(servers, user)) {
    const raw = source.toString('latin1')
    const [mail] = await mailChannel.parse({
      key: '',
      bytes: source,
      mediaType: 'message/rfc822',
      receivedAt: new Date(0),
      proof: { kind: 'none' },
    })
    if (mail === undefined) throw new Error('a mail says nothing')
    letters.push({ raw, mail, header: (name) => headerOf(raw, name) })
  }
  return letters
}

/** The bytes of every mail in a mailbox as its server hands them out, in the order of their numbers. */
export async function sourcesOf(servers: Pick<MailServers, 'imapPort'>, user: string): Promise<readonly Buffer[]> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: servers.imapPort,
    secure: false,
    doSTARTTLS: false,
    auth: { user, pass: 'secret' },
    logger: false,
  })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.mailboxOpen('INBOX', { readOnly: true })
    const uids = await client.search({ all: true }, { uid: true })
    if (uids === false || uids === undefined || uids.length === 0) return []
    const sources: { uid: number; source: Buffer }[] = []
    for await (const { uid, source } of client.fetch('1:*', { uid: true, source: true }, { uid: true }))
      if (source !== undefined) sources.push({ uid, source })
    return sources.sort((a, b) => a.uid - b.uid).map(({ source }) => source)
  } finally {
    client.close()
  }
}

export function headerOf(raw: string, name: string): string | null {
  const head = (raw.split(/\r?\n\r?\n/, 1)[0] ?? '').replace(/\r?\n[ \t]+/g, ' ')
  const line = head.split(/\r?\n/).find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  return line === undefined ? null : line.slice(name.length + 1).trim()
}
