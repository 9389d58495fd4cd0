// Hands a letter to the adapter of its channel, with the channel's settings opened.
import type { House } from '../../platform/context/house.ts'
import type { Outbound, SendResult } from './channel.ts'
import { channelIo } from './channel-io.ts'
import type { ChannelRow } from './channel.sql.ts'
import { adapterOf } from './channels.ts'
import { adapterSettings } from './mail-settings.ts'

/** `key` is the letter's Message-ID. Throws only where the settings cannot be opened. */
export async function sendThroughChannel(
  house: House,
  channel: Pick<ChannelRow, 'kind' | 'config' | 'secret'>,
  out: Outbound,
  key: string,
  signal: AbortSignal,
): Promise<SendResult> {
  const adapter = adapterOf(channel.kind)
  if (!adapter?.send) return { kind: 'refused', why: 'This channel cannot send letters.' }
  const config = adapter.parseConfig(adapterSettings(house, channel))
  return adapter.send(
    config,
    out,
    key,
    channelIo(house, signal, () => undefined),
  )
}
