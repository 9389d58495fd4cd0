// Server-sent events: one reader an organization looks for news and tells every open screen, each from its own place on.
import type { ServerResponse } from 'node:http'
import { inTransaction } from '../database/transaction.ts'
import type { House } from '../context/house.ts'
import type { OrganizationId } from '../../shared/ids.ts'
import { type LiveEvent, liveEventsAfter, type LivePlace, placeWord } from './live-events.sql.ts'

const mostAtOnce = 500
const pollMs = 400
const heartbeatMs = 15_000
/** A stream's right to listen is looked at again this often, so that a disabled person's ends well within a minute. */
const checkMs = 20_000
/** A client that takes nothing is let go before it fills our memory; it comes back and resumes. */
const mostUnread = 1_000_000

interface Stream {
  at: LivePlace
  readonly response: ServerResponse
}

export interface LiveHub {
  /** Looks for news now instead of at the next poll. */
  wake(): void
  /** Ends every stream; clients come back by themselves and resume. */
  close(): void
  /** Tells one client everything after `from`, until it leaves or `mayListen` throws. */
  follow(
    organizationId: OrganizationId,
    response: ServerResponse,
    from: LivePlace,
    mayListen: () => Promise<void>,
  ): void
}

const isAfter = (event: LivePlace, at: LivePlace): boolean => {
  const [left, right] = [BigInt(event.transaction), BigInt(at.transaction)]
  return left > right || (left === right && event.sequence > at.sequence)
}

/** What passes and is kept nowhere: without a place, since nobody can resume there. */
const passing = (objectId: string): string =>
  `data: ${JSON.stringify({ kind: 'presence.changed', objectKind: 'presence', objectId })}\n\n`

const frame = (event: LiveEvent): string => {
  const { kind, objectKind, objectId } = event
  return `id: ${placeWord(event)}\ndata: ${JSON.stringify({ kind, objectKind, objectId })}\n\n`
}

export function makeLiveHub(house: House): LiveHub {
  const feeds = new Map<OrganizationId, ReturnType<typeof makeFeed>>()
  const unwatch = house.presence.watch((organizationId, objectId) => {
    feeds.get(organizationId)?.pass(passing(objectId))
  })
  return {
    wake: () => {
      for (const feed of feeds.values()) void feed.look()
    },
    close: () => {
      unwatch()
      for (const feed of feeds.values()) feed.end()
    },
    follow: (organizationId, response, from, mayListen) => {
      const feed = feeds.get(organizationId) ?? makeFeed(house, organizationId, () => feeds.delete(organizationId))
      feeds.set(organizationId, feed)
      const stream: Stream = { at: from, response }
      const leave = (): void => {
        clearInterval(heartbeat)
        clearInterval(check)
        feed.leave(stream)
      }
      const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs)
      const check = setInterval(() => void mayListen().catch(() => response.end()), checkMs)
      response.on('close', leave)
      feed.join(stream)
    },
  }
}

function tell({ response }: Stream, words: string): void {
  response.write(words)
  if (response.writableLength > mostUnread) response.destroy()
}

/** The one reader of an organization. It reads from the place of whoever is furthest behind. */
function makeFeed(house: House, organizationId: OrganizationId, empty: () => void) {
  const streams = new Set<Stream>()
  let isBusy = false
  let isWoken = false

  const readOnce = async (): Promise<void> => {
    const oldest = [...streams]
      .map((stream) => stream.at)
      .reduce((left, right) => (isAfter(left, right) ? right : left))
    const events = await inTransaction(house.pool, organizationId, (db) => liveEventsAfter(db, oldest, mostAtOnce))
    for (const stream of streams) {
      const news = events.filter((event) => isAfter(event, stream.at))
      const last = news.at(-1)
      if (!last) continue
      stream.at = { transaction: last.transaction, sequence: last.sequence }
      tell(stream, news.map(frame).join(''))
    }
    if (events.length === mostAtOnce) isWoken = true
  }
  const look = async (): Promise<void> => {
    isWoken = true
    if (isBusy) return
    isBusy = true
    try {
      for (; isWoken && streams.size > 0;) {
        isWoken = false
        await readOnce()
      }
    } catch (error) {
      house.log.debug({ err: error }, 'the database is away; live events are looked for again at the next poll')
    } finally {
      isBusy = false
    }
  }
  const poll = setInterval(() => void look(), pollMs)
  return {
    look,
    pass: (words: string) => {
      for (const stream of streams) tell(stream, words)
    },
    join: (stream: Stream) => {
      streams.add(stream)
      void look()
    },
    leave: (stream: Stream) => {
      streams.delete(stream)
      if (streams.size > 0) return
      clearInterval(poll)
      empty()
    },
    end: () => {
      clearInterval(poll)
      for (const stream of streams) stream.response.end()
    },
  }
}
