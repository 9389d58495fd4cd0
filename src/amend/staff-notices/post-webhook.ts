// Posts a text to an incoming webhook, and says what its answer means. Nothing that comes back is kept.
import { seal, unseal } from '../../platform/access/seal.ts'
import type { House } from '../../platform/context/house.ts'
import { postOutside, type Resolver, systemResolver } from '../../platform/outside/post-outside.ts'
import { webhookBody } from './notice-words.rules.ts'

/** `refused`: trying this again will not help. `gone`: nor will anything else be taken there. */
export type Posted = { readonly kind: 'sent' } | { readonly kind: 'retry' | 'refused' | 'gone'; readonly why: string }

export const sealWebhook = (house: House, url: string): Buffer =>
  Buffer.from(seal(house.sealingKey, Buffer.from(url, 'utf8'), house.secrets))
export const openWebhook = (house: House, sealed: Uint8Array): string =>
  Buffer.from(unseal(house.sealingKey, sealed)).toString('utf8')

const mostAnswer = 4096

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
  const body = webhookBody(text)
  const answer = await postOutside({ address, insideHosts, mediaType: 'application/json', body, mostAnswer, resolver })
  if (answer.kind === 'answered') return judge(answer.status)
  return { kind: answer.kind === 'refused' ? 'refused' : 'retry', why: answer.why }
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
