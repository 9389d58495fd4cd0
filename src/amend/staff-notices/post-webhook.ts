// Posts a text to an incoming webhook. The address is somebody's wish: it is looked up once, checked and kept for the connection, so that no name can
// lead inside; nothing is followed, nothing that comes back is kept, and five seconds are enough.
import { lookup as lookUp, type LookupAddress } from 'node:dns'
import { request as requestPlain } from 'node:http'
import { request as requestSafe } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { seal, unseal } from '../../platform/access/seal.ts'
import type { House } from '../../platform/context/house.ts'
import { webhookBody } from './notice-words.rules.ts'
import { isLoopback, isPublicAddress } from './public-address.ts'

/** `refused`: trying this again will not help. `gone`: nor will anything else be taken there. */
export type Posted = { readonly kind: 'sent' } | { readonly kind: 'retry' | 'refused' | 'gone'; readonly why: string }

export type Resolver = (host: string) => Promise<readonly LookupAddress[]>

export const sealWebhook = (house: House, url: string): Buffer =>
  Buffer.from(seal(house.sealingKey, Buffer.from(url, 'utf8'), house.secrets))
export const openWebhook = (house: House, sealed: Uint8Array): string =>
  Buffer.from(unseal(house.sealingKey, sealed)).toString('utf8')

const longestMs = 5000
const mostAnswer = 4096

const systemResolver: Resolver = (host) =>
  new Promise((resolve, reject) => {
    lookUp(host, { all: true, order: 'verbatim' }, (error, found) => {
      if (error) reject(error)
      else resolve(found)
    })
  })

class NotAllowed extends Error {}

/** Why this address cannot be a webhook as it is written; null where it can be tried. */
export function whyNoWebhook(text: string, insideHosts: ReadonlySet<string>): string | null {
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

/** From a desk. The sample company tells nobody outside. */
export const postFrom = (house: House, address: string, text: string): Promise<Posted> =>
  house.postBox
    ? Promise.resolve({ kind: 'refused', why: 'Nothing leaves this machine from the sample company.' })
    : postWebhook(house.insideHosts, address, text)

/** Never throws for what is outside. */
export async function postWebhook(
  insideHosts: ReadonlySet<string>,
  address: string,
  text: string,
  resolver: Resolver = systemResolver,
): Promise<Posted> {
  const fault = whyNoWebhook(address, insideHosts)
  if (fault !== null) return { kind: 'refused', why: fault }
  const url = new URL(address)
  const isInside = insideHosts.has(url.hostname)
  const isSafe = url.protocol === 'https:'
  const mayReach = (ip: string): boolean => (isInside ? isSafe || isLoopback(ip) : isPublicAddress(ip))
  try {
    const host = bare(url.hostname)
    if (isIP(host) !== 0 && !mayReach(host)) throw new NotAllowed()
    return judge(await post(url, webhookBody(text), guarded(resolver, mayReach)))
  } catch (error) {
    if (error instanceof NotAllowed) return { kind: 'refused', why: notPublic }
    return { kind: 'retry', why: explain(error) }
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

/** The status of the answer. Its body is read no further than `mostAnswer`, and thrown away. */
function post(url: URL, body: string, lookup: LookupFunction): Promise<number> {
  const request = url.protocol === 'https:' ? requestSafe : requestPlain
  const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) }
  return new Promise((resolve, reject) => {
    const how = {
      ...{ method: 'POST', agent: false, lookup, signal: AbortSignal.timeout(longestMs), maxHeaderSize: 16_384 },
      headers: { ...headers, connection: 'close', 'user-agent': 'Amends' },
    } as const
    // What counts is said before the body, whatever becomes of the rest.
    let status: number | undefined
    const end = (error: Error): void => {
      if (status === undefined) reject(error)
      else resolve(status)
    }
    const asked = request(url, how, (answer) => {
      status = answer.statusCode ?? 0
      let read = 0
      answer.on('data', (piece: Buffer) => {
        read += piece.length
        if (read > mostAnswer) answer.destroy()
      })
      answer.on('error', end)
      answer.once('close', () => {
        end(new Error('closed'))
      })
    })
    asked.on('error', end)
    asked.end(body)
  })
}

function judge(status: number): Posted {
  const answered = `It answered ${String(status)}`
  if (status >= 200 && status < 300) return { kind: 'sent' }
  if (status === 404 || status === 410) return { kind: 'gone', why: `${answered}: it is not there any more.` }
  if (status >= 300 && status < 400)
    return { kind: 'refused', why: `${answered}: it leads elsewhere, which is not followed.` }
  if (status === 429 || status === 408 || status >= 500) return { kind: 'retry', why: `${answered}.` }
  return { kind: 'refused', why: `${answered}.` }
}

/** In words of our own, whatever the far side said. */
function explain(error: unknown): string {
  const { name, code = '' } = error as { readonly name?: string; readonly code?: string }
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ABORT_ERR')
    return 'It did not answer within five seconds.'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'Its name cannot be looked up.'
  if (code === 'ECONNREFUSED') return 'Nothing answers there.'
  if (/CERT|SELF_SIGNED|UNABLE_TO_/.test(code)) return 'Its certificate is not valid.'
  return 'The connection broke.'
}
