// `npm test`: runs the tests, says each skipped one with its reason, and ends with the line "N passed, N failed, N skipped".
//   [paths…]       only test files whose path contains one of them
//   --long         also what takes long (AMENDS_LONG=1), without the cap of 15 minutes
//   --root FOLDER  another project (the runner's own test uses it)
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startVitest } from 'vitest/node'
import { root as ownRoot } from './list-files.ts'
import { endChildren } from './test-run/end-children.ts'
import { areSkipsStrict, readAllowedSkips, skipLines, unlistedSkips } from './test-run/skips.ts'
import { complaintsAbout, lastLine, tallyReporter } from './test-run/tally.ts'

/** A quiet machine needs less than 15 minutes; a busy one may be given more (AMENDS_TEST_MINUTES). */
const capMinutes = Number(process.env['AMENDS_TEST_MINUTES'] ?? '15')
const graceSeconds = 60

const options = { long: { type: 'boolean' }, root: { type: 'string' } } as const
const { values, positionals: paths } = parseArgs({ options, allowPositionals: true })
const root = values.root ?? ownRoot
process.chdir(root)
if (values.long === true) process.env['AMENDS_LONG'] = '1'
const allowed = readAllowedSkips(root)

const reporter = tallyReporter()
const sentences: string[] = []
if (values.long !== true) setTimeout(stopAtCap, capMinutes * 60_000).unref()

const vitest = await startVitest(paths, {
  root,
  watch: false,
  run: true,
  allowOnly: paths.length > 0 && process.env['CI'] !== 'true',
  reporters: ['default', reporter],
})
const startedBadly = process.exitCode !== undefined && process.exitCode !== 0
await vitest.close()
finish(startedBadly)

function stopAtCap(): void {
  sentences.push(
    `npm test was ended after ${String(capMinutes)} minutes. Move what takes long behind AMENDS_LONG=1 (npm run test:long), or make it quicker.`,
  )
  console.error(`\n${sentences.join('\n')} Tests that still run have ${String(graceSeconds)} seconds to end.`)
  setTimeout(() => void endByForce(), graceSeconds * 1000)
  void reporter.cancel()
}

async function endByForce(): Promise<never> {
  await Promise.race([reporter.end(), wait(graceSeconds * 1000)])
  await endChildren()
  return finish(true)
}

/** Says how the run went and ends this process. */
function finish(failedOtherwise: boolean): never {
  const tally = reporter.tally()
  for (const line of skipLines(tally.skipped, allowed)) console.log(line)
  for (const name of tally.triedAgain) console.log(`passed only when tried again: ${name}`)
  sentences.push(...complaintsAbout(tally))
  if (areSkipsStrict(root, process.env)) sentences.push(...unlistedSkips(tally.skipped, allowed))
  if (failedOtherwise && sentences.length === 0) sentences.push('The run failed before or after its tests; see above.')
  for (const sentence of sentences) console.log(sentence)
  console.log(lastLine(tally))
  process.exit(sentences.length === 0 ? 0 : 1)
}
