// "Test connection": tries both servers of a mailbox as filled in, changing nothing there, and says in words how it went.
import type { House } from '../../platform/context/house.ts'
import { Refusal } from '../../shared/errors.ts'
import { channelIo } from './channel-io.ts'
import type { MailChannelBody, MailChecked } from './channel.schema.ts'
import { checkReading, checkSending, mailChannel } from './mail/mail.ts'
import { adapterSettings, type Mailbox, storedSettings } from './mail-settings.ts'

const longestMs = 25_000

/** Never throws for what is outside. `earlier` lends its passwords where none were typed, and only to the servers they belong to. */
export async function checkMailChannel(
  house: House,
  body: MailChannelBody,
  earlier: Mailbox | null,
): Promise<MailChecked> {
  if (earlier) refuseForeignServer(body, earlier)
  const settings = storedSettings(house, body, earlier)
  const config = mailChannel.parseConfig(adapterSettings(house, settings))
  const io = channelIo(house, AbortSignal.timeout(longestMs), () => undefined)
  const [imap, smtp] = await Promise.all([checkReading(config, io), checkSending(config, io)])
  return { imap: { ok: imap.isWell, words: imap.words }, smtp: { ok: smtp.isWell, words: smtp.words } }
}

/** A stored password is never sent to another server than the one it was given for. */
export function refuseForeignServer(body: MailChannelBody, earlier: Mailbox): void {
  for (const part of ['imap', 'smtp'] as const) {
    const before = earlier.config[part] as { host?: string; user?: string | null } | undefined
    const now = body[part]
    if (now.password === null && now.user !== null && (before?.host !== now.host || before.user !== now.user))
      throw new Refusal('invalid', 'The server or the user has changed: enter the password again.', {
        [`/${part}/password`]: 'is needed for another server or user',
      })
  }
}
