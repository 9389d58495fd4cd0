// Desks that are stopped, killed, or two on one database: what was promised is kept, no job is lost, none is done twice.
import { existsSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { isAlive } from '../../src/platform/database/launcher/processes.ts'
import { cloneDatabase } from '../setup/database.ts'
import { ask } from './launcher-stage.ts'
import * as act from './desk-stage.ts'

const stage = act.openDeskStage()
const cleanUps: (() => Promise<unknown>)[] = []
afterAll(async () => {
  await stage.clean()
  for (const clean of cleanUps) await clean()
})

const agent = new Agent({ keepAlive: false })

/** One complaint on a connection of its own. `isTaken` tells once the server has the connection; status 0: it hung up. */
function complainAlone(url: string, { key }: act.Founded, text: string, isTaken: () => void): Promise<number> {
  const body = JSON.stringify({
    from: { email: `${text}@customer.example` },
    subject: 'Kettle',
    text: `It leaks. ${text}`,
  })
  return new Promise((resolve) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', expect: '100-continue' }
    const asked = request(`${url}/api/v1/complaints`, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().once('close', () => {
        resolve(answer.statusCode ?? 0)
      })
    })
    asked.once('continue', () => {
      isTaken()
      asked.end(body)
    })
    asked.once('error', () => {
      resolve(0)
    })
    asked.flushHeaders()
  })
}

test('SIGTERM under load: what is under way is answered, exit 0 within 10 s, PostgreSQL gone, no job lost', async () => {
  const folder = await stage.foundedFolder()
  const who = await stage.founded()
  const desk = await stage.start({ folder })
  await desk.open
  const stored: string[] = []
  const faults: string[] = []
  let isOver = false
  const load = async (name: string): Promise<void> => {
    for (let at = 0; !isOver; at++) {
      const text = `${name}-${String(at)}`
      let taken = false
      const status = await complainAlone(desk.url, who, text, () => (taken = true))
      if (status === 202) stored.push(text)
      else if (taken && status !== 503) faults.push(`${text} was taken and then answered by ${String(status)}`)
      await sleep(50)
    }
  }
  const loads = Array.from({ length: 6 }, (_, at) => load(`s${String(at)}`))
  await act.until(() => stored.length > 30, 60, 'complaints are stored')
  const pid = act.serverPid(folder)
  const begin = performance.now()
  const code = await act.end(desk)
  const took = performance.now() - begin
  isOver = true
  await Promise.all(loads)
  console.log(`SIGTERM under load: gone after ${String(Math.round(took))} ms, ${String(stored.length)} stored`)
  expect(code).toBe(0)
  expect(took).toBeLessThan(10_000)
  expect(faults).toEqual([])
  expect(isAlive(pid)).toBe(false)
  expect(existsSync(join(folder, 'owner'))).toBe(false)

  const again = await stage.start({ folder })
  await again.open
  await act.until(() => act.isWorkedOff(act.serverUrl(folder)), 60, 'everything stored is a case')
  const [kept] = await ask(act.serverUrl(folder), 'select count(*)::int as n from inbound_raw')
  expect(kept?.['n']).toBe(stored.length)
  expect(await act.end(again)).toBe(0)
})

test('SIGKILL with jobs in hand: the next start does them within seconds, and nothing is there twice', async () => {
  const folder = await stage.foundedFolder()
  const who = await stage.founded()
  let stored = 0
  for (let round = 0; round < 2; round++) {
    const desk = await stage.start({ folder })
    await desk.open
    let answered = 0
    const posts = Array.from({ length: 25 }, async (_, at) => {
      const answer = await act.complain(desk.url, who, `Round ${String(round)}, ${String(at)}`)
      answered += 1
      return answer
    })
    const done = Promise.all(posts)
    await act.until(() => answered >= 10, 30, 'some are answered, and others under way')
    await act.crash(desk)
    stored += (await done).filter(({ status }) => status === 202).length
  }
  const last = await stage.start({ folder })
  await last.open
  const url = act.serverUrl(folder)
  const [left] = await ask(
    url,
    'select count(*) filter (where locked_by is not null)::int as n from graphile_worker._private_jobs',
  )
  await act.endLeases(url)
  const took = await act.until(() => act.isWorkedOff(url), 90, 'everything stored is a case')
  const [kept] = await ask(url, 'select count(*)::int as n from inbound_raw')
  console.log(
    `SIGKILL: ${String(left?.['n'])} jobs were in dead hands; all of ${String(kept?.['n'])} done after ${String(took)} ms`,
  )
  expect(kept?.['n']).toBeGreaterThanOrEqual(stored)
  expect(stored).toBeGreaterThan(0)
  expect(await act.end(last)).toBe(0)
})

test('SIGKILL while a letter is in hand: the next start frees it at once, before anything works', async () => {
  const folder = await stage.foundedFolder()
  const who = await stage.founded()
  const desk = await stage.start({ folder })
  await desk.open
  const url = act.serverUrl(folder)
  await act.complain(desk.url, who, 'A kettle')
  await act.until(() => act.isWorkedOff(url), 60, 'the complaint is a case')
  await ask(
    url,
    "update outbox set state = 'sending', due_at = now() + interval '1 hour', leased_until = now() + interval '1 hour'",
  )
  const leased = 'select count(*)::int as n from outbox where leased_until > now()'
  expect((await ask(url, leased))[0]?.['n']).toBeGreaterThan(0)
  await act.crash(desk)
  const next = await stage.start({ folder })
  await next.open
  expect((await ask(act.serverUrl(folder), `${leased} and due_at > now() + interval '50 minutes'`))[0]?.['n']).toBe(0)
  expect(await act.end(next)).toBe(0)
})

test('two desks on one DATABASE_URL share the work; when one is killed the other takes its jobs over', async () => {
  const database = await cloneDatabase()
  cleanUps.push(database.drop)
  const env = { DATABASE_URL: database.url, AMENDS_SEALING_KEY: '07'.repeat(32) }
  const [one, other] = await Promise.all([
    stage.start({ env, folder: stage.emptyFolder() }),
    stage.start({ env, folder: stage.emptyFolder() }),
  ])
  await Promise.all([one.open, other.open])
  const who = await act.found(one.url)
  const second = await fetch(`${other.url}/api/first-run`, act.json(act.firstRun))
  expect(second.status).toBe(409)
  const post = (from: number, count: number) =>
    Promise.all(
      Array.from({ length: count }, async (_, at) => {
        const text = `Number ${String(from + at)}`
        // The same complaint to both at once: one record.
        const answers = await Promise.all(
          [one, other].map(({ url }) => act.complain(url, who, text, { externalId: text })),
        )
        return answers.filter(({ status }) => status === 202).length
      }),
    )
  expect((await post(0, 30)).every((count) => count === 2)).toBe(true)
  await act.until(() => act.isWorkedOff(database.url), 60, 'everything is a case')
  void post(30, 20)
  await sleep(300)
  await act.crash(other)
  const inHand = `select 1 from graphile_worker._private_jobs`
  const isDone = async () => (await ask(database.url, inHand)).length === 0
  await act.until(isDone, 60, 'the other does the jobs that were in the hands of the killed')
  const numbers = await ask(database.url, 'select number, count(*)::int as n from cases group by 1 having count(*) > 1')
  expect(numbers).toEqual([])
  const [records] = await ask(
    database.url,
    `select count(*)::int as n, count(distinct key)::int as keys from inbound_raw`,
  )
  expect(records?.['n']).toBe(records?.['keys'])
  expect(records?.['n']).toBeGreaterThanOrEqual(30)
  expect(await act.end(one)).toBe(0)
})
