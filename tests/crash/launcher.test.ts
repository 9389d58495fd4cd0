// The launcher on a real PostgreSQL: what a start promises, and what it refuses in words. After crashes: launcher-killed.test.ts.
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isAlive } from '../../src/platform/database/launcher/processes.ts'
import { isReachableByOthers, isRoot } from '../../src/platform/database/launcher/server-user.ts'
import * as act from './launcher-stage.ts'

const stage = act.openStage()
afterAll(() => stage.clean())

test('a fresh folder gets a durable, checksummed cluster that nobody enters without the password', async () => {
  const folder = stage.emptyFolder()
  const server = await stage.start({ folder, settings: { fsync: 'off', work_mem: '5MB' } })
  const names = ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'work_mem', 'listen_addresses']
  const settings = await act.ask(
    server.url,
    `select name, setting from pg_settings where name in ('${names.join("','")}')`,
  )
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    data_checksums: 'on',
    work_mem: '5120',
    listen_addresses: '',
  })
  expect(server.connection).toMatchObject({ user: 'amends', database: 'amends', host: join(folder, 'run') })
  expect(server.adopted).toBe(false)
  expect(statSync(join(folder, 'password')).mode & 0o777).toBe(0o600)
  expect(statSync(join(folder, 'pg')).mode & 0o777).toBe(0o700)
  const wrong = server.url.replace(server.connection.password, 'guess')
  await expect(act.ask(wrong, 'select 1')).rejects.toThrow(/password authentication failed/)
  await server.stop()
  expect(isAlive(server.pid)).toBe(false)
  expect(readdirSync(folder)).not.toContain('owner')
})

test('a restart keeps the data, and stopping twice is stopping once', async () => {
  const folder = await stage.usedFolder()
  const server = await stage.start({ folder, listen: 'tcp' })
  expect(server.connection.host).toBe('127.0.0.1')
  expect(await act.keptWord(server.url)).toBe('since the model')
  await Promise.all([server.stop(), server.stop()])
  await server.ended
})

test('a second desk on the same folder is refused with words that name the first', async () => {
  const folder = await stage.usedFolder()
  const first = stage.desk({ folder, listen: 'socket' })
  await act.running(first)
  const pid = String(first.child.pid)
  await expect(stage.start({ folder })).rejects.toThrow(
    new RegExp(`in use by process ${pid} \\(.*launcher-desk.*--data`, 's'),
  )
  expect(await stage.desk({ folder, listen: 'socket' }).outcome).toContain(`in use by process ${pid}`)
  await act.crash(first)
})

test('SIGTERM to the desk stops the server in order', async () => {
  const folder = await stage.usedFolder()
  const desk = stage.desk({ folder, listen: 'tcp' })
  const { running } = await act.running(desk)
  desk.child.kill('SIGTERM')
  await desk.ended
  expect(desk.child.exitCode).toBe(0)
  expect(isAlive(running)).toBe(false)
  expect(existsSync(act.postmasterFile(folder))).toBe(false)
  expect(existsSync(join(folder, 'owner'))).toBe(false)
  expect(act.linesOf(join(folder, 'postgres.log')).at(-2)).toMatch(/database system is shut down/)
})

test('an ordinary user starts a desk of its own', async (context) => {
  context.skip(isRoot() && !isReachableByOthers(process.cwd()), 'the project lies in a closed folder')
  const nobody = 65534
  const folder = stage.emptyFolder()
  if (isRoot()) chownSync(folder, nobody, nobody)
  const desk = stage.desk({ folder, listen: 'socket' }, isRoot() ? nobody : undefined)
  const server = await act.running(desk)
  expect(server.uid).not.toBe(0)
  expect(await act.ask(server.url, 'select current_user as name')).toEqual([{ name: 'amends' }])
  expect(statSync(join(folder, 'pg')).uid).toBe(server.uid)
  desk.child.kill('SIGTERM')
  await desk.ended
  if (isRoot()) await expect(stage.start({ folder })).rejects.toThrow(/belongs to user number 65534/)
})

test('a folder too deep for a socket is served over loopback, with a word', async () => {
  const folder = join(await stage.usedFolder(), 'deep'.repeat(30))
  const server = await stage.start({ folder })
  expect(server.connection.host).toBe('127.0.0.1')
  expect(stage.said.at(-1)).toMatch(/too long for a socket/)
  await server.stop()
})

test.each([
  ['pg/PG_VERSION', '19', /newer PostgreSQL 19/],
  ['pg/PG_VERSION', '17', /older PostgreSQL 17.*Export/],
  ['amends-version', '99.0.0', /last used by Amends 99\.0\.0, which is newer/],
])('a folder of another version is refused and left alone (%s %s)', async (file, version, words) => {
  const folder = await stage.usedFolder()
  writeFileSync(join(folder, file), `${version}\n`)
  await expect(stage.start({ folder })).rejects.toThrow(words)
  expect(readFileSync(join(folder, file), 'utf8')).toBe(`${version}\n`)
  expect(existsSync(join(folder, 'owner'))).toBe(false)
})

test('without its password file a cluster is refused in words, not made anew', async () => {
  const folder = await stage.usedFolder()
  rmSync(join(folder, 'password'))
  await expect(stage.start({ folder })).rejects.toThrow(/password file .* is missing/)
})

test('root is told when the database user cannot reach the folder', async (context) => {
  context.skip(!isRoot(), 'only root starts the server as another user')
  const closed = stage.emptyFolder()
  const folder = join(closed, 'data')
  mkdirSync(folder)
  await expect(stage.start({ folder })).rejects.toThrow(/amends-db cannot enter/)
})

test('root keeps a closed folder of other things closed', async (context) => {
  context.skip(!isRoot(), 'only root starts the server as another user')
  const folder = stage.emptyFolder()
  writeFileSync(join(folder, 'diary'), 'mine')
  await expect(stage.start({ folder })).rejects.toThrow(/amends-db cannot enter/)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect(readdirSync(folder)).toEqual(['diary'])
})
