// The command that settles the sample company in an empty desk and notes who can sign in.
//   node tools/sample-company/settle.ts --url URL --seed 1 --customers 20000 --truth FILE --note FILE
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { settleIn } from './settle-in.ts'

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:4100' },
    seed: { type: 'string', default: '1' },
    customers: { type: 'string', default: '20000' },
    truth: { type: 'string' },
    note: { type: 'string' },
    'post-box': { type: 'boolean', default: false },
  },
})
const password = `${randomBytes(9).toString('hex')}-sample`
const { truth, people } = await settleIn({
  ...{ url: values.url, password, hasPostBox: values['post-box'] },
  ...{ seed: Number(values.seed), customers: Number(values.customers), until: new Date(Date.now()) },
})
if (values.truth !== undefined)
  writeFileSync(values.truth, truth.map((one) => `${JSON.stringify(one)}\n`).join(''), { mode: 0o600 })
const lines = people.map(({ name, email, role }) => `  ${email}  ${name}, ${role}\n`)
const note = `The sample company. Sign in with the password ${password} as one of\n${lines.join('')}`
if (values.note === undefined) process.stdout.write(note)
else writeFileSync(values.note, note, { mode: 0o600 })
