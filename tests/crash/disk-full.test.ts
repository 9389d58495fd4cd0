// A full disk: nothing is called stored that is not, everybody is told in words, the mailbox's place stays, and it recovers by itself.
import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { afterAll, expect, test } from 'vitest'
import { systemRandom } from '../../src/shared/random.ts'
import { type MailServers, startMailServers, whyNoMailServers } from '../peers/mail/mail-servers.ts'
import { ask } from './launcher-stage.ts'
import * as act from './desk-stage.ts'

const stage = act.openDeskStage()
const mounted: string[] = []
let mail: MailServers | undefined
afterAll(async () => {
  await mail?.stop()
  for (const folder of mounted) execFileSync('umount', ['-l', folder])
  await stage.clean()
})

/** A file system of its own, of some megabytes; null where this user may not mount one. */
function smallDisk(megabytes: number): string | null {
  const folder = stage.emptyFolder()
  const size = `size=${String(megabytes)}m,mode=755`
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  mounted.push(folder)
  return folder
}

/** Writes until there is no room for one more byte. */
function fill(file: string): void {
  const handle = openSync(file, 'a')
  for (let size = 1_048_576; size >= 1; size = Math.floor(size / 2)) {
    const block = Buffer.alloc(size, 1)
    try {
      for (;;) writeSync(handle, block)
    } catch {
      // no room for a block of this size; perhaps for a smaller one
    }
  }
  closeSync(handle)
}

/** 20 KB that no compression makes small. */
const words = (): string => Buffer.from(systemRandom.bytes(15_000)).toString('base64')

async function annaWrites(subject: string): Promise<void> {
  const anna = createTransport({ host: '127.0.0.1', port: mail?.smtpPort, ignoreTLS: true })
  await anna.sendMail({ from: 'anna@example.test', to: 'support@shop.test', subject, text: words() })
  anna.close()
}

const mailbox = (servers: MailServers) => ({
  ...{ name: 'Support', address: 'support@shop.test', displayName: 'Halden Home', trustedAuthservId: null },
  imap: { host: '127.0.0.1', port: servers.imapPort, security: 'none', user: 'support@shop.test', password: 'secret' },
  smtp: { host: '127.0.0.1', port: servers.smtpPort, security: 'none', user: null, password: null },
})

test('a full disk is told as 503 in words; nothing is lost, and it is over as soon as there is room', async (context) => {
  const disk = smallDisk(260)
  context.skip(disk === null, 'this user may not mount a small disk')
  const folder = join(disk ?? '', 'data')
  const ballast = join(folder, 'ballast')
  mkdirSync(folder, { mode: 0o755 })
  execFileSync('cp', ['-a', `${await stage.foundedFolder()}/.`, folder])
  const who = await stage.founded()
  const desk = await stage.start({ folder })
  await desk.open
  const sql = (statement: string) => ask(act.serverUrl(folder), statement)
  const stored: string[] = []
  const refused: Awaited<ReturnType<typeof act.complain>>[] = []
  const complain = async (): Promise<void> => {
    const text = words()
    const answer = await act.complain(desk.url, who, text)
    if (answer.status === 202) stored.push(text)
    else refused.push(answer)
  }
  await complain()
  expect(stored).toHaveLength(1)
  const cursor = async () => JSON.stringify(await sql(`select cursor from channel where kind = 'mail'`))
  const mails = async () => (await sql(`select 1 from inbound_raw where media_type = 'message/rfc822'`)).length
  if (whyNoMailServers() === null) {
    mail = await startMailServers()
    await annaWrites('before')
    const added = await fetch(
      `${desk.url}/api/channels/mail`,
      act.json(mailbox(mail), { cookie: who.cookie, 'x-amends-csrf': who.csrf }),
    )
    expect(added.status).toBe(201)
    await act.until(async () => (await mails()) === 1, 30, 'the mail is stored')
  }

  const before = await cursor()
  fill(ballast)
  if (mail) await annaWrites('while it is full')
  for (let tries = 0; tries < 400 && refused.length < 20; tries++) await complain()
  const form = await act.postForm(desk.url, 'A form that is not lost')
  expect(form).toMatchObject({ status: 503, retryAfter: '30' })
  expect(form.said).toMatch(/no room left on the disk[^]*A form that is not lost/)
  expect(refused.some(({ said }) => said.includes('no room left on the disk'))).toBe(true)
  expect(await cursor()).toBe(before)

  // Worse: no room for the log either, so that PostgreSQL itself goes down and cannot come up.
  const pid = act.serverPid(folder)
  for (let tries = 0; tries < 50 && act.serverPid(folder) === pid; tries++) {
    await sql('select pg_switch_wal()').catch(() => undefined)
    fill(ballast)
    await complain()
  }
  expect(refused.map(({ status }) => status).filter((status) => status !== 503)).toEqual([])
  for (const { said, retryAfter } of refused) {
    expect(said).toMatch(/no room left on the disk|database cannot be reached/)
    expect(retryAfter).toBe('30')
  }
  expect(desk.child.exitCode).toBe(null)

  rmSync(ballast)
  const after = words()
  const recovered = await act.until(
    async () => (await act.complain(desk.url, who, after)).status === 202,
    60,
    'it stores',
  )
  if (mail) await act.until(async () => (await mails()) === 2, 60, 'the mail that came meanwhile is stored')
  console.log(
    `disk full: ${String(refused.length)} refused, server ${act.serverPid(folder) === pid ? 'stayed' : 'went down and came again'}, stored again ${String(recovered)} ms after there was room`,
  )
  const rows = await sql(
    `select convert_from(bytes, 'UTF8')::jsonb->>'text' as text from inbound_raw where media_type <> 'message/rfc822'`,
  )
  const kept = rows.map(({ text }) => text)
  expect([...stored, after].filter((text) => !kept.includes(text)).length).toBe(0)
  expect(kept).toHaveLength(stored.length + 1)
  if (mail) expect(await cursor()).not.toBe(before)
  expect(await act.end(desk)).toBe(0)
})

test('an export to a full disk ends with one sentence, and leaves nothing', async (context) => {
  const disk = smallDisk(1)
  context.skip(disk === null, 'this user may not mount a small disk')
  const at = disk ?? ''
  const folder = await stage.foundedFolder()
  fill(join(at, 'ballast'))
  const { code, said } = await stage.amends(['export', join(at, 'all.jsonl'), '--data', folder])
  expect(said).toBe(
    `amends: There is no room on the disk for ${join(at, 'all.jsonl')}; nothing of it was left behind.\n`,
  )
  expect(code).toBe(1)
  expect(readdirSync(at)).toEqual(['ballast'])
  rmSync(join(at, 'ballast'))
  const again = await stage.amends(['export', join(at, 'all.jsonl'), '--data', folder])
  expect(again).toMatchObject({ code: 0, said: expect.stringMatching(/^Exported \d+ rows to /) as string })
})
