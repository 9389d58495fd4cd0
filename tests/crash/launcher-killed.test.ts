// The launcher after kill -9 of desk or server: what was acknowledged is there, and nothing alive is ever overrun.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { isAlive, signal } from '../../src/platform/database/launcher/processes.ts'
import { clearStaleFiles } from '../../src/platform/database/launcher/left-server.ts'
import { openDataFolder } from '../../src/platform/database/launcher/data-folder.ts'
import { canBindToParent } from '../../src/platform/database/launcher/spawn-server.ts'
import { serverUser } from '../../src/platform/database/launcher/server-user.ts'
import * as act from './launcher-stage.ts'

const stage = act.openStage()
afterAll(() => stage.clean())

test('a killed desk takes its server along, and every acknowledged row is there at the next start', async () => {
  const folder = await stage.usedFolder()
  const desk = stage.desk({ folder, listen: 'socket', inserts: true })
  const old = await act.running(desk)
  await act.untilTrue(() => desk.words.some((word) => 'acknowledged' in word && word.acknowledged >= 200))
  await act.crash(desk)
  if (canBindToParent()) await act.untilGone(old.running)
  const server = await stage.start({ folder })
  const last = Math.max(...desk.words.map((word) => ('acknowledged' in word ? word.acknowledged : 0)))
  const rows = await act.ask(server.url, `select count(*)::int as n from arrivals where number <= ${String(last)}`)
  expect(rows).toEqual([{ n: last }])
  expect(server.adopted).toBe(false)
  expect(isAlive(old.running)).toBe(false)
  await server.stop()
})

test('a server that outlives its killed desk is adopted, with every acknowledged row', async () => {
  const folder = await stage.usedFolder()
  const desk = stage.desk({ folder, listen: 'socket', inserts: true, dieWithParent: false })
  const old = await act.running(desk)
  await act.untilTrue(() => desk.words.some((word) => 'acknowledged' in word && word.acknowledged >= 50))
  await act.crash(desk)
  expect(isAlive(old.running)).toBe(true)
  const server = await stage.start({ folder, dieWithParent: false })
  expect(server).toMatchObject({ pid: old.running, adopted: true })
  const last = Math.max(...desk.words.map((word) => ('acknowledged' in word ? word.acknowledged : 0)))
  const rows = await act.ask(server.url, `select count(*)::int as n from arrivals where number <= ${String(last)}`)
  expect(rows).toEqual([{ n: last }])
  await server.stop()
  await server.ended
})

test('a left server with other settings is stopped and replaced', async () => {
  const folder = await stage.usedFolder()
  const desk = stage.desk({ folder, listen: 'socket', dieWithParent: false })
  const old = await act.running(desk)
  await act.crash(desk)
  const server = await stage.start({ folder, listen: 'tcp', dieWithParent: false })
  expect(server.adopted).toBe(false)
  expect(isAlive(old.running)).toBe(false)
  expect(await act.keptWord(server.url)).toBe('since the model')
  await server.stop()
})

test('a killed server is replaced even while one of its backends is still busy', async () => {
  const folder = await stage.usedFolder()
  const server = await stage.start({ folder })
  const busy = act.ask(server.url, 'select count(*) from generate_series(1, 100000000000)').catch(() => 'cut off')
  const backends = () =>
    act.ask(
      server.url,
      `select pid from pg_stat_activity where query like '%generate_series(1, 1%' and pid <> pg_backend_pid()`,
    )
  let backend = 0
  while (backend === 0) backend = Number((await backends())[0]?.pid ?? 0)
  signal(server.pid, 'SIGKILL')
  await server.ended
  expect(isAlive(backend)).toBe(true)
  await expect(stage.start({ folder })).rejects.toThrow(/in use by process/) // until the owner lets go
  await server.stop()
  const next = await stage.start({ folder })
  expect(isAlive(backend)).toBe(false)
  expect(await busy).toBe('cut off')
  expect(await act.keptWord(next.url)).toBe('since the model')
  await next.stop()
})

test('a stale postmaster.pid whose number belongs to another program by now does not block', async () => {
  const folder = await stage.usedFolder()
  const { pid } = await stage.foreigner('echo ready; exec sleep 300')
  writeFileSync(act.postmasterFile(folder), act.stalePostmaster(folder, pid))
  const server = await stage.start({ folder })
  expect(await act.keptWord(server.url)).toBe('since the model')
  expect(isAlive(pid)).toBe(true)
  await server.stop()
})

