// Who may be written to from within a case beside its customer, and which address is nobody's to use. Pure; where it says no, it says why.
import { isSameMailbox } from '../../../hear/channels/address.rules.ts'

/** Addresses around a case, as they identify. */
export interface Around {
  /** Of the mailboxes of ours. */
  readonly ours: readonly string[]
  /** Every address of the customer. */
  readonly customers: readonly string[]
  /** Of others who take part in the conversation with the customer. */
  readonly takingPart: readonly string[]
  /** Of the colleagues whom the case is about. */
  readonly about: readonly string[]
}

const isAmong = (address: string, others: readonly string[]): boolean =>
  others.some((other) => isSameMailbox(address, other))

/** Why this address cannot be asked as somebody outside; null where it can. */
export function whyNotAsk(address: string, around: Around): string | null {
  if (isAmong(address, around.ours))
    return 'This is a mailbox of ours: the question would come back to us as a message.'
  if (isAmong(address, around.customers))
    return 'This is the customer of the case. Write to them by answering, so that they see one conversation.'
  if (isAmong(address, around.takingPart))
    return 'They take part in the conversation with the customer. Write to them by answering.'
  return whyNotAbout(address, around)
}

/** Why this address cannot get a copy of an answer; null where it can. */
export function whyNotCopy(address: string, around: Around): string | null {
  if (isAmong(address, around.ours)) return `${address} is a mailbox of ours: the copy would come back to us.`
  if (isAmong(address, around.customers)) return `${address} is the customer, who gets the letter anyway.`
  return whyNotAbout(address, around)
}

const whyNotAbout = (address: string, { about }: Around): string | null =>
  isAmong(address, about) ? 'The case is about the colleague with this address, who reads nothing of it.' : null
