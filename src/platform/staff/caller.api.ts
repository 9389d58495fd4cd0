// Who a request comes from: a session cookie (with its CSRF token on everything that changes) or an API key. Deny where neither holds.
import type { FastifyRequest } from 'fastify'
import type { Actor } from '../context/actor.rules.ts'
import type { Database } from '../database/transaction.ts'
import type { Caller } from '../http/route.ts'
import { Refusal } from '../../shared/errors.ts'
import { findLiveApiKey } from './api-key.sql.ts'
import { idleSince, touchAfterMs } from './session.ts'
import { sessionCookie } from './cookie.api.ts'
import { findLiveSession, touchSession } from './session.sql.ts'
import { isSameSecret, readToken, type SeenToken } from './token.ts'

export const apiKeyPrefix = 'amends_'
/** By what a key is told from one that opens another door. */
export const keyPrefixes = { complaints: apiKeyPrefix, events: 'amends_w_', objects: 'amends_r_' } as const

/** Reads the token of a request. The organization it names is believed only once the token is found there. */
export function identifyCaller(request: FastifyRequest): Caller {
  const bearer = /^Bearer ([\w.-]{1,200})$/.exec(request.headers.authorization ?? '')?.[1]
  const door = bearer?.startsWith(keyPrefixes.objects) === true ? 'objects' : 'complaints'
  const token = readToken(bearer ?? request.cookies[sessionCookie] ?? '', bearer === undefined ? '' : keyPrefixes[door])
  if (!token) throw notSignedIn()
  if (bearer !== undefined)
    return {
      organizationId: token.organizationId,
      actor: (db, at) => apiKeyActor(db, at, token, door),
      known: token.hash.toString('base64'),
    }
  const csrf = request.headers['x-amends-csrf']
  const changes = request.method !== 'GET' && request.method !== 'HEAD'
  return {
    organizationId: token.organizationId,
    actor: (db, at) => staffActor(db, at, token, changes, typeof csrf === 'string' ? csrf : ''),
    // A command is never done in the name of a session that has just ended.
    known: changes ? null : token.hash.toString('base64'),
  }
}

const notSignedIn = (): Refusal =>
  new Refusal('not-signed-in', 'You are not signed in, or the session has ended. Sign in again; drafts are kept.')

async function staffActor(db: Database, at: Date, token: SeenToken, changes: boolean, csrf: string): Promise<Actor> {
  const session = await findLiveSession(db, token.hash, at, idleSince(at))
  if (!session) throw notSignedIn()
  if (changes && !isSameSecret(session.csrfToken, csrf))
    throw new Refusal(
      'not-allowed',
      'The request does not come from a page of this desk. Reload the page and try again; nothing was changed.',
    )
  if (at.getTime() - session.seenAt.getTime() > touchAfterMs) await touchSession(db, token.hash, at)
  return { kind: 'staff', staffId: session.staffId, role: session.role }
}

async function apiKeyActor(db: Database, at: Date, token: SeenToken, opens: 'complaints' | 'objects'): Promise<Actor> {
  const key = await findLiveApiKey(db, token.hash, at, opens)
  if (!key) throw new Refusal('not-signed-in', 'This API key is unknown or was revoked.')
  return { kind: 'api-key', opens, ...key }
}
