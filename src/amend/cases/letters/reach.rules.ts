// To which other address a customer may be written. Pure; where it says no, it says why.
import { isSameMailbox } from '../../../hear/channels/address.rules.ts'
import type { Around } from '../outside/enquiry.rules.ts'

/** Why a customer is not written to at this address from now on; null where they may be. */
export function whyNotReach(address: string, { ours, about }: Around): string | null {
  if (ours.some((one) => isSameMailbox(address, one))) return 'This is a mailbox of ours.'
  if (about.some((one) => isSameMailbox(address, one)))
    return 'The case is about the colleague with this address, who reads nothing of it.'
  return null
}
