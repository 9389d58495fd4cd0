// A database that goes away: what is answered 2xx is stored, everything else is 503 with words, and the desk is back by itself.
import { connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../setup/database.ts'
import { ask } from './launcher-stage.ts'
import * as act from './desk-stage.ts'

const stage = act.openDeskStage()
const cleanUps: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const clean of cleanUps.splice(0).reverse()) await clean()
  await stage.clean()
})

const textsIn = async (url: string): Promise<readonly unknown[]> =>
  (await ask(url, `select convert_from(bytes, 'UTF8')::jsonb->>'text' as text from inbound_raw`)).map(
    ({ text }) => text,
  )

/** Hands complaints in, from several at once, some thirty a second, until told to stop. */
function complainOn(url: string, who: act.Founded) {
  const stored: string[] = []
  const others: Awaited<ReturnType<typeof act.complain>>[] = []
  let isOver = false
  const one = async (name: number) => {
    for (let at = 0; !isOver; at++) {
      const text = `${String(name)}-${String(at)}`
      const answer = await act.complain(url, who, text)
      if (answer.status === 202) stored.push(text)
      else others.push(answer)
      await sleep(100)
    }
  }
  const all = Promise.all([1, 2, 3].map(one))
  return {
    stored,
    others,
    stop: () => {
      isOver = true
      return all
    },
  }
}

const in503 = (answers: readonly { status: number; said: string; retryAfter: string | null }[]) =>
  answers.every(({ status, said, retryAfter }) => status === 503 && retryAfter === '30' && !/\n\s+at /.test(said))

test('kill -9 of PostgreSQL under load: nothing acknowledged is lost, and it is back within seconds', async () => {
  const folder = await stage.foundedFolder()
  const who = await stage.founded()
  const desk = await stage.start({ folder })
  await desk.open
  const load = complainOn(desk.url, who)
  cleanUps.push(load.stop)
  for (let round = 0; round < 2; round++) {
    const before = load.stored.length
    await act.until(() => load.stored.length > before + 10, 60, 'complaints are stored')
    process.kill(act.serverPid(folder), 'SIGKILL')
    const away = await act.until(async () => !(await act.isReady(desk.url)), 5, 'it says that it cannot store')
    const back = await act.until(() => act.isReady(desk.url), 30, 'it is ready again')
    console.log(`PostgreSQL killed: not ready after ${String(away)} ms, ready again ${String(back)} ms later`)
  }
  const { length } = load.stored
  await act.until(() => load.stored.length > length, 10, 'it stores again')
  await load.stop()
  const kept = new Set(await textsIn(act.serverUrl(folder)))
  expect(load.stored.filter((text) => !kept.has(text))).toEqual([])
  expect(load.others.length).toBeGreaterThan(0)
  expect(in503(load.others)).toBe(true)
  await act.endLeases(act.serverUrl(folder))
  await act.until(() => act.isWorkedOff(act.serverUrl(folder)), 60, 'everything stored is a case')
  expect(await act.end(desk)).toBe(0)
})

interface Wire {
  readonly port: number
  /** `cut`: connections break and no new one is made. `frozen`: nothing breaks, and nothing comes through. */
  be(state: 'well' | 'cut' | 'frozen'): void
  close(): Promise<void>
}

/** A wire between a desk and its database that can be cut. */
async function lay(port: number): Promise<Wire> {
  const ends = new Set<Socket>()
  let state: 'well' | 'cut' | 'frozen' = 'well'
  const server: Server = createServer((near) => {
    if (state === 'cut') return void near.destroy()
    const far = connect(port, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(from)
      from.on('error', () => undefined)
      from.on('close', () => {
        ends.delete(from)
        to.destroy()
      })
      from.on('data', (chunk) => {
        if (state === 'well') to.write(chunk)
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as { port: number }).port,
    be: (next) => {
      // What was frozen has lost bytes, so that such a connection is of no more use.
      if (next === 'cut' || state === 'frozen') for (const end of ends) end.destroy()
      state = next
    },
    close: async () => {
      for (const end of ends) end.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function startOverWire() {
  const database: TestDatabase = await cloneDatabase()
  const wire = await lay(Number(new URL(database.url).port))
  cleanUps.push(wire.close, database.drop)
  const url = new URL(database.url)
  url.port = String(wire.port)
  const desk = await stage.start({ folder: stage.emptyFolder(), env: { DATABASE_URL: url.href } })
  await desk.open
  return { desk, wire, database, who: await act.found(desk.url) }
}

test('a database server cut off for some seconds, or silent: no wrong 2xx, not ready in 3 s, back by itself', async () => {
  const { desk, wire, database, who } = await startOverWire()
  const load = complainOn(desk.url, who)
  cleanUps.push(load.stop)
  for (const state of ['cut', 'frozen'] as const) {
    const before = load.stored.length
    await act.until(() => load.stored.length > before + 10, 60, 'complaints are stored')
    wire.be(state)
    const away = await act.until(async () => !(await act.isReady(desk.url)), 6, 'it says that it cannot store')
    await sleep(3000)
    expect(await act.isReady(desk.url)).toBe(false)
    wire.be('well')
    const back = await act.until(() => act.isReady(desk.url), 30, 'it is ready again')
    console.log(`database ${state}: not ready after ${String(away)} ms, ready ${String(back)} ms after it was back`)
  }
  const { length } = load.stored
  await act.until(() => load.stored.length > length, 15, 'it stores again')
  await load.stop()
  const kept = new Set(await textsIn(database.url))
  expect(load.stored.filter((text) => !kept.has(text))).toEqual([])
  expect(load.others.length).toBeGreaterThan(0)
  expect(in503(load.others)).toBe(true)
  await act.endLeases(database.url)
  await act.until(() => act.isWorkedOff(database.url), 60, 'everything stored is a case')
  expect(await act.end(desk)).toBe(0)
})
