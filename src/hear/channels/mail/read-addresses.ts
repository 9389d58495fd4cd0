// Reads address headers of hostile mail into addresses that identify. What cannot be an address is no address.
import { addressParser } from 'postal-mime'
import type { Address } from 'postal-mime'
import { storableLine } from './storable-text.ts'

export interface NamedAddress {
  readonly address: string
  readonly display: string
}

const headerLimit = 64 * 1024
const addressLimit = 500

/** All mailboxes of some header values, groups opened, at most 500. Anything beyond 64 KiB of one value is not looked at. */
export function readAddresses(values: readonly string[]): readonly NamedAddress[] {
  const entries = values.flatMap((value) => addressParser(value.slice(0, headerLimit)).flatMap(mailboxes))
  const found: NamedAddress[] = []
  for (const mailbox of entries) {
    const address = canonicalAddress(mailbox.address)
    if (address !== null) found.push({ address, display: storableLine(mailbox.name, 200) })
    if (found.length >= addressLimit) return found
  }
  return found
}

const mailboxes = (entry: Address) => (entry.group === undefined ? [entry] : entry.group)

const domain = /^[^\s@<>()[\],;:\\"]{1,253}$/u
const atoms = /^[^\s@<>()[\],;:\\"]{1,64}$/u
const unspeakable = /[\0-\u001f\u007f-\u009f\u2028\u2029]/

/**
 * The address as it identifies: domain in lower case, local part untouched and quoted where it must be, so that
 * `"victim@bank.example"@evil.example` is never taken for the victim. Null where there is no local part or domain.
 */
export function canonicalAddress(raw: string): string | null {
  const text = raw.trim()
  const at = text.lastIndexOf('@')
  if (at < 1 || text.length > 320 || unspeakable.test(text) || !text.isWellFormed()) return null
  // ASCII only: by Unicode's rules the Kelvin sign would become a k, and one host another.
  const host = text.slice(at + 1).replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
  if (!domain.test(host)) return null
  const local = text.slice(0, at)
  if (atoms.test(local)) return `${local}@${host}`
  const bare = local.startsWith('"') && local.endsWith('"') && local.length > 2 ? local.slice(1, -1) : local
  if (bare.length > 64) return null
  return `"${bare.replaceAll('\\', '').replaceAll('"', '')}"@${host}`
}

/** Whether we may write to it: quoted local parts have sent mail elsewhere before, so none of them gets any. */
export const isPlainAddress = (address: string): boolean =>
  canonicalAddress(address)?.toLowerCase() === address.toLowerCase() && !address.includes('"')
