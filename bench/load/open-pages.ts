// Opens pages as the browser does: the requests of one page, over the connections a browser holds, timed from the first to the last byte.
import { type Client, makeClient } from '../desk/keep-alive-client.ts'
import type { Signed } from '../desk/found-desk.ts'

/** Requests in rounds: those of a round leave together, the next round follows when all have come. */
export type Page = readonly (readonly string[])[]

export const deskPage: Page = [['/api/desk']]
export const casePage = (caseId: string): Page => [[`/api/cases/${caseId}/page`]]

export interface Visit {
  readonly port: number
  readonly people: readonly Signed[]
  /** The page of the n-th opening. */
  readonly pageOf: (turn: number) => Page
  /** Openings that count, all people together. */
  readonly samples: number
  /** Openings before, that do not. */
  readonly warmUp: number
}

/** Everybody opens the next page as soon as the one before is there. Milliseconds of each opening that counts. */
export async function openPages({ port, people, pageOf, samples, warmUp }: Visit): Promise<readonly number[]> {
  const taken: number[] = []
  let turn = 0
  const open = async (who: Signed): Promise<void> => {
    const clients = [makeClient(port), makeClient(port), makeClient(port)]
    while (turn < warmUp + samples) {
      const mine = turn++
      const took = await openPage(clients, who, pageOf(mine))
      if (mine >= warmUp) taken.push(took)
    }
    for (const client of clients) client.close()
  }
  await Promise.all(people.map(open))
  return taken
}

async function openPage(clients: readonly Client[], who: Signed, page: Page): Promise<number> {
  const began = performance.now()
  for (const round of page) await Promise.all(round.map((path, at) => ask(clients[at], who, path)))
  return performance.now() - began
}

async function ask(client: Client | undefined, who: Signed, path: string): Promise<void> {
  if (!client) throw new Error('a page asks more at once than a browser would')
  const { status, body } = await client.ask({ method: 'GET', path, headers: { cookie: who.cookie } })
  if (status !== 200) throw new Error(`${path} answered ${String(status)}: ${body}`)
}
