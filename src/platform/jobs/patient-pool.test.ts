// A database that goes away costs the queue time, nothing else: connecting waits for it, and a question cut off says that it comes back.
import { createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../tests/setup/database.ts'
import { patientPool } from './patient-pool.ts'

let database: TestDatabase
let gate: Gate
const pools: pg.Pool[] = []

/** The only way to the database; shut, nobody gets through. */
interface Gate {
  readonly url: string
  isOpen: boolean
  cut(): void
  close(): void
}

async function openGate(to: string): Promise<Gate> {
  const target = new URL(to)
  const sockets = new Set<Socket>()
  const server: Server = createServer((near) => {
    near.on('error', () => undefined)
    if (!gate.isOpen) {
      near.destroy()
      return
    }
    const far = connect(Number(target.port), target.hostname)
    far.on('error', () => undefined)
    sockets.add(near).add(far)
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening)
  })
  const url = new URL(to)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    isOpen: true,
    cut: () => {
      for (const socket of sockets) socket.destroy()
    },
    close: () => {
      server.close()
    },
  }
}

const openPatientPool = (): pg.Pool => {
  const pool = new pg.Pool({ connectionString: gate.url, max: 2 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  pools.push(pool)
  return patientPool(pool)
}

beforeAll(async () => {
  database = await cloneDatabase()
  gate = await openGate(database.url)
})
afterEach(async () => {
  gate.isOpen = true
  await Promise.all(pools.splice(0).map((pool) => pool.end()))
})
afterAll(async () => {
  gate.cut()
  gate.close()
  await database.drop()
})

test('connecting waits until the database is back', async () => {
  gate.isOpen = false
  const connecting = openPatientPool().connect()
  expect(await Promise.race([connecting.then(() => 'connected'), wait(300, 'waiting')])).toBe('waiting')
  gate.isOpen = true
  const client = await connecting
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  client.release()
})

test('a question that is cut off says what the queue waits out', async () => {
  const client = await openPatientPool().connect()
  const asking = client.query('select pg_sleep(60)')
  setTimeout(() => {
    gate.cut()
  }, 100)
  await expect(asking).rejects.toMatchObject({ code: '57P03' })
  client.release(true)
})

test('every other failure is told as it is', async () => {
  const client = await openPatientPool().connect()
  await expect(client.query('select nonsense')).rejects.toMatchObject({ code: '42703' })
  client.release()
})
