// What tests of whole desks act with: data folders of a founded company, `amends start` as a process of its own, and requests to it.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildPages } from '../../src/commands/build-pages.ts'
import { projectFolder } from '../../src/config.ts'
import { databaseName, superuser, urlOf } from '../../src/platform/database/launcher/connection.ts'
import { freePort } from '../setup/desk.ts'
import { makeTestFolder } from '../setup/test-folder.ts'
import { ask } from './launcher-stage.ts'

export interface DeskProcess {
  readonly child: ChildProcess
  readonly url: string
  /** Everything it has written, to either output. */
  readonly said: () => string
  /** Its exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>
  /** Resolves once it is open; rejects with what it said when it ends before. */
  readonly open: Promise<void>
}

export interface DeskOrder {
  readonly folder?: string
  readonly port?: number
  readonly env?: Readonly<Record<string, string>>
  readonly role?: 'web' | 'worker'
  /** Said to `amends start` beside folder and port. */
  readonly words?: readonly string[]
}

export interface DeskStage {
  emptyFolder(): string
  /** A folder whose desk was founded and stopped; a copy, so that not every test pays for the founding. */
  foundedFolder(): Promise<string>
  /** Who was founded: the same in every copy. */
  founded(): Promise<Founded>
  start(order: DeskOrder): Promise<DeskProcess>
  /** Runs `amends WORDS` to its end. */
  amends(
    words: readonly string[],
    env?: Readonly<Record<string, string>>,
  ): Promise<{ code: number | null; said: string }>
  clean(): Promise<void>
}

export interface Founded {
  readonly cookie: string
  readonly csrf: string
  readonly key: string
}

export const firstRun = {
  ...{ company: 'Halden Home', kindOfBusiness: 'household goods', timeZone: 'Europe/Berlin', name: 'Amira Haddad' },
  ...{ email: 'amira@halden.example', password: 'a kettle that never leaks' },
  floor: { acknowledgeMinutes: 15, firstAnswerBusinessDays: 1, finalAnswerBusinessDays: 10 },
}

export function openDeskStage(): DeskStage {
  let home: string | undefined
  let model: Promise<{ folder: string; who: Founded }> | undefined
  const children: ChildProcess[] = []
  const emptyFolder = () => {
    home ??= makeTestFolder()
    chmodSync(home, 0o755)
    return mkdtempSync(join(home, 'd-'))
  }
  const run = (words: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const child = spawn(process.execPath, [join(projectFolder, 'src/main.ts'), ...words], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, AMENDS_LOG: 'info', ...env },
    })
    children.push(child)
    return listenTo(child)
  }
  const start = async ({ folder, port, env, role, words = [] }: DeskOrder): Promise<DeskProcess> => {
    const at = port ?? (await freePort())
    const where = folder === undefined ? [] : ['--data', folder]
    return {
      ...run(['start', ...where, '--port', String(at), ...(role === undefined ? [] : ['--role', role]), ...words], env),
      url: `http://127.0.0.1:${String(at)}`,
    }
  }
  const makeModel = async () => {
    await buildPages(join(projectFolder, 'web/dist'))
    const folder = emptyFolder()
    const desk = await start({ folder })
    await desk.open
    const who = await found(desk.url)
    await end(desk)
    return { folder, who }
  }
  return {
    emptyFolder,
    start,
    async foundedFolder() {
      const { folder } = await (model ??= makeModel())
      const copy = emptyFolder()
      execFileSync('cp', ['-a', `${folder}/.`, copy])
      return copy
    },
    founded: async () => (await (model ??= makeModel())).who,
    async amends(words, env) {
      const child = run(words, env)
      return { code: await child.ended, said: child.said() }
    },
    async clean() {
      for (const child of children) if (child.exitCode === null) child.kill('SIGKILL')
      await sleep(300) // their servers die with them
      if (home !== undefined) rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}

function listenTo(child: ChildProcess): Omit<DeskProcess, 'url'> {
  let text = ''
  let opened: () => void
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const open = new Promise<void>((resolve, reject) => {
    opened = resolve
    void ended.then(() => {
      reject(new Error(`the desk ended: ${text}`))
    })
  })
  open.catch(() => undefined) // a test may wait for the end instead
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      if (/Amends is open|works in the background/.test(text)) opened()
    })
  }
  return { child, said: () => text, ended, open }
}

