// What a desk refuses at its start: each a sentence that says what to do, exit code 1, and nothing started or changed.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { freePort } from '../setup/desk.ts'
import { cloneDatabase } from '../setup/database.ts'
import { ask } from './launcher-stage.ts'
import * as act from './desk-stage.ts'

const stage = act.openDeskStage()
afterAll(() => stage.clean())

/** What it said in words, when it refused; a stack trace is no sentence. */
async function refusal(order: act.DeskOrder): Promise<string> {
  const desk = await stage.start(order)
  expect(await desk.ended).toBe(1)
  expect(desk.said()).not.toMatch(/^\s+at |\.ts:\d+/m)
  return (
    desk
      .said()
      .split('\n')
      .find((line) => line.startsWith('amends: ')) ?? desk.said()
  )
}

test('a port in use: said before anything is started', async () => {
  const port = await freePort()
  const other = createServer().listen(port, '127.0.0.1')
  const folder = stage.emptyFolder()
  expect(await refusal({ folder, port })).toMatch(/Port \d+ is in use.*--port.*Nothing was started/)
  expect(readdirSync(folder)).toEqual([])
  other.close()
})

test('a data folder in use by another desk, which is not harmed', async () => {
  const folder = await stage.foundedFolder()
  const first = await stage.start({ folder })
  await first.open
  expect(await refusal({ folder })).toMatch(
    new RegExp(`in use by process ${String(first.child.pid)} .*choose another folder`),
  )
  expect(await act.isReady(first.url)).toBe(true)
  expect(await act.end(first)).toBe(0)
})

test('a data folder of a newer version, and a schema of a newer one', async () => {
  const folder = await stage.foundedFolder()
  writeFileSync(join(folder, 'amends-version'), '99.0.0\n')
  expect(await refusal({ folder })).toMatch(/newer than this Amends.*Nothing was changed/)
  expect(readFileSync(join(folder, 'amends-version'), 'utf8')).toBe('99.0.0\n')
  expect(existsSync(join(folder, 'owner'))).toBe(false)
  const database = await cloneDatabase()
  await ask(database.url, `insert into schema_migration values (9999, '9999_next.sql', 'x')`)
  const words = await refusal({ folder: stage.emptyFolder(), env: { DATABASE_URL: database.url } })
  expect(words).toMatch(/newer Amends \(its schema is 9999.*nothing was changed/)
  await database.drop()
})

test('a DATABASE_URL that is wrong in any way', async () => {
  const { adminUrl } = inject('postgres')
  const folder = stage.emptyFolder()
  const wrong: readonly (readonly [(url: URL) => void, RegExp])[] = [
    [(url) => (url.port = '1'), /nobody listens at 127\.0\.0\.1:1/],
    [(url) => (url.password = 'guess'), /does not take the user or the password/],
    [(url) => (url.pathname = '/no_such_database'), /no database "no_such_database"/],
    [(url) => (url.hostname = 'no-such-host.invalid'), /no-such-host\.invalid is not known/],
  ]
  const refused = async ([harm, words]: (typeof wrong)[number]) => {
    const url = new URL(adminUrl)
    harm(url)
    const said = await refusal({ folder, env: { DATABASE_URL: url.href } })
    expect(said).toMatch(words)
    expect(said).not.toContain(new URL(adminUrl).password)
  }
  await Promise.all(wrong.map(refused))
  expect(await refusal({ folder, env: { DATABASE_URL: 'mysql://somewhere' } })).toMatch(
    /DATABASE_URL is an address such as/,
  )
})

test('settings that mean nothing, and a sealing key that is none', async () => {
  const folder = stage.emptyFolder()
  expect(await refusal({ folder, env: { AMENDS_URL: 'desk' } })).toMatch(/AMENDS_URL is the address/)
  expect(await refusal({ folder, env: { AMENDS_LOG: 'loud' } })).toMatch(/AMENDS_LOG is one of/)
  expect((await stage.amends(['start', '--port', 'http', '--data', folder])).said).toMatch(/--port is a number/)
  const founded = await stage.foundedFolder()
  writeFileSync(join(founded, 'sealing-key'), 'half a k')
  expect(await refusal({ folder: founded })).toMatch(/sealing key is 64 hexadecimal digits/)
  expect(act.serverPid(founded)).toBe(0)
})
