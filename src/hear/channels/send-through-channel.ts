// Hands letters to the adapters of their channels, with the channels' settings opened.
import type { House } from '../../platform/context/house.ts'
import type { Outbound, Sending, SendResult } from './channel.ts'
import { channelIo } from './channel-io.ts'
import type { ChannelRow } from './channel.sql.ts'
import { adapterOf } from './channels.ts'
import { adapterSettings } from './mail-settings.ts'
import { accessTokensOf, type TokenChannel } from './token-login/access-tokens.ts'

/** Hands one letter to its channel. `key` is its Message-ID: the same key is the same letter. Throws only where the settings cannot be opened. */
export type SendThrough = (
  house: House,
  channel: TokenChannel & Pick<ChannelRow, 'kind'>,
  out: Outbound,
  key: string,
  signal: AbortSignal,
) => Promise<SendResult>

export interface SendingThroughChannels {
  readonly sendThrough: SendThrough
  readonly close: () => void
}

/** The settings are read anew for each letter: what an adapter holds between letters meets no others. */
export function openSending(): SendingThroughChannels {
  const open = new Map<string, Sending<unknown>>()
  const sendingOf = (kind: string): Sending<unknown> | null => {
    const sending = open.get(kind) ?? adapterOf(kind)?.openSending?.()
    if (sending) open.set(kind, sending)
    return sending ?? null
  }
  return {
    sendThrough: async (house, channel, out, key, signal) => {
      const [adapter, sending] = [adapterOf(channel.kind), sendingOf(channel.kind)]
      if (!adapter || !sending) return { kind: 'refused', why: 'This channel cannot send letters.' }
      const config = adapter.parseConfig(adapterSettings(house, channel))
      return sending.send(
        config,
        out,
        key,
        channelIo(house, accessTokensOf(house, channel), signal, () => undefined),
      )
    },
    close: () => {
      for (const sending of open.values()) sending.close()
    },
  }
}
