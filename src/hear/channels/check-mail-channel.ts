// "Test connection": tries both servers of a mailbox as filled in, changing nothing there, and says in words how it went.
import type { House } from '../../platform/context/house.ts'
import { OutsideFailure } from '../../shared/errors.ts'
import type { ChannelId, OrganizationId } from '../../shared/ids.ts'
import type { AccessTokens } from './channel.ts'
import { channelIo } from './channel-io.ts'
import type { MailChannelBody, MailChecked } from './channel.schema.ts'
import { checkReading, checkSending, mailChannel } from './mail/mail.ts'
import { adapterSettings, type Mailbox, type StoredSettings, storedSettings } from './mail-settings.ts'
import { refuseForeignServer, refuseStrangeEndpoints } from './refuse-foreign-server.ts'
import { openAccessTokens } from './token-login/access-tokens.ts'

const longestMs = 25_000

/** A mailbox that is connected already. */
export interface Connected extends Mailbox {
  readonly organizationId: OrganizationId
  readonly channelId: ChannelId
}

/** Never throws for what is outside. `earlier` lends its passwords where none were typed, and its sign-in, and only to the servers they belong to. */
export async function checkMailChannel(
  house: House,
  body: MailChannelBody,
  earlier: Connected | null,
): Promise<MailChecked> {
  refuseStrangeEndpoints(house, body)
  if (earlier) refuseForeignServer(house, body, earlier)
  const settings = storedSettings(house, body, earlier)
  const config = mailChannel.parseConfig(adapterSettings(house, settings))
  const tokens = tokensFor(house, body, settings, earlier)
  const io = channelIo(house, tokens, AbortSignal.timeout(longestMs), () => undefined)
  const [imap, smtp] = await Promise.all([checkReading(config, io), checkSending(config, io)])
  return { imap: { ok: imap.isWell, words: imap.words }, smtp: { ok: smtp.isWell, words: smtp.words } }
}

function tokensFor(
  house: House,
  { login }: MailChannelBody,
  settings: StoredSettings,
  earlier: Connected | null,
): AccessTokens | null {
  if (login?.kind !== 'token') return null
  // To use one may use it up, and what comes in its place could not be kept.
  if (login.refreshToken !== null)
    return refusing('Save first: a refresh token that is pasted is tried once it is kept.')
  if (!earlier) return refusing('Save first, then sign in: the login is tried with what that gives.')
  return openAccessTokens(house, { ...settings, organizationId: earlier.organizationId, channelId: earlier.channelId })
}

const refusing = (words: string): AccessTokens => ({
  get: () => Promise.reject(new OutsideFailure('token server', words, false)),
})
