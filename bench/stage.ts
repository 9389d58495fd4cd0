// What the figures of intake stand on: one founded and filled desk in a process of its own, people signed in, a key, and a place letters go to.
import { existsSync, mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { startPostgres } from '../src/platform/database/launcher/start-postgres.ts'
import { type DeskProcess, startDeskProcess } from './desk/start-desk.ts'
import { addMailbox, foundCompany, founderAddress, makeApiKey, type Signed, signIn } from './desk/found-desk.ts'
import { type Inside, lookInside } from './desk/inside.sql.ts'
import type { BenchOptions } from './figure.ts'
import { messagesOf } from './seed/case-story.ts'
import { fillDesk, handlerAddress, settleTables } from './seed/fill-desk.ts'

export interface Stage {
  readonly options: BenchOptions
  readonly folder: string
  /** The desk under test, founded, filled and started. */
  desk(): Promise<Running>
  /** Stops the desk; the next `desk()` starts it again. */
  stopDesk(): Promise<void>
  /** A name no complaint of this run or an earlier one on the same desk has. */
  name(what: string): string
}

export interface Running {
  readonly process: DeskProcess
  readonly inside: Inside
  readonly key: string
  /** Where letters can be handed over. */
  readonly smtpPort: number
  readonly founder: Signed
  /** Handlers with cases of their own, signed in. */
  people(count: number): Promise<readonly Signed[]>
}

/** @param usualCases how many the desk is filled with, unless a quick trial is asked for */
export async function openStage(options: BenchOptions, usualCases = 100_000) {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'amends-bench-'))
  const cases = options.isSmall ? 2000 : usualCases
  const earlier = readNote(folder)
  const sink = await takeLetters(earlier?.smtpPort ?? 0)
  let running: Running | null = null
  let postgres = ''
  const runName = Date.now().toString(36)
  const stopDesk = async (): Promise<void> => {
    await running?.inside.close()
    await running?.process.stop()
    running = null
  }
  const desk = async (): Promise<Running> => {
    if (running) return running
    const key = await readyFolder(folder, cases, sink.port, options.say)
    running = await startRunning(folder, key, sink.port)
    postgres = await running.inside.version()
    return running
  }
  const facts = (): readonly string[] => [
    ...(options.isSmall ? ['SMALL'] : []),
    `node ${process.versions.node}`,
    `postgres ${postgres === '' ? 'not asked' : postgres}`,
    `${String(cpus().length)} cores (${cpus()[0]?.model.trim() ?? 'unknown'})`,
    `${String(Math.round(totalmem() / 2 ** 30))} GB`,
    `${String(cases)} cases`,
    `${String(messagesOf(cases))} messages`,
    ...(earlier ? ['and those of earlier runs'] : []),
  ]
  const close = async (): Promise<void> => {
    await stopDesk()
    await sink.close()
    if (options.folder === null) rmSync(folder, { recursive: true, force: true })
  }
  return { options, folder, desk, stopDesk, name: (what: string) => `${what}-${runName}`, facts, close }
}

async function startRunning(folder: string, key: string, smtpPort: number): Promise<Running> {
  const desk = await startDeskProcess(folder)
  try {
    const { port } = desk
    const people = (count: number): Promise<readonly Signed[]> =>
      Promise.all(Array.from({ length: count }, (_, at) => signIn(port, handlerAddress(at))))
    const inside = await lookInside(folder)
    return { process: desk, inside, key, smtpPort, people, founder: await signIn(port, founderAddress) }
  } catch (error) {
    await desk.stop()
    throw error
  }
}

interface Note {
  readonly key: string
  readonly smtpPort: number
}

const noteOf = (folder: string): string => join(folder, 'bench.json')
const readNote = (folder: string): Note | null =>
  existsSync(noteOf(folder)) ? (JSON.parse(readFileSync(noteOf(folder), 'utf8')) as Note) : null

/** Founds and fills the folder, once; answers the key for programs. */
async function readyFolder(
  folder: string,
  cases: number,
  smtpPort: number,
  say: (words: string) => void,
): Promise<string> {
  const note = readNote(folder)
  if (note) return note.key
  const key = await found(folder, smtpPort)
  const began = performance.now()
  const server = await startPostgres({ folder, listen: 'socket', log: say, settings: { max_wal_size: '4GB' } })
  try {
    await fillDesk(server.url, cases, Date.now())
    const filled = (performance.now() - began) / 1000
    await settleTables(server.url)
    say(
      `${String(cases)} cases filled in ${filled.toFixed(0)} s, settled in ${(performance.now() / 1000 - began / 1000 - filled).toFixed(0)} s`,
    )
  } finally {
    await server.stop()
  }
  const made: Note = { key, smtpPort }
  writeFileSync(noteOf(folder), JSON.stringify(made))
  return key
}

/** Founds the company in a desk of its own; answers a key for programs. */
async function found(folder: string, smtpPort: number): Promise<string> {
  const desk = await startDeskProcess(folder)
  try {
    const founder = await foundCompany(desk.port)
    // Nobody listens where its mailbox should be: it only sends.
    const address = 'desk@bench.test'
    await addMailbox(desk.port, founder, { address, user: address, imapPort: 9, smtpPort })
    return await makeApiKey(desk.port, founder)
  } finally {
    await desk.stop()
  }
}

/** A mail server that takes every letter and keeps none. */
async function takeLetters(wishedPort: number): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      stream.resume()
      stream.once('end', () => {
        done()
      })
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', () => {
      reject(new Error(`the desk in this folder sends its letters to port ${String(wishedPort)}, which is in use`))
    })
    server.listen(wishedPort, '127.0.0.1', resolve)
  })
  server.on('error', () => undefined) // a desk that is stopped cuts its connections
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('the mail server has no port')
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve)
      }),
  }
}
