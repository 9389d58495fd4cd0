// Posts to an address that is somebody's wish: it is looked up once, checked and kept for the connection, so that no name can lead inside;
// nothing is followed, little of the answer is read, and five seconds are enough.
import { lookup as lookUp, type LookupAddress } from 'node:dns'
import { request as requestPlain } from 'node:http'
import { request as requestSafe } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isLoopback, isPublicAddress } from './public-address.ts'

export type Resolver = (host: string) => Promise<readonly LookupAddress[]>

export interface OutsidePost {
  readonly address: string
  /** Hosts inside the operator's own network that may be reached. */
  readonly insideHosts: ReadonlySet<string>
  readonly mediaType: string
  readonly body: string
  /** Bytes of the answer that are read; the rest is cut off. */
  readonly mostAnswer: number
  readonly resolver: Resolver
  /** Of our own making, beside those of every post. */
  readonly headers?: Readonly<Record<string, string>>
}

/** `refused`: it was not even tried. `failed`: no answer came. Both in words of our own, whatever the far side said. */
export type OutsideAnswer =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly body: Buffer
      /** False where it was longer than it may be, or broke off. */
      readonly isWhole: boolean
      /** When to come again, as it said it. */
      readonly retryAfter: string | null
    }
  | { readonly kind: 'refused' | 'failed'; readonly why: string }

const longestMs = 5000

export const systemResolver: Resolver = (host) =>
  new Promise((resolve, reject) => {
    lookUp(host, { all: true, order: 'verbatim' }, (error, found) => {
      if (error) reject(error)
      else resolve(found)
    })
  })

class NotAllowed extends Error {}

/** Why this address cannot be asked as it is written; null where it can be tried. */
export function whyNotOutside(text: string, insideHosts: ReadonlySet<string>): string | null {
  if (!URL.canParse(text)) return 'This is no address.'
  const url = new URL(text)
  const isInside = insideHosts.has(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isInside)) return 'It has to begin with https://.'
  if (url.username !== '' || url.password !== '') return 'It must hold no user name or password.'
  const host = bare(url.hostname)
  if (isIP(host) !== 0 && !isInside && !isPublicAddress(host)) return notPublic
  return null
}

const notPublic = 'It leads to an address that is not public.'
const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '')

/** Never throws for what is outside. */
export async function postOutside(wish: OutsidePost): Promise<OutsideAnswer> {
  const { address, insideHosts, resolver } = wish
  const fault = whyNotOutside(address, insideHosts)
  if (fault !== null) return { kind: 'refused', why: fault }
  const url = new URL(address)
  const isInside = insideHosts.has(url.hostname)
  const isSafe = url.protocol === 'https:'
  const mayReach = (ip: string): boolean => (isInside ? isSafe || isLoopback(ip) : isPublicAddress(ip))
  try {
    const host = bare(url.hostname)
    if (isIP(host) !== 0 && !mayReach(host)) throw new NotAllowed()
    return await post(url, wish, guarded(resolver, mayReach))
  } catch (error) {
    if (error instanceof NotAllowed) return { kind: 'refused', why: notPublic }
    return { kind: 'failed', why: explain(error) }
  }
}

/** The addresses that were checked are those that are connected to. One that is not allowed among them spoils them all. */
function guarded(resolver: Resolver, mayReach: (ip: string) => boolean): LookupFunction {
  return (host, { all }, done) => {
    resolver(host).then(
      (found) => {
        const [first] = found
        const isAllowed = first !== undefined && found.every(({ address }) => mayReach(address))
        if (!isAllowed) done(new NotAllowed(), '', 0)
        else if (all === true) done(null, [...found])
        else done(null, first.address, first.family)
      },
      (error: unknown) => {
        done(error as NodeJS.ErrnoException, '', 0)
      },
    )
  }
}

/** What came of the body by the time it ended, broke off or grew too long. Throws only where no status came. */
function post(
  url: URL,
  { mediaType, body, mostAnswer, headers: own }: OutsidePost,
  lookup: LookupFunction,
): Promise<OutsideAnswer> {
  const request = url.protocol === 'https:' ? requestSafe : requestPlain
  const headers = { ...own, 'content-type': `${mediaType}; charset=utf-8`, 'content-length': Buffer.byteLength(body) }
  return new Promise((resolve, reject) => {
    const how = {
      ...{ method: 'POST', agent: false, lookup, signal: AbortSignal.timeout(longestMs), maxHeaderSize: 16_384 },
      headers: { ...headers, connection: 'close', accept: 'application/json', 'user-agent': 'Amends' },
    } as const
    // What counts is said before the body, whatever becomes of the rest.
    let status: number | undefined
    let retryAfter: string | null = null
    const pieces: Buffer[] = []
    const end = (error: Error | null): void => {
      if (status === undefined) reject(error ?? new Error('closed'))
      else resolve({ kind: 'answered', status, body: Buffer.concat(pieces), isWhole: error === null, retryAfter })
    }
    const asked = request(url, how, (answer) => {
      status = answer.statusCode ?? 0
      retryAfter = answer.headers['retry-after'] ?? null
      let read = 0
      answer.on('data', (piece: Buffer) => {
        read += piece.length
        if (read > mostAnswer) answer.destroy()
        else pieces.push(piece)
      })
      answer.on('error', end)
      answer.once('close', () => {
        end(answer.complete && read <= mostAnswer ? null : new Error('closed'))
      })
    })
    asked.on('error', end)
    asked.end(body)
  })
}

function explain(error: unknown): string {
  const { name, code = '' } = error as { readonly name?: string; readonly code?: string }
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ABORT_ERR')
    return 'It did not answer within five seconds.'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'Its name cannot be looked up.'
  if (code === 'ECONNREFUSED') return 'Nothing answers there.'
  if (/CERT|SELF_SIGNED|UNABLE_TO_/.test(code)) return 'Its certificate is not valid.'
  return 'The connection broke.'
}
