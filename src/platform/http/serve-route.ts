// One route on the server: shapes for validation and OpenAPI, then caller, policy and use case in one transaction. What waits for others is
// done before it, once the policy has been asked.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { mayDo } from '../access/access.rules.ts'
import type { Actor } from '../context/actor.rules.ts'
import { type Context, withContext } from '../context/context.ts'
import type { House } from '../context/house.ts'
import { Refusal } from '../../shared/errors.ts'
import type { OrganizationId } from '../../shared/ids.ts'
import { answerOnce } from './answer-once.ts'
import type { Allowed, AnyRoute, Caller, Identify } from './route.ts'

export function serveRoute(app: FastifyInstance, house: House, identify: Identify, route: AnyRoute): void {
  const status = route.status ?? 200
  app.route({
    method: route.method,
    url: route.url,
    ...(route.bodyLimit === undefined ? {} : { bodyLimit: route.bodyLimit }),
    schema: {
      summary: route.summary,
      hide: !route.url.startsWith('/api/v1/'),
      ...(route.kind === 'checked' ? { security: [{ key: [] }] } : {}),
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { querystring: route.query } : {}),
      ...(route.body ? { body: route.body } : {}),
      ...(route.response ? { response: { [status]: route.response } } : {}),
    },
    // A stranger is told so before the body is read: it fills no memory, and what a route expects is not theirs to learn.
    ...(route.kind === 'checked' ? { onRequest: knownCallersOnly(identify) } : {}),
    handler: async (request, reply) => {
      const input = { params: request.params, query: request.query, body: request.body }
      const http = { request, reply }
      void reply.code(status)
      const answer =
        route.kind === 'open'
          ? await route.answer(house, input, http)
          : await answerChecked(house, identify, route, request, input, http)
      return reply.sent ? reply : (answer ?? null)
    },
  })
}

const knownCallersOnly =
  (identify: Identify) =>
  (request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void => {
    try {
      identify(request)
      done()
    } catch (error) {
      done(error as Error)
    }
  }

/** A refusal comes before whatever else went wrong. */
async function answerOnceChecked(checked: Promise<unknown>, answer: Promise<unknown>): Promise<unknown> {
  answer.catch(() => undefined)
  await checked
  return answer
}

/** The caller with the actor found a moment ago, where that is enough. */
async function recognise(
  house: House,
  caller: Caller,
): Promise<{ organizationId: OrganizationId; actor: Caller['actor'] | Actor }> {
  const { organizationId, known } = caller
  if (known === null) return caller
  const look = () => withContext(house, caller, (ctx) => Promise.resolve(ctx.actor))
  return { organizationId, actor: await house.callers.ask(known, house.clock.now(), look) }
}

async function answerChecked(
  house: House,
  identify: Identify,
  route: Extract<AnyRoute, { kind: 'checked' }>,
  request: FastifyRequest,
  input: { params: unknown; query: unknown; body: unknown },
  http: Parameters<typeof route.answer>[2],
): Promise<unknown> {
  const caller = await recognise(house, identify(request))
  const check = async (ctx: Context): Promise<Allowed> => {
    const relation = (await route.relation?.(ctx, input.params)) ?? 'any'
    if (!mayDo(ctx.actor, route.permission, relation))
      throw new Refusal('not-allowed', 'Your role does not allow this here. Ask your team lead or administrator.')
    return { organizationId: ctx.organizationId, actor: ctx.actor }
  }
  const prepared = route.before && (await route.before(house, await withContext(house, caller, check), input, http))
  return withContext(house, { ...caller, isReading: route.method === 'GET' }, async (ctx) => {
    const checked = check(ctx)
    if (!route.isAskedWithCheck) await checked
    const answer = () => route.answer(ctx, input, http, prepared)
    return answerOnceChecked(checked, route.isOnce ? answerOnce(ctx, request, answer) : answer())
  })
}
