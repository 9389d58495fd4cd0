// Two desks that face each other: whatever one writes to the other, they soon have nothing more to say. Each sends by SMTP to a post office between them,
// which hands over to the other's door, and which here loses what tells a machine from a person.
import type { AddressInfo } from 'node:net'
import { createTransport } from 'nodemailer'
import { SMTPServer } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { freePort, type RunningDesk, startDesk } from '../setup/desk.ts'

interface Letter {
  readonly from: string
  readonly to: string
  readonly text: string
}

interface PostOffice {
  readonly port: number
  readonly carried: readonly Letter[]
  close(): Promise<void>
}

/** Hands each letter to the door of the desk it is for, changed as `change` says. */
async function openPostOffice(
  doorOf: ReadonlyMap<string, number>,
  change: (mail: string) => string,
): Promise<PostOffice> {
  const carried: Letter[] = []
  const handOver = async ({ from, to, text }: Letter): Promise<void> => {
    const port = doorOf.get(to.slice(to.lastIndexOf('@') + 1))
    if (port === undefined) throw new Error(`nobody knows ${to}`)
    const line = createTransport({ host: '127.0.0.1', port, ignoreTLS: true })
    await line.sendMail({ envelope: { from, to: [to] }, raw: text }).finally(() => {
      line.close()
    })
  }
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], disableReverseLookup: true, closeTimeout: 100 },
    onData: (stream, { envelope }, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.once('end', () => {
        const text = change(Buffer.concat(pieces).toString('latin1'))
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        const letters = envelope.rcptTo.map(({ address }) => ({ from, to: address, text }))
        carried.push(...letters)
        Promise.all(letters.map(handOver)).then(
          () => {
            done()
          },
          (error: unknown) => {
            done(error instanceof Error ? error : new Error(String(error)))
          },
        )
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening)
  })
  return {
    ...{ port: (server.server.address() as AddressInfo).port, carried },
    close: () =>
      new Promise((closed) => {
        server.close(closed)
      }),
  }
}

async function call(desk: RunningDesk, who: Readonly<Record<string, string>>, path: string, body: object) {
  const answer = await fetch(`${desk.url}${path}`, {
    ...{ method: 'POST', body: JSON.stringify(body) },
    headers: { 'content-type': 'application/json', ...who },
  })
  const words = await answer.text()
  if (!answer.ok) throw new Error(`${path}: ${words}`)
  return {
    answer: JSON.parse(words) as { readonly csrfToken?: string },
    cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '',
  }
}

/** Founds a company with one mailbox, `help@` its domain: handed over by SMTP, sent by the post office. */
async function found(desk: RunningDesk, domain: string, port: number): Promise<void> {
  const { answer, cookie } = await call(desk, {}, '/api/first-run', {
    ...{ company: domain, kindOfBusiness: 'kitchen shop', timeZone: 'Europe/Berlin', name: 'Amira Haddad' },
    ...{ password: 'a quiet harbour at noon', email: `amira@${domain}` },
    floor: { acknowledgeMinutes: 15, firstAnswerBusinessDays: 1, finalAnswerBusinessDays: 10 },
  })
  await call(desk, { cookie, 'x-amends-csrf': answer.csrfToken ?? '' }, '/api/channels/mail', {
    ...{ name: 'Help', address: `help@${domain}`, displayName: domain, trustedAuthservId: null, imap: null },
    smtp: { host: '127.0.0.1', port, security: 'none', user: null, password: null },
  })
}

interface Facing {
  readonly desks: readonly RunningDesk[]
  readonly office: PostOffice
  clock: { aheadMs: number }
}

async function face(change: (mail: string) => string): Promise<Facing> {
  const clock = { aheadMs: 0 }
  const ports = [await freePort(), await freePort()]
  const domains = ['north.example', 'south.example']
  const office = await openPostOffice(new Map(domains.map((domain, at) => [domain, ports[at] ?? 0])), change)
  const desks: RunningDesk[] = []
  for (const [at, domain] of domains.entries()) {
    const now = () => new Date(Date.now() + clock.aheadMs)
    const desk = await startDesk({ smtpPort: ports[at] ?? 0, clock: { now } })
    desks.push(desk)
    await found(desk, domain, office.port)
  }
  return { desks, office, clock }
}

/** Somebody writes to the second desk in the name of the first. */
async function writeAs(facing: Facing, headers: Readonly<Record<string, string>> = {}): Promise<void> {
  const line = createTransport({ host: '127.0.0.1', port: facing.office.port, ignoreTLS: true })
  await line.sendMail({
    ...{ from: 'help@north.example', to: 'help@south.example', subject: 'Our kettles leak' },
    ...{ text: 'The last delivery of kettles leaks. Please replace it.', headers },
  })
  line.close()
}

/** Hours pass, with time for what is on its way. */
async function letHoursPass({ desks, clock }: Facing, hours: number): Promise<void> {
  for (let hour = 0; hour < hours; hour += 1) {
    clock.aheadMs += 3_600_000
    await Promise.all(desks.map((desk) => desk.tick()))
    await new Promise((passed) => setTimeout(passed, 150))
  }
}

const countIn = async (desk: RunningDesk | undefined, table: 'message' | 'cases'): Promise<number> => {
  const answer = await desk?.desk.house.ownerPool.query<{ count: string }>(`select count(*) from ${table}`)
  return Number(answer?.rows[0]?.count)
}
/** Who wrote what the desks themselves wrote, in order. */
const writers = ({ office }: Facing): readonly string[] =>
  office.carried.slice(1).map(({ from }) => from.slice(from.lastIndexOf('@') + 1))

let facing: Facing | null = null
afterEach(async () => {
  for (const desk of facing?.desks ?? []) await desk.stop()
  await facing?.office.close()
  facing = null
})

const withoutMarks = (mail: string): string =>
  mail.replace(/^(Auto-Submitted|X-Auto-Response-Suppress|Precedence): .*\r\n/gim, '')
const withoutThread = (mail: string): string =>
  withoutMarks(mail).replace(/^(In-Reply-To|References):.*\r\n([ \t].*\r\n)*/gim, '')

test('two desks say nothing to each other’s automatic letters: one letter and its acknowledgement, and no case is made of that', async () => {
  facing = await face((mail) => mail)
  const { desks, office } = facing
  await writeAs(facing)
  await expect.poll(() => office.carried.length, { timeout: 15_000 }).toBe(2)
  await letHoursPass(facing, 10)
  expect(writers(facing)).toEqual(['south.example'])
  expect(office.carried[1]?.text).toContain('Auto-Submitted: auto-replied')
  expect(await countIn(desks[1], 'cases')).toBe(1)
  expect(await countIn(desks[0], 'cases')).toBe(0)
})

for (const [name, change] of [
  ['the marks of a machine', withoutMarks],
  ['the marks of a machine and the thread', withoutThread],
] as const)
  test(`where a post office loses ${name}, each of two desks acknowledges once, and that is the end`, async () => {
    facing = await face(change)
    const { office } = facing
    await writeAs(facing)
    await expect.poll(() => office.carried.length, { timeout: 15_000 }).toBe(3)
    await letHoursPass(facing, 10)
    expect(writers(facing)).toEqual(['south.example', 'north.example'])
  })