test('a stale postmaster.pid whose number belongs to the PostgreSQL of another folder does not block, nor is that one harmed', async () => {
  const { adminUrl } = inject('postgres')
  const [row] = await act.ask(adminUrl, `select split_part(pg_read_file('postmaster.pid'), e'\\n', 1) as pid`)
  const other = Number(row?.pid)
  const folder = await stage.usedFolder()
  writeFileSync(act.postmasterFile(folder), act.stalePostmaster(folder, other))
  const server = await stage.start({ folder })
  expect(server.pid).not.toBe(other)
  await server.stop()
  expect(await act.ask(adminUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a zombie is dead, whatever signal 0 says', async () => {
  const folder = await stage.usedFolder()
  const { line } = await stage.foreigner('sleep 0.2 & echo $!; exec sleep 300')
  const zombie = Number(line)
  await act.untilTrue(() => !isAlive(zombie))
  expect(signal(zombie, 0 as unknown as NodeJS.Signals)).toBe(true)
  writeFileSync(act.postmasterFile(folder), act.stalePostmaster(folder, zombie))
  const server = await stage.start({ folder })
  expect(await act.keptWord(server.url)).toBe('since the model')
  await server.stop()
})

test('the postmaster.pid of a live server is never removed', async () => {
  const folder = await stage.usedFolder()
  const server = await stage.start({ folder })
  const before = readFileSync(act.postmasterFile(folder), 'utf8')
  await clearStaleFiles(openDataFolder(folder, serverUser()), () => undefined)
  expect(readFileSync(act.postmasterFile(folder), 'utf8')).toBe(before)
  expect(await act.keptWord(server.url)).toBe('since the model')
  await server.stop()
})

test('a live server whose postmaster.pid was overwritten is stopped first, never overrun', async () => {
  const folder = await stage.usedFolder()
  const desk = stage.desk({ folder, listen: 'socket', dieWithParent: false })
  const old = await act.running(desk)
  await act.crash(desk)
  const { pid } = await stage.foreigner('echo ready; exec sleep 300')
  writeFileSync(act.postmasterFile(folder), act.stalePostmaster(folder, pid))
  const server = await stage.start({ folder })
  expect(isAlive(old.running)).toBe(false)
  expect(await act.keptWord(server.url)).toBe('since the model')
  await server.stop()
})

test('of several processes that find a dead owner at the same moment, exactly one gets the folder', async () => {
  const folders = Array.from({ length: 40 }, () => stage.emptyFolder())
  for (const folder of folders) writeFileSync(join(folder, 'owner'), '1 12@another-start\n')
  const file = new URL('./launcher-claimant.ts', import.meta.url).pathname
  const command = [process.execPath, file, String(Date.now() + 1000), ...folders].join(' ')
  const claimants = await Promise.all([1, 2, 3].map(() => stage.foreigner(`exec ${command}`, 'as ourselves')))
  const got = claimants.flatMap(({ line }) => JSON.parse(line) as string[])
  expect(got.sort()).toEqual(folders.sort())
})

test('an owner whose number another process has by now counts as gone', async () => {
  const folder = await stage.usedFolder()
  const { pid } = await stage.foreigner('echo ready; exec sleep 300')
  writeFileSync(join(folder, 'owner'), `${String(pid)} 12@another-start\n`)
  const server = await stage.start({ folder })
  expect(stage.said).toContain(`The desk that had ${folder} (process ${String(pid)}) is gone; taking over.`)
  await server.stop()
})

test('a desk killed while it sets up the cluster leaves nothing half done', async () => {
  const folder = stage.emptyFolder()
  const desk = stage.desk({ folder, listen: 'socket' })
  await act.untilTrue(() => existsSync(join(folder, 'pg.new/global')))
  await act.crash(desk)
  expect(readdirSync(folder)).toContain('pg.new')
  expect(readdirSync(folder)).not.toContain('pg')
  const server = await stage.start({ folder })
  expect(await act.ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(readdirSync(folder)).not.toContain('pg.new')
  expect(readdirSync(join(folder, 'run'))).not.toContain('first-password')
  await server.stop()
})
