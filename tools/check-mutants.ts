// `npm run check:mutants`: plants each fault of tools/mutants into a copy of the project and wants its test to fail. Never touches the project.
//   --only TEXT   only faults whose invariant, file or test contains the text
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './list-files.ts'
import { copyProject } from './mutant-run/copy-project.ts'
import { plant, readMutants } from './mutant-run/mutant.ts'
import type { Mutant } from './mutant-run/mutant.ts'
import { runTest } from './mutant-run/run-test.ts'
import type { Outcome } from './mutant-run/run-test.ts'

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } })
const shared = resolve(root, process.env['AMENDS_SHARED'] ?? '../shared')
const mutants = readMutants(root).filter(({ invariant, file, test }) =>
  [invariant, file, test].some((text) => text.includes(values.only)),
)

const copy = copyProject()
process.once('exit', () => {
  rmSync(copy, { recursive: true, force: true })
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

/** What each test says without any fault, asked once. */
const unharmed = new Map<string, Outcome>()
let [caught, survived, broken] = [0, 0, 0]

for (const mutant of mutants) {
  const verdict = await judge(mutant)
  if (verdict === 'caught') caught++
  else if (verdict === 'SURVIVED') survived++
  else broken++
  console.log(`${verdict}: ${mutant.invariant} (${mutant.file}, ${mutant.test})`)
}

if (mutants.length === 0)
  console.log(`No planted fault ${values.only === '' ? 'is listed' : `contains "${values.only}"`}: nothing was shown.`)
if (broken > 0) console.log(`${String(broken)} could not be planted or tested: mend their entries in tools/mutants.`)
console.log(`${String(caught)} caught, ${String(survived)} survived`)
process.exit(caught > 0 && survived + broken === 0 ? 0 : 1)

/** `caught`, `SURVIVED`, or `broken plant` with the reason. */
async function judge(mutant: Mutant): Promise<string> {
  const path = join(copy, mutant.file)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return 'broken plant, there is no such file'
  }
  const planting = plant(text, mutant)
  if ('why' in planting) return `broken plant, ${planting.why}`
  const before = unharmed.get(mutant.test) ?? (await runTest(copy, mutant.test, shared))
  unharmed.set(mutant.test, before)
  if (before.kind === 'failed') return 'broken plant, its test fails without the fault'
  if (before.kind === 'broke') return `broken plant, its test says nothing without the fault (${before.why})`
  writeFileSync(path, planting.planted)
  try {
    const after = await runTest(copy, mutant.test, shared)
    if (after.kind === 'broke') return `broken plant, its test says nothing with the fault (${after.why})`
    return after.kind === 'failed' ? 'caught' : 'SURVIVED'
  } finally {
    writeFileSync(path, text)
  }
}
