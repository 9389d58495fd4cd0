// What one room announces to the rooms after it. Facts carry identifiers only: listeners read the state again. Who listens: wiring.ts.
import type {
  CaseId,
  ConversationId,
  CustomerId,
  IdentityId,
  MessageId,
  NoteId,
  OrganizationId,
  PromiseId,
  StaffId,
} from './ids.ts'

export type Fact =
  | {
      readonly kind: 'message.received'
      readonly messageId: MessageId
      readonly conversationId: ConversationId
      readonly customerId: CustomerId
    }
  /** A person's message waits until somebody confirms where it belongs. For open pages. */
  | { readonly kind: 'message.waits'; readonly messageId: MessageId; readonly conversationId: ConversationId }
  /** A case has heard of danger to life or health from its customer. */
  | { readonly kind: 'danger.heard'; readonly caseId: CaseId; readonly messageId: MessageId }
  /** The same from a message that waits until somebody confirms where it belongs. */
  | { readonly kind: 'danger.waits'; readonly messageId: MessageId; readonly conversationId: ConversationId }
  /** Somebody outside wrote whom a case had asked, or a person has just said that a message is theirs. */
  | { readonly kind: 'outside.received'; readonly messageId: MessageId; readonly conversationId: ConversationId }
  | { readonly kind: 'message.queued'; readonly messageId: MessageId; readonly caseId: CaseId | null }
  | { readonly kind: 'message.sent'; readonly messageId: MessageId; readonly caseId: CaseId | null }
  | { readonly kind: 'message.bounced'; readonly messageId: MessageId; readonly caseId: CaseId | null }
  /** The mail program of whoever was written to reported a letter of ours as unwanted. */
  | {
      readonly kind: 'letter.reported'
      readonly conversationId: ConversationId
      readonly identityId: IdentityId
    }
  | { readonly kind: 'case.opened'; readonly caseId: CaseId }
  | { readonly kind: 'case.changed'; readonly caseId: CaseId }
  /** By the customer's word or by their silence. It may be opened again. */
  | { readonly kind: 'case.resolved'; readonly caseId: CaseId }
  /** The customer of a case wrote again. `byStaffId`: the colleague who has just read it and put it there. */
  | {
      readonly kind: 'customer.answered'
      readonly caseId: CaseId
      readonly messageId: MessageId
      readonly byStaffId: StaffId | null
    }
  /** A case has heard from somebody outside. `byStaffId`: as above. */
  | {
      readonly kind: 'outside.answered'
      readonly caseId: CaseId
      readonly messageId: MessageId
      readonly byStaffId: StaffId | null
    }
  /** A note was written or taken back. */
  | { readonly kind: 'case.noted'; readonly caseId: CaseId; readonly noteId: NoteId }
  /** A colleague was named in a note. */
  | {
      readonly kind: 'staff.mentioned'
      readonly caseId: CaseId
      readonly staffId: StaffId
      readonly noteId: NoteId
      readonly by: StaffId
    }
  | { readonly kind: 'promise.broken'; readonly promiseId: PromiseId; readonly caseId: CaseId }
  | { readonly kind: 'channel.changed'; readonly channelId: string }
  | { readonly kind: 'staff.joined'; readonly staffId: StaffId }
  | { readonly kind: 'staff.disabled'; readonly staffId: StaffId; readonly successorId: StaffId | null }
  /** Somebody is away, or back. For open pages. */
  | { readonly kind: 'staff.absence-changed'; readonly staffId: StaffId }
  /** There is something new among somebody's own notices. For their open pages. */
  | { readonly kind: 'staff.noticed'; readonly noticedStaffId: StaffId }
  | { readonly kind: 'organization.founded'; readonly organizationId: OrganizationId }

export type FactKind = Fact['kind']
