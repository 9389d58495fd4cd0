// What one room announces to the rooms after it. Facts carry identifiers only: listeners read the state again. Who listens: wiring.ts.
import type { CaseId, ConversationId, CustomerId, MessageId, OrganizationId, PromiseId, StaffId } from './ids.ts'

export type Fact =
  | {
      readonly kind: 'message.received'
      readonly messageId: MessageId
      readonly conversationId: ConversationId
      readonly customerId: CustomerId
    }
  | { readonly kind: 'message.queued'; readonly messageId: MessageId; readonly caseId: CaseId | null }
  | { readonly kind: 'message.sent'; readonly messageId: MessageId; readonly caseId: CaseId | null }
  | { readonly kind: 'message.bounced'; readonly messageId: MessageId; readonly caseId: CaseId | null }
  | { readonly kind: 'case.opened'; readonly caseId: CaseId }
  | { readonly kind: 'case.changed'; readonly caseId: CaseId }
  | { readonly kind: 'promise.broken'; readonly promiseId: PromiseId; readonly caseId: CaseId }
  | { readonly kind: 'channel.changed'; readonly channelId: string }
  | { readonly kind: 'staff.joined'; readonly staffId: StaffId }
  | { readonly kind: 'staff.disabled'; readonly staffId: StaffId; readonly successorId: StaffId | null }
  | { readonly kind: 'organization.founded'; readonly organizationId: OrganizationId }

export type FactKind = Fact['kind']
