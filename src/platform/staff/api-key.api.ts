// Routes about keys for programs.
import { z } from 'zod'
import { recordAudit } from '../audit/record-audit.ts'
import { done } from '../http/done.schema.ts'
import { route } from '../http/route.ts'
import { Refusal } from '../../shared/errors.ts'
import { addApiKey, type KeyDoor, listApiKeys, revokeApiKey } from './api-key.sql.ts'
import { keyPrefixes } from './caller.api.ts'
import { personOf } from './staff.api.ts'
import * as shapes from './staff.schema.ts'
import { makeToken } from './token.ts'

const doorOf = (opens: string): KeyDoor => (opens === 'events' || opens === 'objects' ? opens : 'complaints')

export const apiKeyRoutes = [
  route({
    method: 'GET',
    url: '/api/api-keys',
    summary: 'Keys for programs.',
    permission: 'key.change',
    response: shapes.apiKeyList,
    answer: async (ctx) => ({
      keys: (await listApiKeys(ctx.db)).map((key) => ({
        apiKeyId: key.api_key_id,
        name: key.name,
        opens: doorOf(key.opens),
        madeAt: key.made_at.toISOString(),
        usedAt: key.used_at?.toISOString() ?? null,
        revokedAt: key.revoked_at?.toISOString() ?? null,
      })),
    }),
  }),
  route({
    method: 'POST',
    url: '/api/api-keys',
    summary: 'Make a key; it is shown once.',
    permission: 'key.change',
    body: shapes.newApiKey,
    response: shapes.madeApiKey,
    status: 201,
    answer: async (ctx, { body }) => {
      const apiKeyId = ctx.newId<'api-key'>()
      const { token, hash } = makeToken(ctx.organizationId, ctx.house.secrets, keyPrefixes[body.opens])
      await addApiKey(ctx.db, {
        organizationId: ctx.organizationId,
        apiKeyId,
        name: body.name,
        opens: body.opens,
        tokenHash: hash,
        madeBy: personOf(ctx),
        madeAt: ctx.now(),
      })
      await recordAudit(ctx, 'api-key.made', { kind: 'api-key', id: apiKeyId }, { name: body.name, opens: body.opens })
      return { apiKeyId, key: token }
    },
  }),
  route({
    method: 'POST',
    url: '/api/api-keys/:apiKeyId/revoke',
    summary: 'Revoke a key; programs that use it are refused from now on.',
    permission: 'key.change',
    params: shapes.apiKeyParams,
    body: z.strictObject({}).nullish(),
    response: done,
    answer: async (ctx, { params }) => {
      if (!(await revokeApiKey(ctx.db, params.apiKeyId, ctx.now())))
        throw new Refusal('not-found', 'There is no key in use with this number.')
      ctx.forgetCallers()
      await recordAudit(ctx, 'api-key.revoked', { kind: 'api-key', id: params.apiKeyId })
      return { done: true }
    },
  }),
]
