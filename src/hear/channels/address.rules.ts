// How an e-mail address identifies whoever has it: one spelling for matching, and bounds. Decides nothing about merging.

/** What an address is matched by. `raw` is kept beside it, as it was written. */
export interface IdentityKey {
  readonly kind: 'email'
  readonly value: string
  readonly raw: string
}

const longest = 320

/**
 * The whole address in lower case, ASCII letters only. Strictly the part before the @ may differ by case, but no provider in use tells
 * `Anna@` from `anna@`, and people type both. Only ASCII is folded: folding all of Unicode would turn the Kelvin sign into a k and so one
 * domain into another. Dots and plus parts stay: two spellings are two people until somebody proves otherwise.
 * Null where the text cannot identify anybody: empty, over 320 characters, without @, with spaces or control characters.
 */
export function emailIdentity(address: string): IdentityKey | null {
  const raw = address.trim()
  const at = raw.lastIndexOf('@')
  if (raw.length > longest || at < 1 || at === raw.length - 1 || !raw.isWellFormed()) return null
  if (hasUnspeakable(raw, at)) return null
  return { kind: 'email', value: raw.replace(/[A-Z]/g, (letter) => letter.toLowerCase()), raw }
}

/** Controls anywhere, or white space outside a quoted local part. */
function hasUnspeakable(text: string, at: number): boolean {
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) return true
  const isQuoted = text.startsWith('"') && text.charAt(at - 1) === '"'
  return /\s/.test(isQuoted ? text.slice(at) : text)
}

/** The part behind the @. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

/** `support+c42.…@shop.test` → `support@shop.test`: what an address of ours was made from. */
export function withoutPlus(address: string): string {
  const at = address.lastIndexOf('@')
  const plus = address.indexOf('+')
  return plus < 1 || plus > at ? address : address.slice(0, plus) + address.slice(at)
}

/** Whether mail to both is read by the same person: a plus part only sorts it. */
export function isSameMailbox(one: string, other: string): boolean {
  const key = emailIdentity(withoutPlus(one))?.value
  return key !== undefined && key === emailIdentity(withoutPlus(other))?.value
}
