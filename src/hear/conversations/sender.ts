// The loop that sends the outbox: woken when a letter is queued and once a second. Nothing it meets ends it.
import type { House } from '../../platform/context/house.ts'
import { type Loop, startLoop } from '../../platform/jobs/loop.ts'
import { openSending } from '../channels/send-through-channel.ts'
import { deliverOutbox } from './deliver-outbox.ts'

export function startSender(house: House): Loop {
  const ending = new AbortController()
  const sending = openSending()
  const loop = startLoop(house, 'sender', 1000, () => deliverOutbox(house, sending.sendThrough, ending.signal))
  return {
    wake: loop.wake,
    stop: async () => {
      ending.abort()
      await loop.stop()
      sending.close()
    },
  }
}
