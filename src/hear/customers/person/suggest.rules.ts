// What speaks for two customers being one person. It only suggests: people say who is one person (decision 0018). What the shares of agreement are based on
// stands in docs/decisions/0020.
import { type Agreement, onValue, probabilityOf } from '../../../stats/linkage/fellegi-sunter.ts'
import { jaroWinkler } from '../../../stats/linkage/jaro-winkler.ts'

/** A customer as they are compared, without the addresses of several people. Everything in plain lower case; phones as digits. */
export interface Compared {
  readonly name: string
  /** Of customers here, how many have this very name. */
  readonly sameName: number
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  readonly handles: readonly string[]
}

export type Reason =
  | 'same-rare-name'
  | 'same-name'
  | 'nearly-same-name'
  | 'same-mailbox-name'
  | 'nearly-same-mailbox-name'
  | 'same-phone'
  | 'same-handle'

export interface Likeness {
  /** From 0 to 1. */
  readonly probability: number
  readonly reasons: readonly Reason[]
}

/** Less likely than this is not worth anybody's look. */
export const worthALook = 1 / 3

const nearly = 0.92
const rareShare = 1 / 2000
const name = { same: 0.7, nearly: { m: 0.18, u: 0.002 }, other: { m: 0.12, u: 0.99 } } as const
const mailbox = { same: { m: 0.35, u: 0.0002 }, nearly: { m: 0.15, u: 0.001 }, other: { m: 0.5, u: 0.998 } } as const
const phone = { same: { m: 0.6, u: 0.00005 }, other: { m: 0.4, u: 0.9999 } } as const
const handle = { same: { m: 0.3, u: 0.001 }, other: { m: 0.7, u: 0.999 } } as const

/**
 * @param customers of the company, at least 2: a name is rare or common among them, and any two are one person more seldom the more there are
 */
export function likenessOf(one: Compared, other: Compared, customers: number): Likeness {
  const found = [
    nameOf(one, other, customers),
    mailboxOf(one, other),
    sameOf(phone, one.phones, other.phones, 'same-phone'),
    sameOf(handle, one.handles, other.handles, 'same-handle'),
  ]
  const known = found.filter((each) => each !== null)
  // About one in five customers comes back under another address: so many pairs of all the pairs there are.
  const prior = Math.min(0.5, 0.4 / Math.max(2, customers))
  return {
    probability: probabilityOf(
      prior,
      known.map(({ agreement }) => agreement),
    ),
    reasons: known.flatMap(({ reason }) => reason ?? []),
  }
}

interface Found {
  readonly agreement: Agreement
  readonly reason: Reason | null
}

function nameOf(one: Compared, other: Compared, customers: number): Found | null {
  // A single word, or an address that stands for a name, tells too little.
  if (!one.name.includes(' ') || !other.name.includes(' ')) return null
  const [a, b] = [inOrder(one.name), inOrder(other.name)]
  if (a === b) {
    // Of others than these two, who say nothing of how common it is if they are one person; Jeffreys' estimate, as none seen is not none.
    const others = Math.max(one.sameName, other.sameName, 2) - 2
    const agreement = onValue(name.same, (others + 0.5) / (customers + 1), 1 / 100_000)
    return { agreement, reason: others <= customers * rareShare ? 'same-rare-name' : 'same-name' }
  }
  if (jaroWinkler(a, b) >= nearly) return { agreement: name.nearly, reason: 'nearly-same-name' }
  return { agreement: name.other, reason: null }
}

/** The part before the @, of addresses of different places; nothing where it is only the name once more. */
function mailboxOf(one: Compared, other: Compared): Found | null {
  const [ours, theirs] = [mailboxesOf(one), mailboxesOf(other)]
  if (ours.length === 0 || theirs.length === 0) return null
  if (ours.some((a) => theirs.includes(a))) return { agreement: mailbox.same, reason: 'same-mailbox-name' }
  if (ours.some((a) => theirs.some((b) => jaroWinkler(a, b) >= nearly)))
    return { agreement: mailbox.nearly, reason: 'nearly-same-mailbox-name' }
  return { agreement: mailbox.other, reason: null }
}

const mailboxesOf = ({ emails, name: ownName }: Compared): readonly string[] =>
  emails.flatMap((address) => {
    const local = address.slice(0, address.lastIndexOf('@')).replace(/\+.*$/, '')
    const words = ownName.split(' ')
    const rest = words.reduce((left, word) => (word.length > 1 ? left.replace(word, '') : left), local)
    return rest.replace(/[^a-z0-9]/g, '').length < 3 ? [] : [local]
  })

function sameOf(
  { same, other: differ }: { readonly same: Agreement; readonly other: Agreement },
  ours: readonly string[],
  theirs: readonly string[],
  reason: Reason,
): Found | null {
  if (ours.length === 0 || theirs.length === 0) return null
  return ours.some((one) => theirs.includes(one)) ? { agreement: same, reason } : { agreement: differ, reason: null }
}

/** “Berg, Anna” is “Anna Berg”. */
const inOrder = (text: string): string =>
  text
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort()
    .join(' ')
