// The access tokens of a channel: kept in memory until a minute before they end, got by the refresh token, by one asker at a time in all processes.
import { unseal } from '../../../platform/access/seal.ts'
import { type Context, withContext } from '../../../platform/context/context.ts'
import type { House } from '../../../platform/context/house.ts'
import { OutsideFailure } from '../../../shared/errors.ts'
import type { ChannelId, OrganizationId } from '../../../shared/ids.ts'
import type { AccessTokens } from '../channel.ts'
import { type ChannelRow, reportChannelState } from '../channel.sql.ts'
import { endAsking, replaceGrant } from '../grant.sql.ts'
import { clientSecretOf } from '../mail-settings.ts'
import { type Answered, askToken, type Client } from './ask-token.ts'
import { openGrant, sealGrant } from './grant.ts'
import { askAgainMs, purposeOf, tokenLoginOf, usedUntil } from './token-login.rules.ts'
import { type Turn, waitForTurn } from './wait-for-turn.ts'

export interface TokenChannel extends Pick<ChannelRow, 'config' | 'secret'> {
  readonly organizationId: OrganizationId
  readonly channelId: ChannelId
}

interface Known {
  readonly settings: string
  readonly tokens: AccessTokens
}

const known = new WeakMap<House, Map<string, Known>>()

/** Those of a channel as it is set now, the same object for as long as that stays; null for one that logs in by password. */
export function accessTokensOf(house: House, channel: TokenChannel): AccessTokens | null {
  const { organizationId, channelId, config, secret } = channel
  const all = known.get(house) ?? new Map<string, Known>()
  known.set(house, all)
  const key = `${organizationId}:${channelId}`
  const settings = JSON.stringify([config['login'], purposeOf(config), secret?.toString('base64') ?? null])
  const there = all.get(key)
  if (there?.settings === settings) return there.tokens
  const tokens = openAccessTokens(house, channel)
  if (tokens) all.set(key, { settings, tokens })
  else all.delete(key)
  return tokens
}

/** As accessTokensOf, for settings that are only being tried. */
export function openAccessTokens(house: House, channel: TokenChannel): AccessTokens | null {
  const login = tokenLoginOf(channel.config)
  if (!login) return null
  const client = { login, secret: clientSecretOf(house, channel) }
  let held: { readonly token: string; readonly until: number } | null = null
  let failed: { readonly failure: OutsideFailure; readonly count: number; readonly until: number } | null = null
  let asking: Promise<string> | null = null
  const memory: Memory = { unsaved: null, ended: null }
  const now = (): number => house.clock.now().getTime()

  const renew = async (): Promise<string> => {
    if (failed && now() < failed.until) throw failed.failure
    try {
      const answer = await askInTurn(house, channel, client, memory)
      held = { token: answer.accessToken, until: usedUntil(now(), answer.seconds) }
      failed = null
      return answer.accessToken
    } catch (error) {
      if (error instanceof OutsideFailure && error.retry) {
        const count = (failed?.count ?? 0) + 1
        failed = { failure: error, count, until: now() + askAgainMs(count, house.random.next()) }
      }
      throw error
    }
  }
  return {
    get: (refused) => {
      if (held && held.token !== refused && now() < held.until) return Promise.resolve(held.token)
      asking ??= renew().finally(() => {
        asking = null
      })
      return asking
    },
  }
}

interface Memory {
  /** A refresh token that the database would not take: the one there is no good any more. */
  unsaved: { readonly from: Buffer; readonly to: Buffer } | null
  /** A refresh token that has ended, so that its server is not asked for ever. */
  ended: { readonly sealed: Buffer; readonly why: string } | null
}

type Tokens = Extract<Answered, { kind: 'tokens' }>
type Owner = Pick<TokenChannel, 'organizationId' | 'channelId'>

const inOffice = <Result>(house: House, { organizationId }: Owner, work: (ctx: Context) => Promise<Result>) =>
  withContext(house, { organizationId, actor: { kind: 'system', part: 'channels' } }, work)

const failure = (words: string, retry: boolean): OutsideFailure => new OutsideFailure('token server', words, retry)

const signInAgain = 'Sign in again on the page of mailboxes.'

/** Throws OutsideFailure. Whatever comes of it, others may ask afterwards. */
async function askInTurn(house: House, channel: TokenChannel, client: Client, memory: Memory): Promise<Tokens> {
  const turn = await waitForTurn(house, channel)
  if (!turn) throw failure('Another process asks for a token of this mailbox and does not end; we try again.', true)
  let answer: Answered
  try {
    answer = await askOnce(house, channel, client, turn, memory)
  } finally {
    await inOffice(house, channel, (ctx) => endAsking(ctx.db, channel.channelId, turn.until)).catch(() => undefined)
  }
  if (answer.kind === 'tokens') return answer
  if (answer.kind === 'failed') throw failure(`${answer.why} We try again.`, true)
  throw await endedFailure(house, channel, answer.why)
}

async function askOnce(
  house: House,
  channel: TokenChannel,
  client: Client,
  { sealed }: Turn,
  memory: Memory,
): Promise<Answered> {
  if (sealed === null)
    throw failure('Nobody has signed in to this mailbox yet. Sign in on the page of mailboxes.', false)
  if (memory.ended?.sealed.equals(sealed)) return { kind: 'ended', why: memory.ended.why }
  const current = memory.unsaved?.from.equals(sealed) ? memory.unsaved.to : sealed
  const grant = openGrant(unseal(house.sealingKey, current))
  if (grant.purpose !== purposeOf(channel.config))
    throw failure(`The servers, the user or the client have changed since somebody signed in. ${signInAgain}`, false)
  const answer = await askToken(house, client, { grant_type: 'refresh_token', refresh_token: grant.refreshToken })
  if (answer.kind === 'ended') memory.ended = { sealed, why: answer.why }
  const next = answer.kind === 'tokens' ? (answer.refreshToken ?? grant.refreshToken) : grant.refreshToken
  if (next !== grant.refreshToken || current !== sealed)
    memory.unsaved = { from: sealed, to: sealGrant(house, { ...grant, refreshToken: next }) }
  await saveNext(house, channel, memory)
  return answer
}

/** What could not be saved is used and saved the next time: it may be the only one that is still good. */
async function saveNext(house: House, channel: TokenChannel, memory: Memory): Promise<void> {
  const { unsaved } = memory
  if (!unsaved) return
  try {
    await inOffice(house, channel, (ctx) => replaceGrant(ctx.db, channel.channelId, unsaved.from, unsaved.to))
    memory.unsaved = null
  } catch (error) {
    house.log.warn({ err: error, channelId: channel.channelId }, 'a new refresh token could not be saved yet')
  }
}

/** The channel is told so at once: a mailbox that is still open would hide it until its connection breaks. */
async function endedFailure(house: House, channel: TokenChannel, why: string): Promise<OutsideFailure> {
  const words = `The sign-in to this mailbox has ended or was taken back. ${signInAgain} The provider said: ${why}`
  await inOffice(house, channel, async (ctx) => {
    if (await reportChannelState(ctx.db, channel.channelId, 'failing', words, ctx.now()))
      ctx.emit({ kind: 'channel.changed', channelId: channel.channelId })
  }).catch((error: unknown) => {
    house.log.warn({ err: error, channelId: channel.channelId }, 'the state of a channel could not be noted')
  })
  return failure(words, false)
}
