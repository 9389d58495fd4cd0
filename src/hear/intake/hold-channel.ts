// Reads one channel under its lease until told to stop, switched off, or its settings change. Two processes never read one mailbox.
import { setTimeout as pause } from 'node:timers/promises'
import { type Context, withContext } from '../../platform/context/context.ts'
import type { House } from '../../platform/context/house.ts'
import { OutsideFailure, Refusal } from '../../shared/errors.ts'
import type { ChannelId, OrganizationId } from '../../shared/ids.ts'
import { type Batch, type Health } from '../channels/channel.ts'
import { channelIo } from '../channels/channel-io.ts'
import { type ChannelRow, endLease, leaseChannel, moveCursor, reportChannelState } from '../channels/channel.sql.ts'
import { adapterOf } from '../channels/channels.ts'
import { adapterSettings } from '../channels/mail-settings.ts'
import { accessTokensOf } from '../channels/token-login/access-tokens.ts'
import { storeRaw } from './store-raw.ts'

export interface Hold {
  readonly organizationId: OrganizationId
  readonly channelId: ChannelId
  /** Who holds: one name a process. */
  readonly holder: string
  readonly signal: AbortSignal
}

const leaseMs = 30_000
const renewMs = 5_000
const longestPauseMs = 60_000

/** Ends, without throwing, when the lease is another's, the channel is off, or its settings changed; whoever looks after channels takes it up again. */
export async function holdChannel(house: House, hold: Hold): Promise<void> {
  const channel = await lease(house, hold)
  if (!channel) return
  const ending = new AbortController()
  const signal = AbortSignal.any([hold.signal, ending.signal])
  const renewing = renew(house, hold, channel, ending, signal)
  try {
    await readUntilStopped(house, hold, channel, signal)
  } finally {
    ending.abort()
    await renewing
    await inOffice(house, hold, (ctx) => endLease(ctx.db, hold.channelId, hold.holder)).catch(() => undefined)
  }
}

const inOffice = <Result>(
  house: House,
  { organizationId }: Hold,
  work: (ctx: Context) => Promise<Result>,
): Promise<Result> => withContext(house, { organizationId, actor: { kind: 'system', part: 'channels' } }, work)

const lease = (house: House, hold: Hold): Promise<ChannelRow | null> =>
  inOffice(house, hold, (ctx) =>
    leaseChannel(ctx.db, hold.channelId, hold.holder, ctx.now(), new Date(ctx.now().getTime() + leaseMs)),
  )

const settingsOf = ({ config, secret }: ChannelRow): string =>
  JSON.stringify([config, secret?.toString('base64') ?? null])

/** Keeps the lease and notices new settings. While the database is away nothing can be stored, so nothing is lost by waiting for it. */
async function renew(
  house: House,
  hold: Hold,
  channel: ChannelRow,
  ending: AbortController,
  signal: AbortSignal,
): Promise<void> {
  const settings = settingsOf(channel)
  while (!signal.aborted) {
    await pause(renewMs, undefined, { signal }).catch(() => undefined)
    if (isOver(signal)) return
    try {
      const now = await lease(house, hold)
      if (!now || settingsOf(now) !== settings) ending.abort()
    } catch (error) {
      house.log.warn({ err: error, channelId: hold.channelId }, 'the lease of a channel could not be renewed')
    }
  }
}

const isOver = (signal: AbortSignal): boolean => signal.aborted

/** Each failure is told on the channel's row; the cursor is read again after it, since only what was committed counts. */
async function readUntilStopped(house: House, hold: Hold, channel: ChannelRow, signal: AbortSignal): Promise<void> {
  let cursor = channel.cursor
  let failures = 0
  while (!isOver(signal)) {
    try {
      await readOn(house, hold, { ...channel, cursor }, signal, () => {
        failures = 0
      })
    } catch (error) {
      if (isOver(signal)) return
      await tell(house, hold, { isWell: false, words: inWords(error) })
      if (!(error instanceof OutsideFailure || error instanceof Refusal))
        house.log.error({ err: error, channelId: hold.channelId }, 'reading a channel failed')
    }
    failures += 1
    await pause(Math.min(500 * 2 ** failures, longestPauseMs), undefined, { signal }).catch(() => undefined)
    cursor = (await lease(house, hold).catch(() => null))?.cursor ?? cursor
  }
}

async function readOn(
  house: House,
  hold: Hold,
  channel: ChannelRow,
  signal: AbortSignal,
  onBatch: () => void,
): Promise<void> {
  const adapter = adapterOf(channel.kind)
  if (!adapter?.read) throw new OutsideFailure(channel.kind, 'This kind of channel cannot be read.', false)
  const config = adapter.parseConfig(adapterSettings(house, channel))
  const tokens = accessTokensOf(house, { ...channel, organizationId: hold.organizationId })
  const io = channelIo(house, tokens, signal, (health) => {
    void tell(house, hold, health)
  })
  for await (const batch of adapter.read(config, channel.cursor, io)) {
    await commit(house, hold, batch)
    onBatch()
  }
}

/** Records and cursor in one transaction; refused when the lease went to another process meanwhile. */
async function commit(house: House, hold: Hold, batch: Batch<unknown>): Promise<void> {
  await inOffice(house, hold, async (ctx) => {
    const isOurs = await moveCursor(ctx.db, hold.channelId, hold.holder, batch.next, ctx.now())
    if (!isOurs) throw new Refusal('conflict', 'Another process reads this channel now.')
    await storeRaw(ctx, hold.channelId, batch.records)
  })
}

async function tell(house: House, hold: Hold, health: Health): Promise<void> {
  try {
    await inOffice(house, hold, async (ctx) => {
      const isNews = await reportChannelState(
        ctx.db,
        hold.channelId,
        health.isWell ? 'working' : 'failing',
        health.words,
        ctx.now(),
      )
      if (isNews) ctx.emit({ kind: 'channel.changed', channelId: hold.channelId })
    })
  } catch (error) {
    house.log.warn({ err: error, channelId: hold.channelId }, 'the state of a channel could not be noted')
  }
}

const inWords = (error: unknown): string =>
  error instanceof OutsideFailure || error instanceof Refusal
    ? error.message
    : 'Reading this mailbox failed by our fault; it is tried again.'
