// A colleague passes on what a customer wrote to them: the customer wrote it, and the colleague only saw it. Believed of colleagues alone, whose own
// server vouches for them: of anybody else it would let strangers make us write to whomever they name. The whole mail stays to be read, the colleague's
// own words above it as well.
import { findStaffByEmail } from '../../../platform/staff/staff.sql.ts'
import { emailIdentity, withoutPlus } from '../../channels/address.rules.ts'
import { judgeSender } from '../../channels/mail/authentication-results.ts'
import { visibleText } from '../../channels/mail/visible-text.ts'
import { trustedServerOf } from '../trusted-server.ts'
import type { Reading, Step } from '../reading.ts'

export const unwrapForwarded: Step = async (ctx, reading) => {
  const { raw, parsed, known } = reading
  const { forwarded, author, machine } = parsed.inbound
  if (!forwarded || author === null || raw.channelKind !== 'mail' || raw.release !== null || machine.machine)
    return reading
  const colleague = await findStaffByEmail(ctx.db, author.value.toLowerCase())
  if (!colleague || colleague.disabledAt !== null || !isVouchedFor(reading)) return reading
  const inner = emailIdentity(withoutPlus(forwarded.author.value))?.value
  const ours = new Set(known.ourAddresses.map((address) => emailIdentity(address)?.value))
  // A letter of ours, or of a colleague, that is passed on is nobody's complaint to them.
  if (inner === undefined || ours.has(inner) || (await findStaffByEmail(ctx.db, inner.toLowerCase()))) return reading
  return {
    ...reading,
    witness: { staffId: colleague.staffId, name: colleague.name },
    parsed: {
      ...parsed,
      inbound: {
        ...parsed.inbound,
        author: forwarded.author,
        subject: forwarded.subject,
        visibleText: visibleText(forwarded.text),
        thread: { replyTo: null, references: [] },
        addressedTo: [],
        named: [],
        authenticationResults: [],
      },
    },
  }
}

function isVouchedFor({ raw, parsed }: Reading): boolean {
  const { author, authenticationResults } = parsed.inbound
  const server = trustedServerOf(raw)
  return judgeSender(authenticationResults, server, author?.value ?? null, author?.isSole ?? false).isVerified
}
