// Every hostile mail ends as a message or as a failure with a reason, within its time and memory; the process never ends.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { mailKey } from '../../src/hear/channels/mail/mail-key.ts'
import { createParsePool } from '../../src/hear/intake/parse-pool.ts'
import type { ParseOutcome } from '../../src/hear/intake/parse-pool.ts'
import { limitsFor } from '../../src/hear/intake/parse-protocol.ts'
import { bombs, corpusMails, dataMails, hasCorpus, shared } from './mail-files.ts'
import type { HostileMail } from './mail-files.ts'

/** Two are from people; the first is an abuse report in a plain form, without any sign but its words. */
const notRecognised: readonly string[] = ['bsd_arf-22.eml', 'not_is-not-bounce-01.eml', 'not_is-not-bounce-02.eml']

const pool = createParsePool()
afterAll(() => pool.close())

interface Result {
  readonly name: string
  readonly size: number
  readonly outcome: ParseOutcome
}

async function parseAll(mails: readonly HostileMail[]): Promise<readonly Result[]> {
  const receivedAt = new Date('2026-06-01T08:00:00Z')
  return Promise.all(
    mails.map(async ({ name, bytes }) => {
      const raw = {
        key: mailKey(bytes),
        bytes,
        mediaType: 'message/rfc822',
        receivedAt,
        proof: { kind: 'none' as const },
      }
      return { name, size: bytes.length, outcome: await pool.parse('mail', raw) }
    }),
  )
}

function tell(what: string, results: readonly Result[]): void {
  const failures = results.filter(({ outcome }) => outcome.kind === 'failed')
  const worst = (figure: 'cpu' | 'memory') =>
    [...results].sort((a, b) => (b.outcome[figure] ?? 0) - (a.outcome[figure] ?? 0))[0]
  const slowest = worst('cpu')
  const largest = worst('memory')
  console.log(
    `${what}: ${String(results.length)} read, ${String(failures.length)} failed with a reason; ` +
      `most time ${String(Math.round(slowest?.outcome.cpu ?? 0))} ms (${slowest?.name ?? ''}), ` +
      `most memory ${String(Math.round((largest?.outcome.memory ?? 0) / 2 ** 20))} MiB (${largest?.name ?? ''})`,
  )
  for (const { name, outcome } of failures)
    if (outcome.kind === 'failed') console.log(`  ${name}: ${outcome.reason}: ${outcome.words}`)
}

/** 2 s of processor time and 256 MiB for a mail of the usual size. Both are looked at every 20 ms, on a busy machine later, and what a
 * parser takes between two looks is beyond. */
function isBeyond({ size, outcome: { cpu, memory } }: Result): boolean {
  const allowed = limitsFor(size, { cpuMs: 2000, wallMs: 0, memoryBytes: 256 * 2 ** 20 })
  return (cpu ?? 0) > allowed.cpuMs * 1.25 || (memory ?? 0) > allowed.memoryBytes * 1.25
}

/** Nothing in a parsed mail may be refused by PostgreSQL or by JSON. */
function unstorable({ outcome }: Result): boolean {
  if (outcome.kind !== 'parsed') return outcome.words === ''
  const { attachments, ...words } = outcome.inbound
  const all = JSON.stringify([words, attachments.map((file) => [file.name, file.mediaType, file.contentId])])
  return (
    all.includes('\\u0000') ||
    /\\ud[89a-f]/i.test(all) ||
    outcome.inbound.addressedTo.some((address) => !address.includes('@'))
  )
}

