// A request that is sent again, because its answer never came, is answered as the first time; nothing happens twice.
import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { answerKept, keepAnswer } from '../access/idempotency.sql.ts'
import { actorId } from '../context/actor.rules.ts'
import type { Context } from '../context/context.ts'
import { Refusal } from '../../shared/errors.ts'

/** Answers, or repeats the answer kept under the request's Idempotency-Key (none: always answers). What was refused is not kept. `version`
 * of the body is not compared: a page that asks again has read the object again meanwhile.
 * @throws Refusal('key-reused') where the key came with another body before */
export async function answerOnce(
  ctx: Context,
  { headers, method, url, body }: Pick<FastifyRequest, 'headers' | 'method' | 'url' | 'body'>,
  answer: () => Promise<unknown>,
): Promise<unknown> {
  const key = headers['idempotency-key']
  if (key === undefined) return answer()
  if (typeof key !== 'string' || key.length === 0 || key.length > 255)
    throw new Refusal('invalid', 'An Idempotency-Key has 1 to 255 characters.')
  const holder = `${ctx.actor.kind}:${actorId(ctx.actor) ?? ''} ${method} ${url}`
  const requestHash = hashOf(body)
  const before = await answerKept(ctx.db, ctx.organizationId, holder, key)
  if (before === null) {
    const response = await answer()
    await keepAnswer(ctx.db, ctx.organizationId, { holder, key, requestHash, status: 200, response, at: ctx.now() })
    return response
  }
  if (!before.requestHash.equals(requestHash))
    throw new Refusal('key-reused', 'This Idempotency-Key was used for another request. Nothing was done.')
  return before.response
}

const hashOf = (body: unknown): Buffer =>
  createHash('sha256')
    .update(JSON.stringify({ ...(body as object | null), version: null }))
    .digest()
