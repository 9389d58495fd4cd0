// The cookie that carries a session: out of reach of scripts, and over TLS only where the desk is reached by TLS.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { House } from '../context/house.ts'
import type { StartedSession } from './session.ts'
import type { Me } from './staff.schema.ts'
import { readToken } from './token.ts'

export const sessionCookie = 'amends_session'

const options = (house: House) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: house.publicUrl.startsWith('https:'),
})

/** Hands the session to the browser and answers what the pages may know. */
export function giveCookie(house: House, reply: FastifyReply, { me, token, expiresAt }: StartedSession): Me {
  void reply.setCookie(sessionCookie, token, { ...options(house), expires: expiresAt })
  return me
}

export function takeCookie(house: House, reply: FastifyReply): void {
  void reply.clearCookie(sessionCookie, options(house))
}

/** The hash of the session that a request carries, if it has the shape of one. */
export const sessionHashOf = (request: FastifyRequest): Buffer | null =>
  readToken(request.cookies[sessionCookie] ?? '')?.hash ?? null
