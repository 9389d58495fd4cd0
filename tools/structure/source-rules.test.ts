// What the rules about single source files catch: environment, clock, chance, any, exports, names, headers, length, traces of a machine.
import { describe, expect, it } from 'vitest'
import { clockAndChance } from './clock-and-chance.ts'
import { environment } from './environment.ts'
import { namedExports } from './exports.ts'
import { fileLength } from './file-length.ts'
import { fileNames } from './file-names.ts'
import { headerComment } from './header-comment.ts'
import { machineTraces } from './machine-traces.ts'
import { noAny } from './no-any.ts'
import { faultsIn } from './planted.fixture.ts'

const source = 'src/hear/intake/read-raw.ts'

describe('the environment', () => {
  it.each([
    'const a = process.env.PORT',
    "const a = process['env']",
    'const { env } = process',
    "import { env } from 'node:process'",
  ])('catches %s outside config.ts', (text) => {
    expect(faultsIn(environment, { [source]: text })).toHaveLength(1)
    expect(faultsIn(environment, { 'src/config.ts': text, 'tools/a.ts': text, 'src/a.test.ts': text })).toEqual([])
  })

  it('lets other uses of process pass', () => {
    expect(
      faultsIn(environment, {
        [source]: "process.exit(1); import.meta.env.DEV; const a = { env: 1 }; import { env } from './settings.ts'",
      }),
    ).toEqual([])
  })
})

describe('clock and chance', () => {
  it.each([
    'new Date()',
    'Date.now()',
    'const clock = { now: Date.now }',
    'Date()',
    'DateTime.now()',
    'Math.random()',
    'const dice = Math.random',
    'crypto.randomUUID()',
    "import { randomBytes } from 'node:crypto'",
  ])('catches %s', (text) => {
    expect(faultsIn(clockAndChance, { [source]: text })).toHaveLength(1)
    expect(faultsIn(clockAndChance, { 'src/a.test.ts': text })).toEqual([])
  })

  it('lets given times and hashes pass', () => {
    expect(
      faultsIn(clockAndChance, {
        [source]: "new Date(0); new Date(at); ctx.now(); import { createHash } from 'node:crypto'; DateTime.fromISO(a)",
      }),
    ).toEqual([])
    expect(
      faultsIn(clockAndChance, {
        'src/shared/clock.ts': 'new Date()',
        'src/shared/random.ts': "import { randomBytes } from 'node:crypto'",
      }),
    ).toEqual([])
  })
})

it('catches any in types, and not in words', () => {
  expect(faultsIn(noAny, { [source]: "const a: any = 1\nconst b = c as any\nconst d = 'any' // any" })).toEqual([
    `${source}:1 any`,
    `${source}:2 any`,
  ])
})

describe('named exports', () => {
  it.each([
    'export default 1',
    'export default function a() {}',
    'const a = 1\nexport { a as default }',
    "export * from './a.ts'\nconst b = 1",
    "export { a } from './a.ts'",
    "import { a } from './a'",
  ])('catches %s', (text) => {
    expect(faultsIn(namedExports, { [source]: text })).toHaveLength(1)
  })

  it('lets named exports, one passed on beside others, and configurations pass', () => {
    expect(
      faultsIn(namedExports, {
        [source]: "export { a } from './a.ts'\nexport const b = 1\nimport './a.css'",
        'vitest.config.ts': 'export default {}',
      }),
    ).toEqual([])
    expect(
      faultsIn(namedExports, { 'src/hear/intake/index.ts': "export { a } from './a.ts'\nexport const b = 1" }),
    ).toHaveLength(1)
  })
})

it('wants kebab-case names that say something', () => {
  const named = (path: string) => faultsIn(fileNames, { [path]: '' })
  for (const path of [
    'src/hear/intake/readRaw.ts',
    'web/Pages/a.tsx',
    'src/hear/intake/intake-utils.ts',
    'src/platform/data/a.ts',
    'src/amend/cases/handle-case.ts',
  ])
    expect(named(path)).toHaveLength(1)
  for (const path of [
    'migrations/0001_all_of-it.sql',
    'src/amend/cases/handler.ts',
    'docs/decisions/0001-one-database.md',
    'src/platform/database/data-folder.ts',
    'tests/hostile/fixtures/Odd_name.eml',
    'CONTRIBUTING.md',
  ])
    expect(named(path)).toEqual([])
})

it('wants a header comment with words', () => {
  const headed = (text: string, path = source) => faultsIn(headerComment, { [path]: text })
  for (const text of ['const a = 1', '', '// eslint-disable\nconst a = 1', '//\nconst a = 1'])
    expect(headed(text)).toHaveLength(1)
  for (const text of [
    '// What it is.\n',
    '#!/usr/bin/env node\n// What it is.',
    '/**\n * What it is.\n */',
    '// eslint-disable-next-line\n// What it is.',
  ])
    expect(headed(text)).toEqual([])
  expect(headed('create table a ();', 'migrations/0001_a.sql')).toHaveLength(1)
  expect(headed('-- Why.\ncreate table a ();', 'migrations/0001_a.sql')).toEqual([])
})

it('wants short files', () => {
  const long = (lines: number, path = source, head = '// What it is.') =>
    faultsIn(fileLength, { [path]: `${head}\n`.repeat(lines) })
  expect(long(250)).toEqual([])
  expect(long(251)).toHaveLength(1)
  expect(long(400, source, '// Long because: it is one table.')).toEqual([])
  expect(long(401, source, '// Long because: it is one table.')).toHaveLength(1)
  expect(long(251, source, '// Long because:')).toHaveLength(1)
  expect(long(600, 'src/hear/intake/a.test.ts')).toEqual([])
  expect(long(601, 'src/hear/intake/a.test.ts')).toHaveLength(1)
  expect(long(2000, 'src/platform/database/types.ts')).toEqual([])
})

it('catches traces of a machine', () => {
  const traces = (text: string, path = 'docs/operating.md') => faultsIn(machineTraces, { [path]: text })
  // Put together here, so that this file holds none itself.
  for (const text of [
    ['', 'work', 'main'].join('/'),
    `cd ${['', 'root', 'x'].join('/')}`,
    ['registry', 'npmjs', 'org'].join('.'),
  ])
    expect(traces(`line\n${text}`)).toHaveLength(1)
  expect(traces('see ../shared, /var/lib/amends, https://example.com/work/a and src/work/a')).toEqual([])
  expect(traces('"resolved": "https://example.com/a.tgz"', 'package-lock.json')).toHaveLength(1)
  expect(traces('"resolved": "node_modules/a", "funding": "https://example.com"', 'package-lock.json')).toEqual([])
})
