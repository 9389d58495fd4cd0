// Signing in to a mailbox at its provider, by a browser: the way there, and what is done with what comes back (RFC 6749 with PKCE, RFC 7636).
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { seal, unseal } from '../../../platform/access/seal.ts'
import { recordAudit } from '../../../platform/audit/record-audit.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { House } from '../../../platform/context/house.ts'
import { isSameSecret } from '../../../platform/staff/token.ts'
import { OutsideFailure, Refusal } from '../../../shared/errors.ts'
import { type ChannelId, isId } from '../../../shared/ids.ts'
import type { SignInReturn } from '../channel.schema.ts'
import { changeChannel, type ChannelRow, findChannel } from '../channel.sql.ts'
import { beginSignIn, endSignIn, findSignIn, setGrant } from '../grant.sql.ts'
import { clientSecretOf, newGrantId } from '../mail-settings.ts'
import { askToken } from './ask-token.ts'
import { sealGrant } from './grant.ts'
import { purposeOf, signInAddress, signInMs, tokenLoginOf } from './token-login.rules.ts'

/** Where providers send a browser back to: a page of this desk. */
export const returnUrlOf = (house: House): string => `${house.publicUrl}/settings/mailboxes/signed-in`

/** Kept sealed from when somebody leaves for the provider until they come back. */
const onItsWay = z.object({
  state: z.string(),
  session: z.string(),
  verifier: z.string(),
  purpose: z.string(),
  until: z.number(),
})
type OnItsWay = Readonly<z.output<typeof onItsWay>>

const secretOf = (house: House): string => Buffer.from(house.secrets.bytes(32)).toString('base64url')

async function tokenChannel(ctx: Context, channelId: ChannelId) {
  const channel = await findChannel(ctx.db, channelId)
  const login = channel && tokenLoginOf(channel.config)
  if (!channel || !login) throw new Refusal('not-found', 'There is no mailbox that logs in by token here.')
  return { channel, login }
}

/** Where to send the browser of whoever has this session. One that was on its way for this mailbox counts no more.
 * @throws Refusal('not-found'), Refusal('wrong-state') where there is no page to sign in at */
export async function startSignIn(ctx: Context, channelId: ChannelId, session: Buffer): Promise<string> {
  const { house } = ctx
  const { channel, login } = await tokenChannel(ctx, channelId)
  if (house.postBox) throw new Refusal('wrong-state', 'Nobody signs in anywhere from the sample company.')
  const [state, verifier] = [`${channelId}.${secretOf(house)}`, secretOf(house)]
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  const { user = '' } = channel.config['imap'] as { readonly user?: string }
  const url = signInAddress({ login, redirectUrl: returnUrlOf(house), state, challenge, user })
  if (url === null)
    throw new Refusal('wrong-state', 'No page to sign in at is known of this provider: paste a refresh token instead.')
  const kept: OnItsWay = {
    ...{ state, verifier, session: session.toString('base64'), purpose: purposeOf(channel.config) },
    until: ctx.now().getTime() + signInMs,
  }
  const sealed = seal(house.sealingKey, Buffer.from(JSON.stringify(kept), 'utf8'), house.secrets)
  await beginSignIn(ctx.db, channelId, Buffer.from(sealed))
  return url
}

export interface TakenSignIn {
  readonly channel: ChannelRow
  readonly verifier: string
  readonly purpose: string
  readonly isLate: boolean
}

/** Uses up the sign-in that a browser comes back from, whatever then becomes of it.
 * @throws Refusal('not-found') for one that is not on its way from this session */
export async function takeSignIn(ctx: Context, state: string, session: Buffer): Promise<TakenSignIn> {
  const stranger = new Refusal(
    'not-found',
    'No sign-in of yours is on its way: it began in another browser, a later one took its place, or it was used already. Nothing was changed. Sign in again on the page of mailboxes.',
  )
  const [channelId = ''] = state.split('.')
  if (!isId(channelId)) throw stranger
  const sealed = await findSignIn(ctx.db, channelId as ChannelId)
  if (!sealed) throw stranger
  const opened = Buffer.from(unseal(ctx.house.sealingKey, sealed)).toString('utf8')
  const kept = onItsWay.parse(JSON.parse(opened))
  const isTheirs = isSameSecret(kept.state, state) && isSameSecret(kept.session, session.toString('base64'))
  if (!isTheirs || !(await endSignIn(ctx.db, channelId as ChannelId, sealed))) throw stranger
  const { channel } = await tokenChannel(ctx, channelId as ChannelId)
  return { channel, verifier: kept.verifier, purpose: kept.purpose, isLate: ctx.now().getTime() > kept.until }
}

/** The refresh token for the code that came back. Asks outside: in no transaction.
 * @throws Refusal, OutsideFailure with a sentence each */
export async function exchangeCode(house: House, taken: TakenSignIn, { code, error }: SignInReturn): Promise<string> {
  if (taken.isLate)
    throw new Refusal('expired', 'The sign-in took longer than ten minutes. Nothing was changed. Sign in again.')
  if (error === 'access_denied')
    throw new Refusal('wrong-state', 'The provider was told not to let us in. Nothing was changed.')
  if (error !== null || code === null)
    throw new OutsideFailure('token server', `The provider did not sign you in.${quote(error ?? '')}`, false)
  const login = tokenLoginOf(taken.channel.config)
  if (!login) throw new Refusal('conflict', changedMeanwhile)
  const answer = await askToken(
    house,
    { login, secret: clientSecretOf(house, taken.channel) },
    { grant_type: 'authorization_code', code, redirect_uri: returnUrlOf(house), code_verifier: taken.verifier },
  )
  if (answer.kind === 'failed') throw new OutsideFailure('token server', answer.why, true)
  if (answer.kind === 'ended')
    throw new Refusal('expired', `The provider takes this sign-in no more. Sign in again. It said: ${answer.why}`)
  if (answer.refreshToken === null)
    throw new OutsideFailure(
      'token server',
      'The provider gave no refresh token, so the desk could not go on by itself. Its scope may lack offline access.',
      false,
    )
  return answer.refreshToken
}

const changedMeanwhile = 'The settings of the mailbox have changed meanwhile. Sign in again.'
const quote = (said: string): string => (/^[\x21-\x7e]{1,100}$/.test(said) ? ` It said: ${said}` : '')

/** From now on the mailbox is read and written with this sign-in. @throws Refusal('conflict') where its settings are others by now */
export async function keepSignIn(ctx: Context, taken: TakenSignIn, refreshToken: string): Promise<void> {
  const { channelId } = taken.channel
  const { channel, login } = await tokenChannel(ctx, channelId)
  if (purposeOf(channel.config) !== taken.purpose) throw new Refusal('conflict', changedMeanwhile)
  await setGrant(ctx.db, channelId, sealGrant(ctx.house, { refreshToken, purpose: taken.purpose }))
  const config = { ...channel.config, login: { ...login, grantId: newGrantId(ctx.house) } }
  await changeChannel(ctx.db, channelId, { name: channel.name, config, secret: channel.secret }, ctx.now())
  await recordAudit(ctx, 'channel.signed-in', { kind: 'channel', id: channelId }, { name: channel.name })
  ctx.emit({ kind: 'channel.changed', channelId })
}
