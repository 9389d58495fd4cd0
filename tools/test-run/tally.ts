// Counts what a test run came to, as a vitest reporter, and says in words why a run is no success. Prints nothing itself.
import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node'

export interface SkippedTest {
  /** `file > suite > test`, the file relative to the root. */
  readonly name: string
  readonly reason: string | undefined
}

export interface Tally {
  readonly passed: number
  /** Tests that failed or never ended, and files and suites that could not run. */
  readonly failed: number
  readonly skipped: readonly SkippedTest[]
  /** Names of tests that passed only when they were tried again. */
  readonly triedAgain: readonly string[]
  /** Errors outside any test. */
  readonly strayErrors: number
}

export interface TallyReporter extends Reporter {
  /** What has been counted so far; before the end of the run, tests that still run count as failed. */
  readonly tally: () => Tally
  /** Ends a run early: tests that run may end, no other begins. */
  readonly cancel: () => Promise<void>
  /** Ends the workers and takes down what the set-up started. */
  readonly end: () => Promise<void>
}

export function tallyReporter(): TallyReporter {
  let vitest: Vitest | undefined
  let strayErrors = 0
  return {
    onInit: (started) => {
      vitest = started
    },
    onTestRunEnd: (_modules, errors) => {
      strayErrors = errors.length
    },
    tally: () => {
      const perFile = (vitest?.state.getTestModules() ?? []).map(tallyOf)
      return {
        passed: perFile.reduce((sum, one) => sum + one.passed, 0),
        failed: perFile.reduce((sum, one) => sum + one.failed, 0),
        skipped: perFile.flatMap((one) => one.skipped),
        triedAgain: perFile.flatMap((one) => one.triedAgain),
        strayErrors,
      }
    },
    cancel: async () => vitest?.cancelCurrentRun('keyboard-input'),
    end: async () => vitest?.close(),
  }
}

function tallyOf(file: TestModule): Tally {
  const tests = [...file.children.allTests()]
  const count = (...states: readonly string[]) => tests.filter((test) => states.includes(test.result().state)).length
  const broken = [file, ...file.children.allSuites()].filter((suite) => suite.errors().length > 0).length
  const neverRan = file.state() === 'queued' || file.state() === 'pending' ? Number(tests.length === 0) : 0
  const skipped = tests.flatMap((test): readonly SkippedTest[] => {
    const result = test.result()
    if (result.state !== 'skipped') return []
    const reason = result.note ?? (test.options.mode === 'todo' ? 'still to be written' : undefined)
    return [{ name: nameOf(test), reason }]
  })
  const triedAgain = tests.filter((test) => test.diagnostic()?.flaky === true).map(nameOf)
  const failed = count('failed', 'pending') + broken + neverRan
  return { passed: count('passed'), failed, skipped, triedAgain, strayErrors: 0 }
}

const nameOf = (test: TestCase): string => `${test.module.relativeModuleId} > ${test.fullName}`

/** The one line that ends a run. */
export const lastLine = ({ passed, failed, skipped }: Tally): string =>
  `${String(passed)} passed, ${String(failed)} failed, ${String(skipped.length)} skipped`

/** Why a run is no success, a sentence each; empty for a success. */
export function complaintsAbout({ passed, failed, strayErrors }: Tally): readonly string[] {
  const sentences: string[] = []
  if (failed > 0) sentences.push(`${String(failed)} tests or files failed.`)
  if (strayErrors > 0)
    sentences.push(`${String(strayErrors)} errors happened outside any test; see "Unhandled Errors" above.`)
  if (passed + failed === 0) sentences.push('No test ran: nothing was shown.')
  return sentences
}
