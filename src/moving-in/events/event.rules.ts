// One event in the Segment form, as lines of the history: what is kept of it, and what is left, with the reason. Sets nothing that weighs.
import { whyBarred } from '../csv/mapping.rules.ts'

export const eventKinds = ['identify', 'track', 'page', 'screen', 'group', 'alias'] as const
export type EventKind = (typeof eventKinds)[number]

/** An object of JSON, of which nothing is known. */
export type Loose = Readonly<Record<string, unknown>>

export interface Claim {
  readonly kind: 'alias' | 'user-id'
  readonly earlierId: string
  readonly userId: string
}

export interface EventRead {
  /** Lines of the history, not yet checked; the last is what the event is about. */
  readonly lines: readonly object[]
  readonly claim: Claim | null
  /** What was left out, in words; empty where nothing was. */
  readonly left: string
}

const asObject = (value: unknown): Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
const asText = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' && Number.isFinite(value) ? String(value) : ''
const firstText = (from: Loose, ...names: readonly string[]): string =>
  names.map((name) => asText(from[name])).find((text) => text !== '') ?? ''

/**
 * The instant at which it happened by our clock: the program's own time, moved by how far its clock is from ours when it sent. Never after
 * `receivedAt`. Null where it says a time that is none.
 */
export function instantOf(event: Loose, sentAt: unknown, receivedAt: Date): Date | null {
  const said = event['timestamp'] ?? event['originalTimestamp']
  if (said === undefined || said === null) return receivedAt
  const at = Date.parse(asText(said))
  if (Number.isNaN(at) || at < 0) return null
  const sent = Date.parse(asText(event['sentAt'] ?? sentAt))
  const skew = Number.isNaN(sent) ? 0 : receivedAt.getTime() - sent
  return new Date(Math.max(0, Math.min(at + skew, receivedAt.getTime())))
}

/** Why an event is bad, or what is kept of it. */
export function readEvent(kind: EventKind, event: Loose, at: Date): EventRead | { readonly why: string } {
  const userId = asText(event['userId'])
  if (kind === 'alias') return readAlias(event, userId)
  if (kind === 'group') return nothing('Groups are not kept.')
  if (userId === '')
    return asText(event['anonymousId']) === ''
      ? { why: 'It names neither a userId nor an anonymousId.' }
      : nothing('Nobody is known by an anonymousId alone.')
  const person = personOf(event, userId, at)
  switch (kind) {
    case 'identify':
      return readIdentify(event, userId, at)
    case 'track':
      return readTrack(event, userId, at, person)
    default: {
      const properties = asObject(event['properties'])
      const page = firstText(properties, 'path', 'url', 'title', 'name') || asText(event['name'])
      if (page === '') return { why: 'It names no page.' }
      const visit = { kind: 'visit', id: idOf(event), customer: userId, at: at.toISOString(), page: page.slice(0, 300) }
      return kept(person, visit)
    }
  }
}

const idOf = (event: Loose): string => asText(event['messageId'])
const nothing = (left: string): EventRead => ({ lines: [], claim: null, left })
const kept = (...lines: readonly object[]): EventRead => ({ lines, claim: null, left: '' })

/** Somebody of whom only their number is known so far. */
const personOf = (_event: Loose, userId: string, at: Date): object => ({
  ...{ kind: 'customer', id: userId, name: userId, emails: [], phones: [], language: null, since: at.toISOString() },
})

function readAlias(event: Loose, userId: string): EventRead | { readonly why: string } {
  const earlierId = asText(event['previousId'])
  if (userId === '' || earlierId === '') return { why: 'An alias names a previousId and a userId.' }
  const left = 'Kept as a claim. Nobody is merged by a program.'
  return { lines: [], claim: { kind: 'alias', earlierId, userId }, left }
}

function readIdentify(event: Loose, userId: string, at: Date): EventRead {
  const traits = asObject(event['traits'] ?? asObject(event['context'])['traits'])
  const [email, phone] = [asText(traits['email']), asText(traits['phone'])]
  const spoken = /^[a-z]{2}(?=$|[-_])/i.exec(firstText(traits, 'language', 'locale'))?.[0].toLowerCase() ?? null
  const made = Date.parse(asText(traits['createdAt']))
  const isPast = !Number.isNaN(made) && made >= 0 && made <= at.getTime()
  const name = asText(traits['name']) || `${asText(traits['firstName'])} ${asText(traits['lastName'])}`.trim()
  const person = {
    ...{ kind: 'customer', id: userId, name: (name || userId).slice(0, 200), language: spoken },
    ...{ emails: email === '' ? [] : [email], phones: phone === '' ? [] : [phone] },
    since: (isPast ? new Date(made) : at).toISOString(),
  }
  const barred = Object.keys(traits).filter((trait) => whyBarred(trait) !== null)
  const left =
    barred.length === 0
      ? ''
      : `Left out: ${barred.join(', ')}. Amends knows the worth of a customer by evidence only.`.slice(0, 500)
  const anonymousId = asText(event['anonymousId'])
  const claim: Claim | null = anonymousId === '' ? null : { kind: 'user-id', earlierId: anonymousId, userId }
  return { lines: [person], claim, left }
}

function readTrack(event: Loose, userId: string, at: Date, person: object): EventRead | { readonly why: string } {
  const properties = asObject(event['properties'])
  const when = at.toISOString()
  switch (asText(event['event']).toLowerCase()) {
    case 'order completed': {
      const order = { kind: 'order', id: asText(properties['order_id']), customer: userId, at: when }
      return kept(person, { ...order, ...moneyOf(properties), items: itemsOf(properties['products']) })
    }
    case 'order refunded': {
      const { amount } = moneyOf(properties)
      const refund = { kind: 'refund', id: idOf(event), order: asText(properties['order_id']), at: when, amount }
      return kept(person, { ...refund, reason: asText(properties['reason']).slice(0, 300) })
    }
    case 'signed up': {
      const referrer = asObject(asObject(event['context'])['referrer'])
      const from = firstText(properties, 'referrer_id', 'referred_by') || asText(referrer['id'])
      if (from === '') return { ...kept(person), left: 'Nobody is named who told of you.' }
      const referral = { kind: 'referral', id: idOf(event), from, to: userId, at: when, how: 'signed up' }
      return kept(person, referral)
    }
    default:
      return nothing('Events of this name are not kept.')
  }
}

/** Four digits behind the point at most, as in "49.90". */
function moneyOf(properties: Loose): { readonly amount: string; readonly currency: string } {
  const said = properties['total'] ?? properties['revenue'] ?? properties['value']
  const number =
    typeof said === 'number' && Number.isFinite(said) ? said.toFixed(4).replace(/0{1,2}$/, '') : asText(said)
  return { amount: number, currency: asText(properties['currency']).toUpperCase() }
}

function itemsOf(products: unknown): readonly object[] {
  if (!Array.isArray(products)) return []
  return products.slice(0, 50).flatMap((one) => {
    const product = asObject(one)
    const name = firstText(product, 'name', 'sku', 'product_id').slice(0, 200)
    const quantity = Number(product['quantity'] ?? 1)
    return name === '' ? [] : [{ name, quantity: Number.isSafeInteger(quantity) && quantity > 0 ? quantity : 1 }]
  })
}
