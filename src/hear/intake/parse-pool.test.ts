// Poison mail ends a child, never us, and its neighbours are read all the same.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import type { RawRecord } from '../channels/channel.ts'
import { createParsePool } from './parse-pool.ts'
import type { ParsePool, ParsePoolOptions } from './parse-pool.ts'

const raw = (bytes: Uint8Array, more: Partial<RawRecord> = {}): RawRecord => ({
  key: 'k',
  bytes,
  mediaType: 'message/rfc822',
  receivedAt: new Date('2026-06-01T08:00:00Z'),
  proof: { kind: 'none' },
  ...more,
})
const plain = raw(readFileSync(new URL('../channels/mail/fixtures/plain.eml', import.meta.url)))
const crowd = `To: ${Array.from({ length: 100_000 }, (_, at) => `u${String(at)}@x.example`).join(',')}\r\nFrom: a@x.example\r\n\r\nx`

let pool: ParsePool | undefined
const open = (options: ParsePoolOptions = {}) => (pool = createParsePool(options))
afterEach(async () => {
  await pool?.close()
})

/** The parsing children of this process. */
function parsers(): readonly number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args=']).toString().split('\n')
  const own = lines.filter(
    (line) => line.trim().split(/\s+/)[1] === String(process.pid) && line.includes('parse-worker.ts'),
  )
  return own.map((line) => Number.parseInt(line, 10))
}

describe('the parse pool', () => {
  it('reads a mail in a child, bytes and dates whole, and starts nothing before', async () => {
    const own = open()
    expect(own.children()).toBe(0)
    const outcome = await own.parse('mail', plain)
    expect(outcome.kind === 'parsed' && outcome.inbound).toMatchObject({
      externalId: '<m1@example.test>',
      at: new Date('2026-06-01T07:30:00Z'),
    })
    expect(own.children()).toBe(1)
  })

  it('ends a mail that takes too much processor time, and reads its neighbours', async () => {
    const own = open({ cpuMs: 200, size: 1, memoryBytes: 2 ** 30 })
    const outcomes = await Promise.all(
      [plain, raw(Buffer.from(crowd)), plain].map((record) => own.parse('mail', record)),
    )
    expect(outcomes).toMatchObject([{ kind: 'parsed' }, { kind: 'failed', reason: 'timeout' }, { kind: 'parsed' }])
  })

  it('leaves a child to the others while one mail is slow', async () => {
    const own = open({ cpuMs: 60_000, wallMs: 60_000, size: 2, memoryBytes: 2 ** 31 })
    let isSlowDone = false
    const slow = own.parse('mail', raw(Buffer.from(crowd))).then(() => {
      isSlowDone = true
    })
    for (let at = 0; at < 3; at++) expect((await own.parse('mail', plain)).kind).toBe('parsed')
    expect(isSlowDone).toBe(false)
    await own.close()
    await slow
  })

  it('ends a mail that takes too long on the wall', async () => {
    const own = open({ wallMs: 100, size: 1, memoryBytes: 2 ** 30 })
    expect(await own.parse('mail', raw(Buffer.from(crowd)))).toMatchObject({
      kind: 'failed',
      reason: 'late',
      words: expect.stringContaining('0.1') as string,
    })
  })

  it('ends a mail that takes too much memory, and reads its neighbours', async () => {
    const own = open({ memoryBytes: 120 * 2 ** 20 })
    const outcomes = await Promise.all([raw(Buffer.from(crowd)), plain].map((record) => own.parse('mail', record)))
    expect(outcomes).toMatchObject([{ kind: 'failed', reason: 'memory' }, { kind: 'parsed' }])
  })

  it('says which limit a mail passes, and keeps the child', async () => {
    const own = open({ size: 1 })
    const words = 'The mail has 60 MB.'
    const record = raw(plain.bytes, { mediaType: 'text/rfc822-headers', proof: { kind: 'pulled', detail: words } })
    expect(await own.parse('mail', record)).toMatchObject({ kind: 'failed', reason: 'limits', words })
    expect(own.children()).toBe(1)
  })

  it('replaces a child that ended by itself, and says so of the mail it held', async () => {
    const own = open({ size: 1, memoryBytes: 2 ** 30 })
    await own.parse('mail', plain)
    const held = own.parse('mail', raw(Buffer.from(crowd)))
    for (const pid of parsers()) process.kill(pid, 'SIGTERM')
    expect(await held).toMatchObject({
      kind: 'failed',
      reason: 'crash',
      words: expect.stringContaining('SIGTERM') as string,
    })
    expect((await own.parse('mail', plain)).kind).toBe('parsed')
  })

  it('rests without children after a while', async () => {
    const own = open({ idleMs: 10 })
    await own.parse('mail', plain)
    await expect.poll(() => own.children(), { timeout: 10_000 }).toBe(0)
    expect((await own.parse('mail', plain)).kind).toBe('parsed')
  })

  it('refuses after it was closed', async () => {
    const own = open()
    await own.close()
    await expect(own.parse('mail', plain)).rejects.toThrow('closed')
    expect(own.children()).toBe(0)
  })
})
