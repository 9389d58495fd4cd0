// Errors as people and programs see them: RFC 9457 problem documents. Never a stack trace, never a 500 for a client's fault.
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { OutsideFailure, Refusal, type RefusalCode } from '../../shared/errors.ts'
import { asOurError } from '../database/database-errors.ts'

export const statusOf: Readonly<Record<RefusalCode, number>> = {
  invalid: 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  'wrong-state': 409,
  conflict: 409,
  'in-progress': 409,
  expired: 410,
  'too-large': 413,
  unsupported: 415,
  'key-reused': 422,
  'too-many': 429,
  'storage-full': 503,
  unavailable: 503,
}

export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly fields?: Readonly<Record<string, string>>
}

const titles: Readonly<Record<RefusalCode, string>> = {
  invalid: 'The request is not right',
  'not-signed-in': 'Please sign in',
  'not-allowed': 'You may not do this',
  'not-found': 'There is nothing here',
  'wrong-state': 'Not possible now',
  conflict: 'Somebody was faster',
  'in-progress': 'The first request still runs',
  expired: 'Its time is over',
  'too-large': 'Too large',
  unsupported: 'We cannot read this kind',
  'key-reused': 'The key was used for something else',
  'too-many': 'Too many tries',
  'storage-full': 'No room to store',
  unavailable: 'Not available at the moment',
}

/** The problem document of a refusal. */
export const problemOf = (code: RefusalCode, detail: string, fields?: Readonly<Record<string, string>>): Problem => ({
  type: `/problems/${code}`,
  title: titles[code],
  status: statusOf[code],
  code,
  detail,
  ...(fields === undefined ? {} : { fields }),
})

/** Turns whatever went wrong into a problem document; logs bugs once, with the reference number that the person sees. */
export function answerError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = asProblem(error)
  if (problem) return send(reply, problem)
  request.log.error({ err: error, reference: request.id }, 'a request failed by our fault')
  return send(reply, {
    type: '/problems/bug',
    title: 'Something went wrong on our side',
    status: 500,
    code: 'bug',
    detail: `Nothing was changed by this request. If it happens again, tell your administrator the reference ${request.id}.`,
  })
}

function send(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.status === 503 || problem.status === 429) void reply.header('retry-after', '30')
  return reply.code(problem.status).type('application/problem+json').serializer(JSON.stringify).send(problem)
}

function asProblem(caught: FastifyError | Error): Problem | undefined {
  // A question asked outside a transaction fails in PostgreSQL's own words when the database is away.
  const known = asOurError(caught)
  const error = known instanceof Refusal ? known : caught
  if (error instanceof Refusal) return problemOf(error.code, error.message, error.fields)
  if (error instanceof OutsideFailure)
    return { ...problemOf('unavailable', error.message), type: '/problems/outside', code: 'outside', status: 502 }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = Object.fromEntries(
      error.validation.map((fault) => [fault.instancePath || '/', fault.message ?? 'is not right']),
    )
    return problemOf('invalid', 'The request does not have the expected shape; the fields say what is wrong.', fields)
  }
  return clientFault(error)
}

function clientFault(error: FastifyError | Error): Problem | undefined {
  const status = 'statusCode' in error ? error.statusCode : undefined
  if (status === undefined || status < 400 || status >= 500) return undefined
  if (status === 413) return problemOf('too-large', 'The request is larger than we accept here. Nothing was stored.')
  if (status === 415) return problemOf('unsupported', 'This content type is not read here.')
  if (status === 404) return problemOf('not-found', 'There is nothing at this address.')
  if (status === 429) return problemOf('too-many', error.message)
  return { ...problemOf('invalid', error.message), status }
}
