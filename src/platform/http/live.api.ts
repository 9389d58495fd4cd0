// The stream of what changes (kinds and identifiers, never words), resumable by Last-Event-ID without a gap.
import type { FastifyRequest } from 'fastify'
import { mayDo } from '../access/access.rules.ts'
import { withContext } from '../context/context.ts'
import type { House } from '../context/house.ts'
import { Refusal } from '../../shared/errors.ts'
import type { LiveHub } from './live-hub.ts'
import { latestLivePlace, type LivePlace } from './live-events.sql.ts'
import { type AnyRoute, type Identify, openRoute } from './route.ts'

const place = /^(\d{1,19})\.(\d{1,16})$/

/** Reads Last-Event-ID; null when it is none of ours. */
export function readPlace(text: unknown): LivePlace | null {
  const found = typeof text === 'string' ? place.exec(text) : null
  return found?.[1] === undefined ? null : { transaction: found[1], sequence: Number(found[2]) }
}

const startFor = (house: House, identify: Identify, request: FastifyRequest): Promise<LivePlace> =>
  withContext(house, identify(request), async (ctx) => {
    if (!mayDo(ctx.actor, 'desk.see', 'any'))
      throw new Refusal('not-allowed', 'Live events are for people who work here.')
    return latestLivePlace(ctx.db)
  })

/** The route of the event stream over one hub. */
export const liveRoute = (hub: LiveHub, identify: Identify): AnyRoute =>
  openRoute({
    method: 'GET',
    url: '/api/events',
    summary: 'Follow what changes.',
    openBecause: 'it checks the caller and the policy itself, at the start and every twenty seconds',
    answer: async (house, _input, { request, reply }) => {
      const start = await startFor(house, identify, request)
      const from = readPlace(request.headers['last-event-id']) ?? start
      const { organizationId } = identify(request)
      reply.hijack()
      house.turns.leave(request)
      const headers = reply.getHeaders() as Record<string, string>
      reply.raw.writeHead(200, {
        ...headers,
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      reply.raw.write('retry: 2000\n\n')
      hub.follow(organizationId, reply.raw, from, async () => {
        await startFor(house, identify, request)
      })
      return undefined
    },
  })
