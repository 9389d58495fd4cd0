// Looks after every channel that is read by itself: takes up what nobody reads, in this process or, after a crash, from another one.
import type { House } from '../../platform/context/house.ts'
import { newId } from '../../shared/ids.ts'
import { type Loop, startLoop } from '../../platform/jobs/loop.ts'
import { pulledKinds } from '../channels/channels.ts'
import { holdChannel } from './hold-channel.ts'
import { idleChannels } from './idle-channel.sql.ts'

const together = 200

/** `stop` lets go of every channel, so that another process can take it up at once. */
export function runChannels(house: House): Loop {
  const holder = newId<'holder'>(house.clock.now(), house.secrets)
  const ending = new AbortController()
  const held = new Map<string, Promise<void>>()
  const loop = startLoop(house, 'channels', 1000, async () => {
    for (const { organizationId, channelId } of await idleChannels(
      house.ownerPool,
      pulledKinds,
      house.clock.now(),
      together,
    )) {
      if (held.has(channelId)) continue
      const holding = holdChannel(house, { organizationId, channelId, holder, signal: ending.signal })
        .catch((error: unknown) => {
          house.log.warn({ err: error, channelId }, 'a channel could not be read; it is taken up again')
        })
        .finally(() => held.delete(channelId))
      held.set(channelId, holding)
    }
    return 0
  })
  return {
    wake: loop.wake,
    stop: async () => {
      ending.abort()
      await loop.stop()
      await Promise.all(held.values())
    },
  }
}
