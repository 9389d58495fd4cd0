// A desk to take pictures of: the whole product over a database of its own in a temporary folder, with a clock that is moved by hand.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Desk } from '../../src/app.ts'
import { startDesk } from '../../src/start-desk.ts'
import { buildPages } from '../../src/commands/build-pages.ts'
import { projectFolder } from '../../src/config.ts'
import { tick } from '../../src/platform/jobs/tick.ts'
import { type Clock, handClock } from '../../src/shared/clock.ts'
import { tickParts } from '../../src/wiring.ts'
import { type LetterBox, openLetterBox } from '../../tests/browser/letter-box.ts'

export interface Session {
  readonly cookie: string
  readonly csrf: string
}

/** With somebody who founded the company. */
export interface FoundedStage extends Stage {
  readonly founding: Session
}

export interface Stage {
  readonly desk: Desk
  readonly letterBox: LetterBox
  /** Moves the clock to a wall time of Berlin in winter, as in "2026-03-02 09:15", and asks what is due then. */
  moveTo(wallTime: string): Promise<void>
  /** Lets a colleague join by an invite of today. */
  invite(by: Session, name: string, role: 'handler' | 'lead'): Promise<void>
  /** A session of today for somebody known by their name; by their address and password where they have others. */
  signIn(name: string): Promise<Session>
  enter(email: string, password: string): Promise<Session>
  /** Asks the desk over HTTP, as somebody signed in or with an API key. @throws when it refuses */
  ask<Answer>(who: Session | string, method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<Answer>
  close(): Promise<void>
}

const password = 'four copper pans above the sink'
/** "Nora Lindgren" is nora@halden.example. */
const addressOf = (name: string): string => `${name.split(' ')[0]?.toLowerCase() ?? ''}@halden.example`
export const berlin = (wallTime: string): Date => new Date(`${wallTime.replace(' ', 'T')}:05+01:00`)

/** Founds "Halden Home" by its first page, in the name of `founder`. */
export async function openStage(start: string, founder: string): Promise<FoundedStage> {
  const stage = await openEmptyStage(start)
  const founding = await enterBy(stage.desk, '/api/first-run', {
    ...{ company: 'Halden Home', kindOfBusiness: 'kitchen shop', timeZone: 'Europe/Berlin' },
    ...{ name: founder, email: addressOf(founder), password },
    floor: { acknowledgeMinutes: 15, firstAnswerBusinessDays: 1, finalAnswerBusinessDays: 5 },
  })
  return { ...stage, founding }
}

/** A desk that nobody has founded yet. */
export async function openEmptyStage(start: string): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'amends-pictures-'))
  const clock = handClock(berlin(start))
  // Each look at the clock is a millisecond later than the one before, so that what happens in turn is also listed in turn.
  const turning: Clock = {
    now: () => {
      clock.moveTo(new Date(clock.now().getTime() + 1))
      return clock.now()
    },
  }
  const webFolder = join(projectFolder, 'web/dist')
  await buildPages(webFolder)
  const letterBox = await openLetterBox()
  const config = {
    ...{ dataFolder: folder, databaseUrl: null, host: '127.0.0.1', port: 0, publicUrl: 'http://desk.halden.example' },
    webhookHosts: new Set<string>(),
    letterHoldMs: 0,
    mailDoors: { doors: [], peers: { named: [], any: false }, tls: null },
    ...({ role: 'all', logLevel: 'error', sealingKey: '07'.repeat(32), webFolder, sample: null } as const),
  }
  const desk = await startDesk(config, turning)
  const ask = <Answer>(who: Session | string, method: string, path: string, body?: object) =>
    askDesk(desk.url, who, method, path, body).then(({ json }) => json as Answer)
  const enter = (path: string, body: object) => enterBy(desk, path, body)
  return {
    ...{ desk, letterBox, ask },
    moveTo: async (wallTime) => {
      clock.moveTo(berlin(wallTime))
      await tick(desk.house, tickParts)
    },
    invite: async (by, name, role) => {
      const { url } = await ask<{ url: string }>(by, 'POST', '/api/invites', { email: addressOf(name), role })
      const token = /[^/#?=]+$/.exec(url)?.[0]
      await enter('/api/invites/accept', { token, name, password })
    },
    signIn: (name) => enter('/api/sign-in', { email: addressOf(name), password }),
    enter: (email, secret) => enter('/api/sign-in', { email, password: secret }),
    close: async () => {
      await desk.stop()
      await letterBox.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

interface Answered {
  readonly json: unknown
  readonly cookie: string
}

async function askDesk(
  url: string,
  who: Session | string,
  method: string,
  path: string,
  body?: object,
): Promise<Answered> {
  const proof: Record<string, string> =
    typeof who !== 'string'
      ? { cookie: who.cookie, 'x-amends-csrf': who.csrf }
      : who === ''
        ? {}
        : { authorization: `Bearer ${who}` }
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const headers = { ...proof, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
  const answer = await fetch(`${url}${path}`, { method, headers, ...sent })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path} answered ${String(answer.status)}: ${text}`)
  return { json: JSON.parse(text), cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' }
}

const enterBy = (desk: Desk, path: string, body: object): Promise<Session> =>
  askDesk(desk.url, '', 'POST', path, body).then(sessionOf)

const sessionOf = ({ json, cookie }: Answered): Session => ({ cookie, csrf: (json as { csrfToken: string }).csrfToken })

/** Asks again until there is an answer; the work behind the desk takes a moment. */
export async function eventually<Found>(what: string, look: () => Promise<Found | null>): Promise<Found> {
  for (let round = 0; round < 600; round++) {
    const found = await look()
    if (found !== null) return found
    await pause(100)
  }
  throw new Error(`Within a minute there was still ${what}.`)
}
