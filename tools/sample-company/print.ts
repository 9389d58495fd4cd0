// Prints the sample company as JSON lines: node tools/sample-company/print.ts --seed 1 --customers 2000 --until 2026-11-22T10:00:00Z --truth FILE
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { simulate } from './simulate.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    customers: { type: 'string', default: '20000' },
    until: { type: 'string' },
    truth: { type: 'string' },
  },
})
if (values.until === undefined) throw new Error('Say until when the company has lived: --until 2026-11-22T10:00:00Z')
const wanted = {
  seed: Number(values.seed),
  customers: Number(values.customers),
  until: new Date(values.until),
  years: 2,
}
const { lines, truth } = simulate(wanted)
process.stdout.write(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`)
if (values.truth !== undefined) writeFileSync(values.truth, `${truth.map((line) => JSON.stringify(line)).join('\n')}\n`)
