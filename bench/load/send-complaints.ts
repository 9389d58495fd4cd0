// Sends complaints to the JSON API: as fast as some connections can, or at a steady pace that does not wait for slow answers.
import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, makeClient } from '../desk/keep-alive-client.ts'
import { bodyOf, type Complaint, type ComplaintSource } from './complaints.ts'

export interface Way {
  readonly port: number
  readonly key: string
}

/** Answers how long it took, in milliseconds. @throws unless it was stored */
export async function sendOne(client: Client, { key }: Way, complaint: Complaint): Promise<number> {
  const body = bodyOf(complaint)
  const began = performance.now()
  const { status, body: said } = await client.ask({
    method: 'POST',
    path: '/api/v1/complaints',
    headers: { authorization: `Bearer ${key}` },
    body,
  })
  if (status !== 202) throw new Error(`a complaint was answered ${String(status)}: ${said}`)
  return performance.now() - began
}

/** Connections that each send the next one as soon as the one before is stored. Answers how many were stored, and in how long. */
export async function sendBurst(
  way: Way,
  next: ComplaintSource,
  { connections, seconds }: { readonly connections: number; readonly seconds: number },
): Promise<{ readonly stored: number; readonly seconds: number }> {
  const began = performance.now()
  const until = began + seconds * 1000
  let stored = 0
  const send = async (): Promise<void> => {
    const client = makeClient(way.port)
    while (performance.now() < until) {
      await sendOne(client, way, next())
      stored++
    }
    client.close()
  }
  await Promise.all(Array.from({ length: connections }, send))
  return { stored, seconds: (performance.now() - began) / 1000 }
}

export interface SteadyLoad {
  /** When each was sent, by its number (milliseconds of `performance.now`). */
  readonly sentAt: ReadonlyMap<string, number>
  /** Stops sending and waits for the last answers. */
  stop(): Promise<void>
}

/** Sends so many a second whatever the desk does, over as many connections as that takes. */
export function sendSteadily(way: Way, next: ComplaintSource, perSecond: number): SteadyLoad {
  const sentAt = new Map<string, number>()
  const idle: Client[] = []
  const underWay = new Set<Promise<void>>()
  let isStopped = false
  const send = async (): Promise<void> => {
    const client = idle.pop() ?? makeClient(way.port)
    const complaint = next()
    sentAt.set(complaint.externalId, performance.now())
    await sendOne(client, way, complaint)
    idle.push(client)
  }
  const run = async (): Promise<void> => {
    const began = performance.now()
    for (let count = 0; !isStopped; count++) {
      const wait = began + (count * 1000) / perSecond - performance.now()
      if (wait > 0) await sleep(wait)
      const sending = send().finally(() => underWay.delete(sending))
      underWay.add(sending)
      // Whoever stops hears of it; until then a failure must not end the program.
      sending.catch(() => (isStopped = true))
    }
  }
  const running = run()
  return {
    sentAt,
    stop: async () => {
      isStopped = true
      await running
      await Promise.all(underWay)
      for (const client of idle) client.close()
    },
  }
}
