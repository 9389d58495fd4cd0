// The test runner, run for real over small planted projects in a temporary folder.
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { root } from '../list-files.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

interface Run {
  readonly code: number
  readonly lines: readonly string[]
}

/** Runs the runner over these files. Nothing is shared with the run around it: not CI, not AMENDS_SHARED. */
async function run(
  files: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'amends-runner-'))
  folders.push(folder)
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const all = {
    'package.json': '{"type":"module"}',
    'vitest.config.ts': 'export default { test: { include: ["**/*.test.ts"] } }',
    ...files,
  }
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(
      join(folder, path),
      path.endsWith('.test.ts') ? `import { beforeAll, expect, it } from 'vitest'\n${text}` : text,
    )
  }
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(CI|VITEST.*|AMENDS_.*|TEST|NODE_ENV)$/.test(name)),
  )
  return new Promise((settle) => {
    const env = { ...clean, AMENDS_SHARED: join(folder, 'absent'), NO_COLOR: '1', ...environment }
    execFile(process.execPath, [join(root, 'tools/run-tests.ts'), '--root', folder], { env }, (error, stdout) => {
      settle({ code: error === null ? 0 : Number(error.code), lines: stdout.trim().split('\n') })
    })
  })
}

const good = "it('holds', () => { expect(1).toBe(1) })"
const skips = "it('needs a server', (test) => { test.skip('no server here') })"

it('ends with the count and succeeds', async () => {
  const { code, lines } = await run({ 'a.test.ts': `${good}\n${skips}` })
  expect(lines.at(-1)).toBe('1 passed, 0 failed, 1 skipped')
  expect(lines).toContain('skipped: a.test.ts > needs a server: no server here')
  expect(code).toBe(0)
})

it('says of a suite that is skipped whole what its name says', async () => {
  const suite = (name: string) => `import { describe } from 'vitest'\ndescribe.skip('${name}', () => { ${good} })`
  const { lines } = await run({
    'a.test.ts': `${good}\n${suite('pages (needs Chromium)')}`,
    'b.test.ts': suite('silent'),
  })
  expect(lines).toContain('skipped: a.test.ts > pages (needs Chromium) > holds')
  expect(lines).toContain('skipped: b.test.ts > silent > holds: no reason given')
})

it('fails for a failing test, a file that cannot load and a set-up that breaks, and counts each', async () => {
  const { code, lines } = await run({
    'a.test.ts': `${good}\nit('breaks', () => { expect(1).toBe(2) })`,
    'b.test.ts': "import './absent.ts'",
    'c.test.ts': `beforeAll(() => { throw new Error('no') })\n${good}`,
  })
  expect(lines.at(-1)).toBe('1 passed, 3 failed, 1 skipped')
  expect(code).toBe(1)
})

it('names what passed only when it was tried again', async () => {
  const stumbles = "let tries = 0\nit('stumbles', { retry: 1 }, () => { expect(++tries).toBe(2) })"
  const { code, lines } = await run({ 'a.test.ts': `${good}\n${stumbles}` })
  expect(lines.filter((line) => line.startsWith('passed only'))).toEqual([
    'passed only when tried again: a.test.ts > stumbles',
  ])
  expect(lines.at(-1)).toBe('2 passed, 0 failed, 0 skipped')
  expect(code).toBe(0)
})

it('fails for an error outside any test', async () => {
  const { code, lines } = await run({ 'a.test.ts': `${good}\nvoid Promise.reject(new Error('stray'))` })
  expect(lines.at(-1)).toBe('1 passed, 0 failed, 0 skipped')
  expect(code).toBe(1)
})

it('fails when no test ran', async () => {
  const { code, lines } = await run({})
  expect(lines.at(-1)).toBe('0 passed, 0 failed, 0 skipped')
  expect(code).toBe(1)
})

it('fails for a skip that is not on the list where everything should be there', async () => {
  const files = { 'a.test.ts': `${good}\n${skips}` }
  const strict = await run(files, { CI: 'true' })
  expect(strict.code).toBe(1)
  expect(strict.lines.join('\n')).toContain('"a.test.ts > needs a server" was skipped although')
  const listed = await run(
    { ...files, 'tests/allowed-skips.json': '{"a.test.ts > needs a server":"a reason"}' },
    { CI: 'true' },
  )
  expect(listed.code).toBe(0)
})
