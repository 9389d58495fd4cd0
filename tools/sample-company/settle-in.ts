// Settles the sample company in an empty desk, over HTTP as everybody would: founded, colleagues invited, history brought along.
import type { HistoryLine, HistoryTaken } from '../../src/moving-in/history.schema.ts'
import { simulate } from './simulate.ts'
import { staff } from './staff.ts'
import type { TruthLine } from './truth.ts'

const founder = { name: 'Amira Haddad', email: 'amira.haddad@halden.example' }
/** Nobody is ever asked at these servers: the desk of the sample company connects to none. */
const server = { host: 'localhost', port: 1, security: 'none', user: 'sample', password: 'sample' }
const postBox = {
  ...{ name: 'Sample post box', address: 'help@halden.example', displayName: 'Halden Home', trustedAuthservId: null },
  ...{ imap: { ...server, mailbox: 'INBOX' }, smtp: server },
}
const linesAtOnce = 5000
/** Each is a conversation. */
const casesAtOnce = 500

/** Everybody is asked how they were treated, two days after their case is settled. */
const asking = { state: 'on', afterHours: 48, share: 100, capDays: 90, version: 0 }

export interface Settling {
  /** Of the desk. */
  readonly url: string
  readonly seed: number
  readonly customers: number
  /** Until when the two years are lived. */
  readonly until: Date
  /** Everybody's. */
  readonly password: string
  /** Whether the desk keeps its letters in a post box, for which it gets a mailbox. */
  readonly hasPostBox: boolean
}

export interface Settled {
  readonly truth: readonly TruthLine[]
  readonly people: readonly { readonly name: string; readonly email: string; readonly role: string }[]
}

/** @throws where a desk refuses any of it */
export async function settleIn({ url, password, hasPostBox, ...size }: Settling): Promise<Settled> {
  const { lines, truth } = simulate({ ...size, years: 2 })
  const ask = askIn(url)
  const session = await found(ask, password)
  // First of all: from then on the desk is the sample company for good.
  if (hasPostBox) await ask('/api/channels/mail', postBox, session)
  for (const one of staff) await invite(ask, session, one, password)
  await bringAlong(ask, session, lines)
  await ask('/api/surveys/settings', asking, session, 'PUT')
  return { truth, people: [{ ...founder, role: 'administrator' }, ...staff] }
}

interface Session {
  readonly cookie: string
  readonly 'x-amends-csrf': string
}
type Ask = (path: string, body: object, session?: Session, method?: 'POST' | 'PUT') => Promise<Response>

const askIn =
  (url: string): Ask =>
  async (path, body, session, method = 'POST') => {
    const headers = { 'content-type': 'application/json', ...session }
    const answer = await fetch(new URL(path, url), { method, headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path} answered ${String(answer.status)}: ${await answer.text()}`)
    return answer
  }

async function found(ask: Ask, password: string): Promise<Session> {
  const answer = await ask('/api/first-run', {
    ...{ company: 'Halden Home', kindOfBusiness: 'household goods', timeZone: 'Europe/Berlin', ...founder, password },
    floor: { acknowledgeMinutes: 15, firstAnswerBusinessDays: 1, finalAnswerBusinessDays: 10 },
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  const { csrfToken } = (await answer.json()) as { readonly csrfToken: string }
  if (cookie === undefined) throw new Error('the founder was given no session')
  return { cookie, 'x-amends-csrf': csrfToken }
}

async function invite(
  ask: Ask,
  session: Session,
  { name, email, role }: (typeof staff)[number],
  password: string,
): Promise<void> {
  const { url } = (await (await ask('/api/invites', { email, role }, session)).json()) as { readonly url: string }
  await ask('/api/invites/accept', { token: url.slice(url.indexOf('#') + 1), name, password })
}

/** Kind by kind, as a line may name those before it; of one kind two requests at once, so that one is read while the other is written. */
async function bringAlong(ask: Ask, session: Session, lines: readonly HistoryLine[]): Promise<void> {
  for (const kind of ['customer', 'order', 'refund', 'visit', 'referral', 'case'] as const) {
    const some = lines.filter((line) => line.kind === kind)
    const most = kind === 'case' ? casesAtOnce : linesAtOnce
    let at = 0
    const lane = async (): Promise<void> => {
      while (at < some.length) {
        const part = some.slice(at, at + most)
        at += most
        await bring(ask, session, part)
      }
    }
    await Promise.all([lane(), lane()])
  }
}

async function bring(ask: Ask, session: Session, lines: readonly HistoryLine[]): Promise<void> {
  const answer = await ask('/api/v1/history', { lines }, session)
  const { refused } = (await answer.json()) as HistoryTaken
  if (refused[0]) throw new Error(`${String(refused.length)} lines were refused: ${JSON.stringify(refused[0])}`)
}
