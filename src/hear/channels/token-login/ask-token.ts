// Asks a token server (RFC 6749, sections 4.1.3 and 6) and says what its answer means. Nothing secret gets into a sentence.
import { z } from 'zod'
import type { House } from '../../../platform/context/house.ts'
import { postOutside, systemResolver } from '../../../platform/outside/post-outside.ts'
import { endpointsOf, type TokenLogin } from './token-login.rules.ts'

export interface Client {
  readonly login: TokenLogin
  /** Empty for a client that has none. */
  readonly secret: string
}

export type Asked =
  | { readonly grant_type: 'refresh_token'; readonly refresh_token: string }
  | {
      readonly grant_type: 'authorization_code'
      readonly code: string
      readonly redirect_uri: string
      readonly code_verifier: string
    }

export type Answered =
  | {
      readonly kind: 'tokens'
      readonly accessToken: string
      /** How long it holds; null where the server does not say. */
      readonly seconds: number | null
      /** Null where the one there is holds on. */
      readonly refreshToken: string | null
    }
  /** The refresh token, or the code, is good for nothing any more: somebody has to sign in. */
  | { readonly kind: 'ended'; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string }

// With room for the three tokens of a large organization.
const mostAnswer = 65_536

// As RFC 6749 spells them (appendix A): nothing that could end a line or a field of a login.
const token = z.string().regex(/^[\x21-\x7e]{1,16000}$/)
const tokens = z.object({
  access_token: token,
  token_type: z
    .string()
    .regex(/^bearer$/i)
    .optional(),
  expires_in: z.coerce.number().min(0).max(31_536_000).optional(),
  refresh_token: token.optional(),
})
const refusal = z.object({
  error: z.string().regex(/^[\x21-\x7e]{1,100}$/),
  error_description: z.string().optional(),
})

/** Never throws for what is outside. */
export async function askToken(house: House, { login, secret }: Client, asked: Asked): Promise<Answered> {
  const address = endpointsOf(login).tokenUrl
  const host = URL.canParse(address) ? new URL(address).host : 'The token server'
  if (house.postBox) return { kind: 'failed', why: 'The sample company asks no token server.' }
  const form = { ...asked, client_id: login.clientId, ...(secret === '' ? {} : { client_secret: secret }) }
  const answer = await postOutside({
    ...{ address, insideHosts: house.insideHosts, mostAnswer, resolver: systemResolver },
    ...{ mediaType: 'application/x-www-form-urlencoded', body: new URLSearchParams(form).toString() },
  })
  if (answer.kind !== 'answered') return { kind: 'failed', why: `${host} gave no token. ${answer.why}` }
  const words = answer.isWhole ? answer.body.toString('utf8') : ''
  return read(host, answer.status, words, [secret, ...secretsOf(asked)])
}

const secretsOf = (asked: Asked): readonly string[] =>
  asked.grant_type === 'refresh_token' ? [asked.refresh_token] : [asked.code, asked.code_verifier]

function read(host: string, status: number, words: string, secrets: readonly string[]): Answered {
  const body = asJson(words)
  if (status === 200) {
    const { data } = tokens.safeParse(body)
    if (!data) return { kind: 'failed', why: `${host} answered something that is no token.` }
    return {
      kind: 'tokens',
      accessToken: data.access_token,
      seconds: data.expires_in ?? null,
      refreshToken: data.refresh_token ?? null,
    }
  }
  const { data } = refusal.safeParse(body)
  if (!data) return { kind: 'failed', why: `${host} gave no token: it answered ${String(status)}.` }
  const said = quotable(`${data.error} ${data.error_description ?? ''}`, secrets)
  // RFC 6749, section 5.2: invalid, expired, revoked, or another client's.
  if (data.error === 'invalid_grant') return { kind: 'ended', why: said }
  return { kind: 'failed', why: `${host} gave no token. It said: ${said}` }
}

function asJson(words: string): unknown {
  try {
    return JSON.parse(words)
  } catch {
    return null
  }
}

/** What the server said, short and in ASCII, without what we had sent it. */
const quotable = (said: string, secrets: readonly string[]): string =>
  secrets
    .filter((secret) => secret !== '')
    .reduce((rest, secret) => rest.replaceAll(secret, '…'), said)
    .replace(/[^\x20-\x7e…]+/g, ' ')
    .trim()
    .slice(0, 300)
