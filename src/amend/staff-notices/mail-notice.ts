// A notice by mail, through a mailbox of the company: marked as automatic, never to an address of our own, and not without end.
import type { Context } from '../../platform/context/context.ts'
import type { House } from '../../platform/context/house.ts'
import { emailIdentity } from '../../hear/channels/address.rules.ts'
import { type ChannelRow, listChannels } from '../../hear/channels/channel.sql.ts'
import { makeMessageId } from '../../hear/channels/mail/send-mail.ts'
import { openSending } from '../../hear/channels/send-through-channel.ts'
import { whyNoAutomaticMail } from '../../hear/conversations/automatic-mail.rules.ts'
import type { BundleId, OrganizationId, StaffId } from '../../shared/ids.ts'
import { mailsSince } from './notice-delivery.sql.ts'
import { noticeMail, type NoticeWords } from './notice-words.rules.ts'
import type { Posted } from './post-webhook.ts'
import { mostMailsADay } from './staff-notice.rules.ts'

export interface MailToSend {
  readonly channel: ChannelRow & { readonly organizationId: OrganizationId }
  readonly to: string
}

const dayMs = 86_400_000
const longestMs = 60_000
const addressOf = ({ config }: ChannelRow): string => (typeof config['address'] === 'string' ? config['address'] : '')

/** The mailbox that notices leave from; `none` before one is connected, `off` where all are switched off. */
export async function mailboxForNotices(ctx: Context): Promise<ChannelRow | 'none' | 'off'> {
  const mailboxes = (await listChannels(ctx.db)).filter((one) => one.kind === 'mail' && addressOf(one) !== '')
  return mailboxes.find(({ state }) => state !== 'off') ?? (mailboxes.length === 0 ? 'none' : 'off')
}

/** A sentence where no mail can or may go; what is urgent goes when others have used up the day. This try is counted already. */
export async function prepareMail(
  ctx: Context,
  staffId: StaffId,
  email: string,
  isUrgent: boolean,
): Promise<MailToSend | string> {
  const channel = await mailboxForNotices(ctx)
  if (channel === 'none') return 'No mailbox is connected.'
  if (channel === 'off') return 'The mailboxes are switched off.'
  const ours = (await listChannels(ctx.db)).map((one) => emailIdentity(addressOf(one))?.value ?? '')
  const guard = whyNoAutomaticMail({
    ...{ to: email, ourAddresses: ours.filter((address) => address !== ''), isVerified: true, isBad: false },
    // It answers nothing and stands in no conversation; how many a day is counted below.
    ...{ answers: 'human', isAllowedByHeaders: true, toAddressToday: 0, inConversation: 0 },
  })
  if (guard !== null) return guard
  const mails = await mailsSince(ctx.db, staffId, new Date(ctx.now().getTime() - dayMs))
  if (mails > mostMailsADay * (isUrgent ? 2 : 1))
    return `There were ${String(mostMailsADay)} notices by mail within a day; the others are listed.`
  return { channel: { ...channel, organizationId: ctx.organizationId }, to: email }
}

/** The bundle names the letter: a second try is the same one. */
export async function mailNotice(
  house: House,
  { channel, to }: MailToSend,
  words: NoticeWords,
  bundleId: BundleId,
): Promise<Posted> {
  const sending = openSending()
  const out = { to: { address: to }, ...noticeMail(words, house.publicUrl), attachments: [], isAutomatic: true }
  const letter = { ...out, thread: { replyTo: null, references: [] } }
  try {
    const key = makeMessageId(bundleId, addressOf(channel))
    const result = await sending.sendThrough(house, channel, letter, key, AbortSignal.timeout(longestMs))
    // It may have arrived: a notice less is better than one twice.
    return result.kind === 'unknown' || result.kind === 'sent'
      ? { kind: 'sent' }
      : { kind: result.kind, why: result.why }
  } catch (error) {
    return { kind: 'retry', why: error instanceof Error ? error.message : 'Sending failed.' }
  } finally {
    sending.close()
  }
}