describe.skipIf(!hasCorpus)('the hostile corpus (skipped where ../shared is absent)', () => {
  it('mails of the wild and of the torture chamber are all read', async () => {
    const mails = [...corpusMails(['mime', 'mime-spoof-spam', 'bounces', 'quoting', 'autoreply']), ...dataMails()]
    const results = await parseAll(mails)
    tell('corpus', results)
    expect(results.length).toBeGreaterThan(1800)
    expect(results.filter(({ outcome }) => outcome.kind === 'failed').map(({ name }) => name)).toEqual([])
    expect(results.filter(isBeyond).map(({ name }) => name)).toEqual([])
    expect(results.filter(unstorable).map(({ name }) => name)).toEqual([])
  })

  it('bombs are read or fail with a reason, and a mail among them is read', async () => {
    const plain = { name: 'neighbour', bytes: Buffer.from('From: a@b.test\r\n\r\nhello') }
    const results = await parseAll(bombs().flatMap((bomb) => [bomb, plain]))
    tell('bombs', results)
    expect(results.filter(({ name, outcome }) => name === 'neighbour' && outcome.kind === 'failed')).toEqual([])
    expect(results.filter(({ outcome }) => outcome.kind === 'failed' && outcome.reason === 'crash')).toEqual([])
    expect(results.filter(isBeyond).map(({ name }) => name)).toEqual([])
    expect(results.filter(unstorable).map(({ name }) => name)).toEqual([])
  })

  it('of 509 real reports of undelivered mail, none would be answered by a machine', async () => {
    const results = await parseAll(corpusMails(['bounces']))
    const answered = results.filter(
      ({ outcome }) => outcome.kind !== 'parsed' || outcome.inbound.machine.mayAnswerAutomatically,
    )
    const named = results.filter(
      ({ outcome }) => outcome.kind === 'parsed' && outcome.inbound.delivery?.recipient != null,
    )
    console.log(
      `bounces: ${String(answered.length)} of ${String(results.length)} not recognised; address found in ${String(named.length)}`,
    )
    for (const { name, outcome } of answered)
      console.log(`  ${name}: ${outcome.kind === 'parsed' ? String(outcome.inbound.subject) : outcome.words}`)
    expect(results).toHaveLength(509)
    expect(answered.map(({ name }) => name.replace(/.*maildir_/, ''))).toEqual(notRecognised)
  })

  it('texts made to keep expressions busy are read in time, wherever they stand', async () => {
    const folder = path.join(shared, 'corpus/redos')
    const specs = readdirSync(folder).flatMap(
      (file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as readonly Spec[],
    )
    const mails = specs.flatMap(mailsOf)
    const results = await parseAll(mails)
    tell('slow texts', results)
    const slow = slowOf(results)
    // A busy machine counts more processor time for the same work: what was slow among others is read once more, alone.
    for (const name of slow) expect(slowOf(await parseAll(mails.filter((mail) => mail.name === name)))).toEqual([])
    expect(slow.length).toBeLessThan(5)
  })
})

/** Names of what was not read for want of time or memory. */
const slowOf = (results: Awaited<ReturnType<typeof parseAll>>): readonly string[] =>
  results.flatMap(({ name, outcome }) => (outcome.kind === 'failed' && outcome.reason !== 'limits' ? [name] : []))

interface Spec {
  readonly id: string
  readonly prefix: string
  readonly repeat: string
  readonly times: number
  readonly suffix: string
}

function mailsOf(spec: Spec): readonly HostileMail[] {
  const text = spec.prefix + spec.repeat.repeat(spec.times) + spec.suffix
  const line = text.replace(/[\r\n]/g, ' ')
  const place = (where: string, headers: string, body: string) => ({
    name: `${spec.id} ${where}`,
    bytes: Buffer.from(`${headers}\r\n\r\n${body}`),
  })
  return [
    place('text', 'From: a@b.test', text),
    place('html', 'From: a@b.test\r\nContent-Type: text/html', text),
    place('subject', `From: a@b.test\r\nIn-Reply-To: <1@b>\r\nSubject: ${line}`, 'x'),
    place('name', `From: "${line}" <a@b.test>`, 'x'),
    place('type', `From: a@b.test\r\nContent-Type: text/plain; name="${line}"\r\nReferences: ${line}`, 'x'),
  ]
}
