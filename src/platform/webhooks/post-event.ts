// Posts one event, signed, and says what came of it. Nothing inside the operator's network is reached (platform/outside).
import { unseal } from '../access/seal.ts'
import type { House } from '../context/house.ts'
import { Refusal } from '../../shared/errors.ts'
import { postOutside, systemResolver } from '../outside/post-outside.ts'
import { signedHeaders } from './sign-delivery.ts'
import { meaningOf, secondsAsked } from './webhook.rules.ts'
import type { SealedWebhook } from './webhook.sql.ts'

export interface Event {
  /** The same however often it is sent. */
  readonly id: string
  readonly kind: string
  readonly at: Date
  readonly objectKind: string
  readonly objectId: string | null
}

export interface Posted {
  readonly came: 'sent' | 'failed' | 'gone'
  readonly status: number | null
  /** The beginning of what it answered, or why nothing came. */
  readonly words: string
  readonly secondsAsked: number | null
}

const mostAnswer = 4096
const keptOfAnswer = 500
const open = (house: House, sealed: Uint8Array): string =>
  Buffer.from(unseal(house.sealingKey, sealed)).toString('utf8')

/** Never throws for what is outside. The sample company tells nobody. */
export async function postEvent(house: House, to: SealedWebhook, event: Event): Promise<Posted> {
  if (house.postBox) return failed('Nothing leaves this machine from the sample company.')
  const opened = openAll(house, to)
  if ('why' in opened) return failed(opened.why)
  const { address, secrets } = opened
  const body = bodyOf(house, event)
  const answer = await postOutside({
    ...{ address, insideHosts: house.insideHosts, mediaType: 'application/json', body },
    ...{ mostAnswer, resolver: systemResolver },
    headers: signedHeaders(secrets, { id: event.id, at: house.clock.now(), body }),
  })
  if (answer.kind !== 'answered') return failed(answer.why)
  return {
    ...{ came: meaningOf(answer.status), status: answer.status, secondsAsked: secondsAsked(answer.retryAfter) },
    words: answer.body.toString('utf8').replaceAll('\u0000', '').slice(0, keptOfAnswer).toWellFormed(),
  }
}

/** A desk that was moved without its sealing key can open none of it: that is said on the page, like any other failure. */
function openAll(
  house: House,
  { url, secret, oldSecret }: SealedWebhook,
): { readonly address: string; readonly secrets: readonly string[] } | { readonly why: string } {
  try {
    const secrets = [secret, oldSecret].filter((one) => one !== null)
    return { address: open(house, url), secrets: secrets.map((one) => open(house, one)) }
  } catch (error) {
    if (error instanceof Refusal) return { why: error.message }
    throw error
  }
}

const failed = (words: string): Posted => ({ came: 'failed', status: null, words, secondsAsked: null })

/** Thin: what happened to which object, and where to ask for the rest. */
const bodyOf = (house: House, { kind, at, objectKind, objectId }: Event): string =>
  JSON.stringify({
    ...{ type: kind, timestamp: at.toISOString() },
    data: {
      ...{ object: objectKind, id: objectId },
      ...(objectKind === 'case' && objectId !== null ? { url: `${house.publicUrl}/cases/${objectId}` } : {}),
    },
  })
