// A mail server hands a mail over: stored in each mailbox it is for, and only then taken.
import { type Context, withContext } from '../../../platform/context/context.ts'
import type { House } from '../../../platform/context/house.ts'
import { emailIdentity, withoutPlus } from '../../channels/address.rules.ts'
import type { Proof } from '../../channels/channel.ts'
import { mailKey } from '../../channels/mail/mail-key.ts'
import { storeRaw } from '../store-raw.ts'
import type { Standing } from './door-peers.ts'
import { type MailboxAt, mailboxesAt } from './mailboxes-at.sql.ts'

export interface Peer {
  readonly standing: Exclude<Standing, 'refused'>
  readonly address: string
  readonly protocol: 'LMTP' | 'SMTP'
}

export interface HandedOver {
  /** The envelope's sender; empty for a bounce. */
  readonly sender: string
  /** The envelope's recipients, each with its mailbox. */
  readonly recipients: readonly { readonly address: string; readonly mailbox: MailboxAt }[]
  readonly bytes: Uint8Array
}

/** The mailbox that an address is for; null where there is none. */
export async function mailboxFor(house: House, address: string): Promise<MailboxAt | null> {
  const wanted = emailIdentity(withoutPlus(address))?.value
  if (wanted === undefined) return null
  const found = await mailboxesAt(house.ownerPool, [wanted])
  // One that is on before one that is off: two companies may have had the same address.
  return found.toSorted((a, b) => Number(a.isOff) - Number(b.isOff))[0] ?? null
}

/** Answers when every mailbox has it. Handed over again, it is there once. @throws what kept it from being stored; nothing may then be promised */
export async function handOverMail(house: House, mail: HandedOver, peer: Peer): Promise<void> {
  const mailboxes = Map.groupBy(mail.recipients, ({ mailbox }) => mailbox.channelId)
  for (const recipients of mailboxes.values()) {
    const [first] = recipients
    if (!first) continue
    const { organizationId, channelId } = first.mailbox
    const bytes = withTrace(
      mail,
      recipients.map(({ address }) => address),
    )
    const record = { key: mailKey(mail.bytes), bytes, mediaType: 'message/rfc822', proof: proofOf(peer) }
    const store = (ctx: Context) => storeRaw(ctx, channelId, [{ ...record, receivedAt: ctx.now() }])
    await withContext(house, { organizationId, actor: { kind: 'system', part: 'channels' } }, store)
  }
}

/** What a stranger hands over proves nothing of its sender, whatever it says of itself. */
const proofOf = ({ standing, address, protocol }: Peer): Proof => ({
  kind: standing === 'named' ? 'session' : 'none',
  detail: `handed over by ${protocol} from ${address}`,
})

/** The envelope in front of the mail, as a last server writes it (RFC 5321, section 4.4). Without a date: the same mail handed over again has the same bytes. */
function withTrace({ sender, bytes }: HandedOver, recipients: readonly string[]): Buffer {
  const fields = [`Return-Path: <${clean(sender)}>`, ...recipients.map((one) => `Delivered-To: ${clean(one)}`), '']
  // A mail that begins with a blank has no header of its own, and must not lengthen ours.
  const isFolded = bytes[0] === 32 || bytes[0] === 9
  return Buffer.concat([Buffer.from(`${fields.join('\r\n')}${isFolded ? '\r\n' : ''}`, 'utf8'), bytes])
}

const clean = (address: string): string => address.replace(/[\p{Cc}<>]/gu, '').slice(0, 320)
