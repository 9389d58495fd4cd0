// The upgrade net: what is exported and imported is the same to the last digit, and a harmed file imports nothing.
import { existsSync } from 'node:fs'
import { readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../../tests/setup/database.ts'
import { openTestHouse, type TestHouse } from '../../../../tests/setup/house.ts'
import { makeTestFolder } from '../../../../tests/setup/test-folder.ts'
import { recordAudit } from '../../audit/record-audit.ts'
import { exportEverything } from './export-everything.ts'
import { importEverything } from './import-everything.ts'

let desk: TestHouse
let empty: TestDatabase
let folder: string
let file: string

beforeAll(async () => {
  desk = await openTestHouse()
  empty = await cloneDatabase()
  folder = makeTestFolder()
  file = join(folder, 'all.jsonl')
  await desk.addPerson('Jonas "Joe" Weber\u2028\\', 'handler')
  await desk.as('system', async (ctx) => {
    await recordAudit(
      ctx,
      'test.happened',
      { kind: 'test', id: null },
      { large: 9007199254740991, text: '\ud83d\ude00 "quoted" \\u0000 \n line' },
    )
    ctx.addJob('open-case', { messageId: ctx.newId() })
  })
  await desk.house.ownerPool.query(`update organization set next_case_number = 9007199254740993`)
})
afterAll(async () => {
  await desk.close()
  await empty.drop()
  await rm(folder, { recursive: true, force: true })
})

const lines = async (path: string) => (await readFile(path, 'utf8')).split('\n')

test('an import of an export exports the same file again', async () => {
  const counts = await exportEverything(desk.url, file)
  expect(counts['staff']).toBe(2)
  expect(counts['jobs']).toBe(1)
  expect(await importEverything(empty.url, file)).toEqual(counts)
  const again = join(folder, 'again.jsonl')
  await exportEverything(empty.url, again)
  expect(await lines(again)).toEqual(await lines(file))
  expect(await readFile(file, 'utf8')).toContain('9007199254740993')
})

test('an export for which there is no room says so, and leaves nothing that looks like one', async (context) => {
  context.skip(!existsSync('/dev/full'), 'this system has no /dev/full')
  const target = join(folder, 'no-room.jsonl')
  await symlink('/dev/full', `${target}.part`)
  await expect(exportEverything(desk.url, target)).rejects.toMatchObject({
    code: 'storage-full',
    message: `There is no room on the disk for ${target}; nothing of it was left behind.`,
  })
  expect((await readdir(folder)).filter((name) => name.startsWith('no-room'))).toEqual([])
})

test('a second import into the same desk is refused and changes nothing', async () => {
  await expect(importEverything(empty.url, file)).rejects.toThrow(/not empty/)
})

test.each([
  ['cut off', (all: string[]) => all.slice(0, -2), /cut off/],
  ['changed', (all: string[]) => all.map((line) => line.replace('Halden', 'Holden')), /changed after/],
  [
    'of a newer schema',
    (all: string[]) => all.map((line) => line.replace(/"schema":\d+/, '"schema":9999')),
    /newer Amends/,
  ],
  ['no export', () => ['{"hello":1}'], /no export of Amends/],
  ['full of rubbish', (all: string[]) => [all[0] ?? '', 'rubbish'], /damaged at line 2/],
])('a file that is %s imports nothing', async (_name, harm, words) => {
  const other = await cloneDatabase()
  const harmed = join(folder, 'harmed.jsonl')
  await writeFile(harmed, harm(await lines(file)).join('\n'))
  await expect(importEverything(other.url, harmed)).rejects.toThrow(words)
  const client = new pg.Client({ connectionString: other.url })
  await client.connect()
  expect((await client.query('select count(*)::int as count from organization')).rows).toEqual([{ count: 0 }])
  await client.end()
  await other.drop()
})

test('rows of one table may come before those they refer to: such keys are looked at when the import ends', async () => {
  const { rows } = await desk.house.ownerPool.query<{ name: string }>(
    `select conname as name from pg_constraint where contype = 'f' and conrelid = confrelid and not condeferred`,
  )
  expect(rows).toEqual([])
})
