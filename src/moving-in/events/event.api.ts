// The door for events in the Segment form: the write key is the user name of Basic authentication, without a password.
import type { FastifyRequest } from 'fastify'
import { type AnyRoute, openRoute, route } from '../../platform/http/route.ts'
import { Refusal } from '../../shared/errors.ts'
import { eventKinds } from './event.rules.ts'
import * as shapes from './event.schema.ts'
import { eventFigures } from './event.sql.ts'
import { receiveEvents } from './receive-events.ts'

const bodyLimit = 500 * 1024
const openBecause = 'programs sign in with a write key of their own, by Basic authentication'

/** The user name of the request's Basic authentication. @throws Refusal('not-signed-in') where there is none */
function writeKeyOf({ headers }: FastifyRequest): string {
  const encoded = /^Basic ([\w+/=-]{1,400})$/i.exec(headers.authorization ?? '')?.[1]
  const [key = ''] = Buffer.from(encoded ?? '', 'base64')
    .toString('utf8')
    .split(':')
  if (key === '') throw new Refusal('not-signed-in', 'Say the write key as the user name of Basic authentication.')
  return key
}

const single = eventKinds.map((kind) =>
  openRoute({
    method: 'POST',
    url: `/v1/${kind}`,
    summary: `Hand in one event of the kind ${kind}.`,
    ...{ openBecause, bodyLimit, body: shapes.oneEvent, response: shapes.received },
    answer: async (house, { body }, { request }) => {
      await receiveEvents(house, writeKeyOf(request), [{ ...body, type: kind }], body['sentAt'])
      return { success: true }
    },
  }),
)

export const eventRoutes: readonly AnyRoute[] = [
  ...single,
  openRoute({
    method: 'POST',
    url: '/v1/batch',
    summary: 'Hand in events. Each is kept once by its messageId; one that is bad spoils no other.',
    ...{ openBecause, bodyLimit, body: shapes.batchBody, response: shapes.received },
    answer: async (house, { body }, { request }) => {
      await receiveEvents(house, writeKeyOf(request), body.batch, body['sentAt'])
      return { success: true }
    },
  }),
  route({
    method: 'GET',
    url: '/api/events-taken',
    summary: 'What became of the events that programs handed in.',
    permission: 'history.bring',
    response: shapes.eventFigures,
    answer: async (ctx) => {
      const { counts, latest } = await eventFigures(ctx.db)
      const of = (state: string): number => counts.find((one) => one.state === state)?.count ?? 0
      return {
        counts: { waiting: of('waiting'), taken: of('taken'), left: of('left'), bad: of('bad') },
        latest: latest.map((one) => ({ ...one, at: one.at.toISOString() })),
      }
    },
  }),
]
