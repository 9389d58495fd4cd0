// The loop that sends the outbox: soon after a letter is queued, and once a second. Nothing it meets ends it.
import type { House } from '../../platform/context/house.ts'
import { type Loop, startLoop } from '../../platform/jobs/loop.ts'
import { openSending } from '../channels/send-through-channel.ts'
import { deliverOutbox, together } from './deliver-outbox.ts'

// What is queued within this time goes in one round: to look for one letter and to take it costs more than to send it.
const gatherMs = 200

export function startSender(house: House): Loop {
  const ending = new AbortController()
  const sending = openSending()
  const loop = startLoop(house, 'sender', 1000, async () => {
    const taken = await deliverOutbox(house, sending.sendThrough, ending.signal)
    // Fewer than it may take are all there were; a letter queued meanwhile wakes it.
    return taken < together ? 0 : taken
  })
  let gathering: NodeJS.Timeout | undefined
  return {
    wake: () => {
      gathering ??= setTimeout(() => {
        gathering = undefined
        loop.wake()
      }, gatherMs).unref()
    },
    stop: async () => {
      clearTimeout(gathering)
      ending.abort()
      await loop.stop()
      sending.close()
    },
  }
}
