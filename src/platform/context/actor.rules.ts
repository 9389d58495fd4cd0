// Who acts: a person who works here, a program with a key, a customer with a signed link, or the desk itself.
import type { ApiKeyId, CustomerId, StaffId } from '../../shared/ids.ts'

export type Role = 'handler' | 'lead' | 'administrator'

export type Actor =
  | { readonly kind: 'staff'; readonly staffId: StaffId; readonly role: Role }
  /** `madeBy`: what is about them does not exist for the key either. */
  | {
      readonly kind: 'api-key'
      readonly apiKeyId: ApiKeyId
      readonly opens: 'complaints' | 'events' | 'objects'
      readonly madeBy: StaffId
    }
  | { readonly kind: 'customer'; readonly customerId: CustomerId | null }
  | { readonly kind: 'system'; readonly part: string }

/** Who of the people who work here acts; null for anybody else. */
export const colleagueActing = (actor: Actor): StaffId | null => (actor.kind === 'staff' ? actor.staffId : null)

/** The identifier written into audit, events and decisions. */
export function actorId(actor: Actor): string | null {
  switch (actor.kind) {
    case 'staff':
      return actor.staffId
    case 'api-key':
      return actor.apiKeyId
    case 'customer':
      return actor.customerId
    case 'system':
      return actor.part
  }
}
