// The HTTP server made from lists of routes: shapes checked, callers identified, the policy asked, errors turned into problems.
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { House } from '../context/house.ts'
import { newId } from '../../shared/ids.ts'
import { guardAnswers } from './guard-answers.ts'
import { packAnswers } from './pack-answers.ts'
import { answerError } from './problem.ts'
import type { AnyRoute, Identify } from './route.ts'
import { serveRoute } from './serve-route.ts'
import { unpackBodies } from './unpack-bodies.ts'

/** Stands where Fastify would load its own compilers of schemas; shapes here are zod's, whose compilers are set below. */
const notUsed = (): never => {
  throw new Error('a route without a zod schema')
}

/** Builds the server; it does not listen yet. `pages` adds the built web pages, where there are any. */
export async function buildServer(
  house: House,
  identify: Identify,
  routes: readonly AnyRoute[],
  pages?: (app: FastifyInstance) => Promise<void>,
): Promise<FastifyInstance> {
  const logger: FastifyBaseLogger = house.log
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 262_144,
    requestTimeout: 60_000,
    keepAliveTimeout: 30_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    trustProxy: false,
    genReqId: () => newId<'request'>(house.clock.now(), house.secrets),
    schemaController: { compilersFactory: { buildValidator: notUsed, buildSerializer: notUsed } },
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerError)
  await guardAnswers(app, house.publicUrl.startsWith('https:'))
  await app.register(cookie)
  await app.register(multipart, {
    limits: { fileSize: 26_214_400, files: 10, fields: 30, fieldSize: 200_000, parts: 40, headerPairs: 100 },
  })
  // What forms of HTML and one-click unsubscribing post (RFC 8058), left as text: routes that want JSON refuse it by its shape.
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body)
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Amends', version: '1', description: 'Complaints in, and everything about them out.' },
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
    },
    transform: jsonSchemaTransform,
  })
  app.addHook('onRequest', (request, reply, done) => {
    house.turns.enter(request)
    // Also when the client goes before it is answered, which no hook tells.
    reply.raw.once('close', () => {
      house.turns.leave(request)
    })
    done()
  })
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store')
  })
  packAnswers(app)
  unpackBodies(app, '/v1/')
  for (const route of routes) serveRoute(app, house, identify, route)
  await pages?.(app)
  return app
}
