// Connects a mailbox, or changes how one is connected. Whoever reads it notices and starts again with the new settings.
import { recordAudit } from '../../platform/audit/record-audit.ts'
import type { Context } from '../../platform/context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import type { ChannelId } from '../../shared/ids.ts'
import { emailIdentity, withoutPlus } from './address.rules.ts'
import { addChannel, changeChannel, findChannel, listChannels } from './channel.sql.ts'
import type { MailChannelBody } from './channel.schema.ts'
import { setGrant } from './grant.sql.ts'
import { mailChannel } from './mail/mail.ts'
import { adapterSettings, storedSettings } from './mail-settings.ts'
import { refuseForeignServer, refuseStrangeEndpoints } from './refuse-foreign-server.ts'
import { sealGrant } from './token-login/grant.ts'
import { purposeOf } from './token-login/token-login.rules.ts'

/** @throws Refusal('invalid') with the fields at fault, Refusal('conflict') when another channel has this address or mailbox */
export async function addMailChannel(ctx: Context, body: MailChannelBody): Promise<ChannelId> {
  const channelId = ctx.newId<'channel'>()
  const settings = await checkedSettings(ctx, body, null)
  await addChannel(
    ctx.db,
    ctx.organizationId,
    { channelId, kind: 'mail', name: body.name, ...settings, state: 'starting' },
    ctx.now(),
  )
  await keepPasted(ctx, channelId, body, settings.config)
  await tell(ctx, channelId, 'channel.added', body)
  return channelId
}

/** As addMailChannel; passwords left out stay. @throws Refusal('not-found') too */
export async function changeMailChannel(ctx: Context, channelId: ChannelId, body: MailChannelBody): Promise<void> {
  const settings = await checkedSettings(ctx, body, channelId)
  await changeChannel(ctx.db, channelId, { name: body.name, ...settings }, ctx.now())
  await keepPasted(ctx, channelId, body, settings.config)
  await tell(ctx, channelId, 'channel.changed', body)
}

/** A refresh token that was typed in; and none is kept for a mailbox that logs in by password. */
async function keepPasted(
  ctx: Context,
  channelId: ChannelId,
  { login }: MailChannelBody,
  config: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (login?.kind !== 'token') return setGrant(ctx.db, channelId, null)
  const { refreshToken } = login
  if (refreshToken === null) return
  await setGrant(ctx.db, channelId, sealGrant(ctx.house, { refreshToken, purpose: purposeOf(config) }))
}

async function checkedSettings(ctx: Context, body: MailChannelBody, channelId: ChannelId | null) {
  const earlier = channelId === null ? null : await findChannel(ctx.db, channelId)
  if (channelId !== null && earlier?.kind !== 'mail') throw new Refusal('not-found', 'There is no such mail channel.')
  await refuseDoubles(ctx, body, channelId)
  refuseStrangeEndpoints(ctx.house, body)
  if (earlier) refuseForeignServer(ctx.house, body, earlier)
  const settings = storedSettings(ctx.house, body, earlier)
  mailChannel.parseConfig(adapterSettings(ctx.house, settings))
  return settings
}

/** Two channels on one mailbox would hear everything twice; two with one address could not be told apart. */
async function refuseDoubles(ctx: Context, body: MailChannelBody, channelId: ChannelId | null): Promise<void> {
  if (withoutPlus(body.address) !== body.address)
    throw new Refusal('invalid', 'The address must have no “+” part: Amends adds its own.', {
      '/address': 'has a “+” part',
    })
  const others = (await listChannels(ctx.db)).filter((one) => one.kind === 'mail' && one.channelId !== channelId)
  const isSame = others.some((one) => {
    const imap = one.config['imap'] as MailChannelBody['imap'] | undefined
    const isSameMailbox =
      body.imap !== null &&
      imap?.host === body.imap.host &&
      imap.port === body.imap.port &&
      imap.user === body.imap.user &&
      imap.mailbox === body.imap.mailbox
    return isSameMailbox || emailIdentity(String(one.config['address']))?.value === emailIdentity(body.address)?.value
  })
  if (isSame) throw new Refusal('conflict', 'This mailbox or address is connected already.')
}

async function tell(
  ctx: Context,
  channelId: ChannelId,
  action: string,
  { name, address }: MailChannelBody,
): Promise<void> {
  await recordAudit(ctx, action, { kind: 'channel', id: channelId }, { name, address })
  ctx.emit({ kind: 'channel.changed', channelId })
}