/** Stops a desk as an operator does, and answers its exit code. */
export async function end(desk: DeskProcess): Promise<number | null> {
  desk.child.kill('SIGTERM')
  return desk.ended
}

/** Kills a desk as a crash would. */
export async function crash(desk: DeskProcess): Promise<void> {
  desk.child.kill('SIGKILL')
  await desk.ended
}

/** Founds the company over HTTP, and makes a key for programs. */
export async function found(url: string): Promise<Founded> {
  const founding = await fetch(`${url}/api/first-run`, json(firstRun))
  if (founding.status !== 201) throw new Error(`the founding was answered by ${String(founding.status)}`)
  const cookie = founding.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { csrfToken: csrf } = (await founding.json()) as { csrfToken: string }
  const made = await fetch(`${url}/api/api-keys`, json({ name: 'shop' }, { cookie, 'x-amends-csrf': csrf }))
  const { key } = (await made.json()) as { key: string }
  return { cookie, csrf, key }
}

export const json = (body: unknown, headers: Readonly<Record<string, string>> = {}, method = 'POST'): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
  signal: AbortSignal.timeout(60_000),
})

/** Hands a complaint in by the API; answers the status (0 where nobody answered) and what was said. */
export async function complain(url: string, { key }: Founded, text: string, more: object = {}) {
  const body = { from: { name: 'Mira', email: 'mira@customer.example' }, subject: 'Kettle', text, ...more }
  try {
    const answer = await fetch(`${url}/api/v1/complaints`, json(body, { authorization: `Bearer ${key}` }))
    return { status: answer.status, retryAfter: answer.headers.get('retry-after'), said: await answer.text() }
  } catch {
    return { status: 0, retryAfter: null, said: '' }
  }
}

/** Posts the web form as a browser without JavaScript does. */
export async function postForm(url: string, text: string) {
  const body = new FormData()
  for (const [name, value] of Object.entries({
    text,
    subject: '',
    email: 'sofia@customer.example',
    name: 'Sofia',
    website: '',
  }))
    body.set(name, value)
  const answer = await fetch(`${url}/form`, {
    method: 'POST',
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(60_000),
  })
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), said: await answer.text() }
}

/** Whether the desk says that it can store; false also when nobody answers. */
export const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/api/ready`, { signal: AbortSignal.timeout(15_000) }).then(
    (answer) => answer.status === 200,
    () => false,
  )

/** Waits until something is so, at most `seconds`; answers how many milliseconds it took. */
export async function until(what: () => boolean | Promise<boolean>, seconds: number, words: string): Promise<number> {
  const begin = performance.now()
  while (performance.now() - begin < seconds * 1000) {
    if (await what()) return Math.round(performance.now() - begin)
    await sleep(100)
  }
  throw new Error(`in ${String(seconds)} s it did not come about that ${words}`)
}

/** The superuser's URL of the server that a running desk keeps in a folder. */
export const serverUrl = (folder: string): string =>
  urlOf({
    ...{ host: join(folder, 'run'), port: 5432, user: superuser, database: databaseName },
    password: readFileSync(join(folder, 'password'), 'utf8'),
  })

/** The server's process, from its own note. */
export const serverPid = (folder: string): number => {
  const file = join(folder, 'pg/postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
}

/** Ends what a gone reader still has in hand: a record in reading is hidden from others for a minute, which no test should wait for. */
export const endLeases = (url: string): Promise<unknown> => ask(url, 'update unread_raw set due_at = now()')

/** Whether everything stored was read and worked: each record one message, each message in one case, nothing waiting.
 * @throws when anything is there twice */
export async function isWorkedOff(url: string): Promise<boolean> {
  const [counts] = await ask(
    url,
    `select (select count(*) from unread_raw)::int + (select count(*) from graphile_worker._private_jobs)::int as waiting,
            (select count(*)::int from inbound_raw) as records,
            (select count(*)::int from message where direction = 'in') as messages,
            (select count(*)::int from case_message join message using (organization_id, message_id) where direction = 'in') as counted,
            (select count(*)::int from (select case_id from case_message where meaning = 'acknowledgement' group by 1 having count(*) > 1) twice) as doubled`,
  )
  if (counts?.['waiting'] !== 0) return false
  const { records, messages, counted, doubled } = counts
  const isEach = messages === records && counted === records && doubled === 0
  if (!isEach) throw new Error(`not each record is one message of one case: ${JSON.stringify(counts)}`)
  return true
}
