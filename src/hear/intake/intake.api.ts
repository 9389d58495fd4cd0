// Routes for the quarantine.
import { type AnyRoute, route } from '../../platform/http/route.ts'
import type { RawId } from '../../shared/ids.ts'
import { quarantineList, quarantineQuery, rawParams, releaseBody, released } from './intake.schema.ts'
import { releaseFromQuarantine } from './release-raw.ts'
import { quarantinedBytes, showQuarantine } from './show-quarantine.ts'

const list = route({
  method: 'GET',
  url: '/api/quarantine',
  summary: 'What came in and could not become a message by itself, newest first.',
  permission: 'quarantine.read',
  query: quarantineQuery,
  response: quarantineList,
  answer: (ctx, { query }) => showQuarantine(ctx, query.before),
})

const bytes = route({
  method: 'GET',
  url: '/api/quarantine/:rawId/raw',
  summary: 'The bytes as they came, to be saved.',
  permission: 'quarantine.read',
  params: rawParams,
  answer: async (ctx, { params }, { reply }) => {
    const found = await quarantinedBytes(ctx, params.rawId as RawId)
    const isMail = found.mediaType.includes('rfc822')
    void reply.header('content-disposition', `attachment; filename="${params.rawId}.${isMail ? 'eml' : 'json'}"`)
    void reply.header('content-security-policy', "sandbox; default-src 'none'")
    void reply.header('x-content-type-options', 'nosniff')
    void reply.type(isMail ? 'message/rfc822' : 'application/octet-stream')
    return found.bytes
  },
})

const release = route({
  method: 'POST',
  url: '/api/quarantine/:rawId/release',
  summary: 'Read a record again, as a person says.',
  permission: 'quarantine.release',
  params: rawParams,
  body: releaseBody,
  response: released,
  answer: async (ctx, { params, body }) => {
    await releaseFromQuarantine(ctx, params.rawId as RawId, body)
    return { done: true } as const
  },
})

export const quarantineRoutes: readonly AnyRoute[] = [list, bytes, release]
