// Who is it? By the address, as it identifies; and is that address proved? Only looks: nobody is made for a machine's mail.
import { judgeSender } from '../../channels/mail/authentication-results.ts'
import { findCustomer } from '../../customers/find-or-make-customer.ts'
import { emailIdentity } from '../../channels/address.rules.ts'
import { trustedServerOf } from '../trusted-server.ts'
import { quarantine, type Reading, type Sender, type Step } from '../reading.ts'

export const findSender: Step = async (ctx, reading) => {
  const { author } = reading.parsed.inbound
  const said = reading.raw.release?.senderAddress ?? author?.value ?? ''
  const key = emailIdentity(said)
  if (!key) return quarantine('Its sender is no address that could be answered. Release it with the right one.')
  const { known, erasedAt } = await findCustomer(ctx, key)
  const display = said === author?.value ? author.display : undefined
  return { ...reading, sender: { key, display, authentication: authenticationOf(reading), known, erasedAt } }
}

/** A mail proves its sender only where the channel's own server says so; a key vouches for what its program sends. */
function authenticationOf({ raw, parsed }: Reading): Sender['authentication'] {
  if (raw.channelKind === 'api') return 'key'
  if (raw.channelKind !== 'mail' || raw.release?.senderAddress) return 'none'
  const { author, authenticationResults } = parsed.inbound
  const proof = judgeSender(authenticationResults, trustedServerOf(raw), author?.value ?? null, author?.isSole ?? false)
  return proof.isVerified ? 'verified' : 'none'
}
