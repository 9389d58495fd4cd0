// Settles the sample company in an empty desk, over HTTP as everybody would: founded, colleagues invited, history brought along.
//   node tools/sample-company/settle.ts --url URL --seed 1 --customers 20000 --truth FILE --note FILE
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { HistoryLine, HistoryTaken } from '../../src/moving-in/history.schema.ts'
import { simulate } from './simulate.ts'
import { staff } from './staff.ts'

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:4100' },
    seed: { type: 'string', default: '1' },
    customers: { type: 'string', default: '20000' },
    truth: { type: 'string' },
    note: { type: 'string' },
  },
})
const founder = { name: 'Amira Haddad', email: 'amira.haddad@halden.example' }
const password = `${randomBytes(9).toString('hex')}-sample`
const linesAtOnce = 5000
/** Each is a conversation. */
const casesAtOnce = 500

interface Session {
  readonly cookie: string
  readonly 'x-amends-csrf': string
}

async function ask(path: string, body: object, session?: Session): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...session }
  const answer = await fetch(new URL(path, values.url), { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${path} answered ${String(answer.status)}: ${await answer.text()}`)
  return answer
}

async function found(): Promise<Session> {
  const answer = await ask('/api/first-run', {
    ...{ company: 'Halden Home', kindOfBusiness: 'household goods', timeZone: 'Europe/Berlin', ...founder, password },
    floor: { acknowledgeMinutes: 15, firstAnswerBusinessDays: 1, finalAnswerBusinessDays: 10 },
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  const { csrfToken } = (await answer.json()) as { readonly csrfToken: string }
  if (cookie === undefined) throw new Error('the founder was given no session')
  return { cookie, 'x-amends-csrf': csrfToken }
}

async function invite(session: Session, { name, email, role }: (typeof staff)[number]): Promise<void> {
  const { url } = (await (await ask('/api/invites', { email, role }, session)).json()) as { readonly url: string }
  await ask('/api/invites/accept', { token: url.slice(url.indexOf('#') + 1), name, password })
}

/** Kind by kind, as a line may name those before it; of one kind two requests at once, so that one is read while the other is written. */
async function bringAlong(session: Session, lines: readonly HistoryLine[]): Promise<void> {
  for (const kind of ['customer', 'order', 'refund', 'visit', 'referral', 'case'] as const) {
    const some = lines.filter((line) => line.kind === kind)
    const most = kind === 'case' ? casesAtOnce : linesAtOnce
    let at = 0
    const lane = async (): Promise<void> => {
      while (at < some.length) {
        const part = some.slice(at, at + most)
        at += most
        await bring(session, part)
      }
    }
    await Promise.all([lane(), lane()])
  }
}

async function bring(session: Session, lines: readonly HistoryLine[]): Promise<void> {
  const answer = await ask('/api/v1/history', { lines }, session)
  const { refused } = (await answer.json()) as HistoryTaken
  if (refused[0]) throw new Error(`${String(refused.length)} lines were refused: ${JSON.stringify(refused[0])}`)
}

const { lines, truth } = simulate({
  seed: Number(values.seed),
  customers: Number(values.customers),
  until: new Date(Date.now()),
  years: 2,
})
const session = await found()
for (const one of staff) await invite(session, one)
await bringAlong(session, lines)
if (values.truth !== undefined)
  writeFileSync(values.truth, truth.map((one) => `${JSON.stringify(one)}\n`).join(''), { mode: 0o600 })
const people = [{ ...founder, role: 'administrator' }, ...staff].map(
  ({ name, email, role }) => `  ${email}  ${name}, ${role}\n`,
)
const note = `The sample company. Sign in with the password ${password} as one of\n${people.join('')}`
if (values.note === undefined) process.stdout.write(note)
else writeFileSync(values.note, note, { mode: 0o600 })
