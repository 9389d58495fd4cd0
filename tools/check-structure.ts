// Prints every place where the house breaks its own rules (tools/structure), each with a sentence that says what to do instead.
// Looks at the files git knows or would add. `node tools/check-structure.ts [words of a rule's name]`
import { readFileSync } from 'node:fs'
import { listFiles } from './list-files.ts'
import { houseOf } from './structure/house.ts'
import { rules } from './structure/rules.ts'

const wanted = process.argv.slice(2).join(' ')
const chosen = rules.filter(({ name }) => name.includes(wanted))
if (chosen.length === 0) {
  console.error(`No structure rule is named "${wanted}". There are: ${rules.map(({ name }) => name).join(', ')}.`)
  process.exit(2)
}

const house = houseOf(Object.fromEntries(listFiles().map((path) => [path, readFileSync(path, 'utf8')])))
let faults = 0
for (const { name, instead, find } of chosen) {
  const found = find(house)
  faults += found.length
  if (found.length === 0) continue
  console.log(`\n${name}: ${instead}`)
  for (const { path, line, what } of found) console.log(`  ${path}:${String(line)}  ${what}`)
}
console.log(
  `${faults === 0 ? '' : '\n'}structure: ${String(faults)} faults, ${String(chosen.length)} rules, ${String(house.files.length)} files`,
)
process.exitCode = faults === 0 ? 0 : 1
