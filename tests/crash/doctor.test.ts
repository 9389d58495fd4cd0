// `amends doctor`: all is well where it is, and each fault is said in words with exit code 1. It changes nothing.
import { execFileSync } from 'node:child_process'
import { existsSync, renameSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { doctorCommand } from '../../src/commands/doctor.ts'
import { cloneDatabase } from '../setup/database.ts'
import { freePort } from '../setup/desk.ts'
import { ask } from './launcher-stage.ts'
import * as act from './desk-stage.ts'

const stage = act.openDeskStage()
afterAll(() => stage.clean())

async function see(folder: string, env: Readonly<Record<string, string>> = {}, port?: number) {
  return stage.amends(['doctor', '--data', folder, '--port', String(port ?? (await freePort()))], env)
}

/** Every file of a folder with its change time, but the log and what PostgreSQL itself writes at each start. */
const stateOf = (folder: string): string =>
  execFileSync(
    'find',
    [folder, '-maxdepth', '1', '-type', 'f', '!', '-name', 'postgres.log', '-printf', '%f %s %T@\n'],
    {
      encoding: 'utf8',
    },
  )

test('a healthy desk, stopped and running: all is well, nothing is changed', async () => {
  const folder = await stage.foundedFolder()
  const before = stateOf(folder)
  const stopped = await see(folder)
  expect(stopped.said).toMatch(/ok {5}database: answers[^]*All is well\./)
  expect(stopped.said).not.toContain('WRONG')
  expect(stopped.code).toBe(0)
  expect(stateOf(folder)).toBe(before)
  expect(act.serverPid(folder)).toBe(0)
  const desk = await stage.start({ folder })
  await desk.open
  const running = await see(folder, {}, Number(new URL(desk.url).port))
  expect(running.said).toMatch(/in use by a running desk[^]*All is well\./)
  expect(running.code).toBe(0)
  expect(await act.isReady(desk.url)).toBe(true)
  expect(await act.end(desk)).toBe(0)
})

test('no folder yet, a foreign program on the port, a missing key: each in words', async () => {
  const nowhere = join(stage.emptyFolder(), 'nowhere')
  const absent = await see(nowhere)
  expect(absent.said).toMatch(/WRONG {2}data folder .*does not exist yet; "npm start" makes it/)
  expect(absent.code).toBe(1)
  expect(existsSync(nowhere)).toBe(false)

  const folder = await stage.foundedFolder()
  const port = await freePort()
  const other = createServer().listen(port, '127.0.0.1')
  renameSync(join(folder, 'sealing-key'), join(folder, 'key-put-away'))
  const harmed = await see(folder, {}, port)
  other.close()
  expect(harmed.said).toMatch(/WRONG {2}sealing key: .*put it back from your backup/)
  expect(harmed.said).toMatch(/WRONG {2}port \d+: another program uses it; choose another with --port/)
  expect(harmed.said).toMatch(/2 things are wrong\./)
  expect(harmed.code).toBe(1)
  expect(existsSync(join(folder, 'sealing-key'))).toBe(false)
})

test('on a DATABASE_URL: schema, protection, channels, jobs and mail that is stuck, all in one look', async () => {
  const database = await cloneDatabase()
  const env = { DATABASE_URL: database.url, AMENDS_SEALING_KEY: '07'.repeat(32) }
  const folder = stage.emptyFolder()
  try {
    const well = await see(folder, env)
    expect(well.said).toMatch(/All is well\./)
    expect(well.code).toBe(0)
    const desk = await stage.start({ folder, env })
    await desk.open
    await act.found(desk.url)
    expect(await act.end(desk)).toBe(0)
    for (const harm of [
      `insert into schema_migration values (9999, '9999_next.sql', 'x')`,
      `update channel set state = 'failing', state_detail = 'The mailbox does not take the password.' where kind = 'form'`,
      `alter table cases disable row level security`,
      `select graphile_worker.add_job('no-such-task', max_attempts := 1)`,
      `update graphile_worker._private_jobs set attempts = max_attempts`,
    ])
      await ask(database.url, harm)
    const harmed = await see(folder, env)
    expect(harmed.said).toMatch(/WRONG {2}schema 9999: it was written by a newer Amends; start that one/)
    expect(harmed.said).toMatch(/WRONG {2}row-level security: it is off for cases/)
    expect(harmed.said).toMatch(/WRONG {2}channels: Web form: The mailbox does not take the password\./)
    expect(harmed.said).toMatch(/WRONG {2}failed jobs: 1 used up their tries/)
    expect(harmed.said).toMatch(/4 things are wrong\./)
    expect(harmed.code).toBe(1)
    const away = new URL(database.url)
    away.port = '1'
    const unreachable = await see(folder, { ...env, DATABASE_URL: away.href })
    expect(unreachable.said).toMatch(/WRONG {2}database: .*nobody listens at 127\.0\.0\.1:1/)
    expect(unreachable.said).not.toContain(away.password)
    expect(unreachable.code).toBe(1)
  } finally {
    await database.drop()
  }
})

test('pages that are not built, and a disk that is nearly full', async (context) => {
  const small = stage.emptyFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', small], { stdio: 'ignore' })
  } catch {
    context.skip(true, 'this user may not mount a small disk')
  }
  const said: string[] = []
  const write = process.stdout.write.bind(process.stdout)
  const code = process.exitCode
  process.stdout.write = (text: string | Uint8Array) => said.push(text.toString()) > 0
  try {
    const config = readConfig({ data: small, port: String(await freePort()) }, { DATABASE_URL: '' })
    await doctorCommand({ ...config, webFolder: join(small, 'no-pages') })
  } finally {
    process.stdout.write = write
    process.exitCode = code
    execFileSync('umount', ['-l', small])
  }
  const text = said.join('')
  expect(text).toMatch(/WRONG {2}web pages: they are not built/)
  expect(text).toMatch(/WRONG {2}room on its disk: 2 MB: less than 1 GB is left/)
})

test('keys of reply addresses are rotated while the desk runs, and the audit trail says so', async () => {
  const folder = await stage.foundedFolder()
  const desk = await stage.start({ folder })
  await desk.open
  const url = act.serverUrl(folder)
  const keys =
    "select version, retired_at is null as valid from organization_key where purpose = 'reply-token' order by 1"
  for (const said of [1, 2, 3]) {
    const { code } = await stage.amends(['rotate-keys', '--data', folder])
    expect([said, code]).toEqual([said, 0])
  }
  const rows = await ask(url, keys)
  expect(rows.filter((row) => row['valid'])).toHaveLength(2)
  expect(rows.at(-1)).toMatchObject({ valid: true })
  expect(rows.length).toBeGreaterThanOrEqual(3)
  const [noted] = await ask(url, "select count(*)::int as n from audit_entry where action = 'reply-keys.rotated'")
  expect(noted?.['n']).toBe(3)
  expect((await stage.amends(['verify-audit', '--data', folder])).code).toBe(0)
  expect(await act.end(desk)).toBe(0)
})
