// What the launcher's tests act with: data folders, desks in processes of their own, foreign processes and questions to a server.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import {
  startPostgres,
  type PostgresServer,
  type StartOptions,
} from '../../src/platform/database/launcher/start-postgres.ts'
import { serverUser } from '../../src/platform/database/launcher/server-user.ts'
import { isAlive, waitUntil } from '../../src/platform/database/launcher/processes.ts'
import { makeTestFolder } from '../setup/test-folder.ts'
import type { DeskOrder, DeskWord } from './launcher-desk.ts'

export type Running = Extract<DeskWord, { running: number }>

/** A desk process and everything it has said so far. */
export interface Desk {
  readonly child: ChildProcess
  readonly words: readonly DeskWord[]
  /** Its first word that it runs, or that it was refused. */
  readonly outcome: Promise<Running | string>
  readonly ended: Promise<void>
}

export interface Stage {
  /** An empty data folder. */
  emptyFolder(): string
  /** A data folder with a cluster that was cleanly stopped; a copy, so that not every test pays for initdb. */
  usedFolder(): Promise<string>
  start(options: Partial<StartOptions> & { folder: string }): Promise<PostgresServer>
  desk(order: DeskOrder, user?: number): Desk
  /** A process of another program, under the server's user unless said otherwise. Prints one line, returned, and then sleeps. */
  foreigner(script: string, who?: 'as ourselves'): Promise<{ pid: number; line: string }>
  /** Everything that any start of this stage has put in its log. */
  readonly said: string[]
  clean(): Promise<void>
}

export function openStage(deskFile = new URL('./launcher-desk.ts', import.meta.url).pathname): Stage {
  let home: string | undefined
  const said: string[] = []
  const servers: PostgresServer[] = []
  const children: ChildProcess[] = []
  let model: Promise<string> | undefined

  const emptyFolder = () => {
    home ??= makeTestFolder()
    chmodSync(home, 0o755)
    return mkdtempSync(join(home, 'd-'))
  }
  const start = async (options: Partial<StartOptions> & { folder: string }) => {
    const server = await startPostgres({ listen: 'socket', log: (sentence) => said.push(sentence), ...options })
    servers.push(server)
    return server
  }
  const makeModel = async () => {
    const folder = emptyFolder()
    const server = await start({ folder })
    await ask(server.url, `create table kept as select 'since the model' as word`)
    await server.stop()
    return folder
  }
  return {
    emptyFolder,
    async usedFolder() {
      const folder = emptyFolder()
      execFileSync('cp', ['-a', `${await (model ??= makeModel())}/.`, folder])
      return folder
    },
    start,
    desk(order, user) {
      const child = spawn(process.execPath, [deskFile, JSON.stringify(order)], {
        stdio: ['ignore', 'pipe', 'inherit'],
        ...(user === undefined ? {} : { uid: user, gid: user }),
      })
      children.push(child)
      return listenTo(child)
    },
    async foreigner(script, who) {
      const child = spawn('/bin/sh', ['-c', script], {
        ...(who ? {} : serverUser()),
        cwd: '/',
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      children.push(child)
      const line = await new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve))
      return { pid: child.pid ?? 0, line }
    },
    said,
    async clean() {
      for (const child of children) child.kill('SIGKILL')
      for (const server of servers) await server.stop().catch(() => undefined)
      if (home) rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}

function listenTo(child: ChildProcess): Desk {
  const words: DeskWord[] = []
  const ended = new Promise<void>((resolve) =>
    child.once('close', () => {
      resolve()
    }),
  )
  const outcome = new Promise<Running | string>((resolve) => {
    if (!child.stdout) throw new Error('the desk has no output')
    createInterface(child.stdout).on('line', (line) => {
      const word = JSON.parse(line) as DeskWord
      words.push(word)
      if ('running' in word) resolve(word)
      if ('refused' in word) resolve(word.refused)
    })
    void ended.then(() => {
      resolve('the desk ended without a word')
    })
  })
  return { child, words, outcome, ended }
}

/** The desk's server, or a failed test with the desk's reason. */
export async function running(desk: Desk): Promise<Running> {
  const outcome = await desk.outcome
  if (typeof outcome === 'string') throw new Error(outcome)
  return outcome
}

/** Kills the desk as a crash would, and waits until it is gone; its server may live on. */
export async function crash(desk: Desk): Promise<void> {
  desk.child.kill('SIGKILL')
  await desk.ended
}

export async function ask(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}

export const keptWord = async (url: string): Promise<unknown> => (await ask(url, 'select word from kept'))[0]?.word

export async function untilGone(pid: number): Promise<void> {
  if (!(await waitUntil(() => !isAlive(pid), 30))) throw new Error(`process ${String(pid)} is still there`)
}

export async function untilTrue(what: () => boolean): Promise<void> {
  if (!(await waitUntil(what, 30))) throw new Error('it did not come about in 30 s')
}

export const postmasterFile = (folder: string): string => join(folder, 'pg/postmaster.pid')

/** A postmaster.pid as a server of this folder would have left it, but with the number of another process. */
export const stalePostmaster = (folder: string, pid: number | string): string =>
  `${String(pid)}\n${join(folder, 'pg')}\n1700000000\n5432\n${join(folder, 'run')}\n\n  0\nready   \n`

export const linesOf = (file: string): string[] => (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [])
