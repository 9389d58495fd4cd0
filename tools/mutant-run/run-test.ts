// Runs one test file in a copy of the project and says what came of it.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** `failed` means that a test noticed; `broke` that no test could say anything, with what was printed last. */
export type Outcome = { readonly kind: 'passed' | 'failed' } | { readonly kind: 'broke'; readonly why: string }

const patienceMinutes = 10

/** Runs `test` (relative to `root`) by the project's own configuration, without anything that only long runs do. */
export async function runTest(root: string, test: string, shared: string): Promise<Outcome> {
  const report = join(root, '.mutant-report.json')
  rmSync(report, { force: true })
  const words = ['node_modules/vitest/vitest.mjs', 'run', test, '--reporter=json', `--outputFile=${report}`]
  const env = { ...process.env, AMENDS_SHARED: shared, AMENDS_LONG: '', NO_COLOR: '1' }
  const { ended, said } = await follow(words, root, env)
  if (!ended) return { kind: 'broke', why: `the test did not end in ${String(patienceMinutes)} minutes` }
  const counts = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Counts) : undefined
  if (counts === undefined || counts.numTotalTests === 0) return { kind: 'broke', why: lastWords(said) }
  if (counts.numFailedTests > 0) return { kind: 'failed' }
  if (counts.success && counts.numPassedTests > 0) return { kind: 'passed' }
  return { kind: 'broke', why: counts.numPassedTests === 0 ? 'every test was skipped' : lastWords(said) }
}

interface Counts {
  readonly success: boolean
  readonly numTotalTests: number
  readonly numPassedTests: number
  readonly numFailedTests: number
}

/** Runs Node and ends its whole group of processes when it takes too long. */
async function follow(
  words: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly ended: boolean; readonly said: string }> {
  const child = spawn(process.execPath, words, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let [said, ended] = ['', true]
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => (said = (said + bytes.toString()).slice(-20_000)))
  const endGroup = (signal: NodeJS.Signals) => {
    if (child.pid !== undefined) process.kill(-child.pid, signal)
  }
  const endWithUs = () => {
    endGroup('SIGTERM')
  }
  process.once('exit', endWithUs)
  const timer = setTimeout(() => {
    ended = false
    endGroup('SIGKILL')
  }, patienceMinutes * 60_000)
  await new Promise((settle) => child.once('close', settle))
  clearTimeout(timer)
  process.off('exit', endWithUs)
  return { ended, said }
}

const lastWords = (said: string): string =>
  said
    .split('\n')
    .map((line) => line.trim())
    .find((line) => /error|fail/i.test(line))
    ?.slice(0, 300) ?? 'no test ran'
