// Our own letter came back to us, or somebody writes as us: neither is a customer's word, and nothing is answered.
import { emailIdentity, withoutPlus } from '../../channels/address.rules.ts'
import { onTimeline, quarantine, type Step } from '../reading.ts'

export const dropOwnEcho: Step = (_ctx, reading) => {
  const { known, parsed, raw } = reading
  if (known.isOurs) return onTimeline('It is a letter of ours that came back to our own mailbox.')
  const author = parsed.inbound.author
  if (author === null || raw.release?.senderAddress) return reading
  const ours = new Set(known.ourAddresses.map((address) => emailIdentity(address)?.value))
  const theirs = emailIdentity(withoutPlus(author.value))?.value
  if (theirs === undefined || !ours.has(theirs)) return reading
  return quarantine('It says that it comes from our own address. Release it with the real sender if a person wrote it.')
}
