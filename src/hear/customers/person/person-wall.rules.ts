// Who can be one person, and who can not. Pure; where it says no, it says why.

export interface Known {
  readonly kind: string
  /** As it identifies. */
  readonly value: string
  readonly isVerified: boolean
}

export type Wall =
  /** Nobody may: a company gives each of its customers one number. */
  | 'two-customer-numbers'
  /** Only a lead may: each has proved an address of the same kind, which one person may have, and two more often do. */
  | 'two-proved-addresses'

const addresses: ReadonlySet<string> = new Set(['email', 'phone', 'handle'])

/** What stands between two people; null where nothing does. */
export function wallBetween(one: readonly Known[], other: readonly Known[]): Wall | null {
  const differ = (isThis: (kind: string) => boolean): boolean =>
    one.some(
      (a) =>
        a.isVerified && isThis(a.kind) && other.some((b) => b.isVerified && b.kind === a.kind && b.value !== a.value),
    )
  if (differ((kind) => kind === 'external')) return 'two-customer-numbers'
  return differ((kind) => addresses.has(kind)) ? 'two-proved-addresses' : null
}
