// Who can be one person, and who can not. Pure; where it says no, it says why.

export interface Known {
  readonly kind: string
  /** As it identifies. */
  readonly value: string
  readonly isVerified: boolean
  /** Several people write from it. */
  readonly isShared: boolean
}

export type Wall =
  /** Nobody may: a company gives each of its customers one number. */
  | 'two-customer-numbers'
  /** Only a lead may: each has proved an address of the same kind, which one person may have, and two more often do. */
  | 'two-proved-addresses'
  /** Only a lead may: one of them is known by addresses of several people alone, and what came by those is not one person's. */
  | 'address-of-several'
  /** Nobody may while it holds: one of them writes for the other. */
  | 'writes-for-the-other'

const addresses: ReadonlySet<string> = new Set(['email', 'phone', 'handle'])

/** What stands between two people; null where nothing does. That an address is of several people puts a wall up and takes none down: else whoever says so
 * could pass one. */
export function wallBetween(one: readonly Known[], other: readonly Known[]): Wall | null {
  const differ = (isThis: (kind: string) => boolean): boolean =>
    one.some(
      (a) =>
        a.isVerified && isThis(a.kind) && other.some((b) => b.isVerified && b.kind === a.kind && b.value !== a.value),
    )
  if (differ((kind) => kind === 'external')) return 'two-customer-numbers'
  if (isGroup(one) || isGroup(other)) return 'address-of-several'
  return differ((kind) => addresses.has(kind)) ? 'two-proved-addresses' : null
}

/** Whom only addresses of several people are known of. */
const isGroup = (identities: readonly Pick<Known, 'isShared'>[]): boolean =>
  identities.length > 0 && identities.every((identity) => identity.isShared)
