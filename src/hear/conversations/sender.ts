// The loop that sends the outbox: soon after a letter is queued, and once a second. Nothing it meets ends it, and a slow mail server keeps no
// other mailbox's letters waiting.
import type { House } from '../../platform/context/house.ts'
import { type Loop, startLoop } from '../../platform/jobs/loop.ts'
import { asOurError } from '../../platform/database/database-errors.ts'
import type { ChannelId } from '../../shared/ids.ts'
import { openSending } from '../channels/send-through-channel.ts'
import { beginDelivery, type InHand, together } from './deliver-outbox.ts'

// What is queued within this time goes in one round: to look for one letter and to take it costs more than to send it.
const gatherMs = 200

export function startSender(house: House): Loop {
  const ending = new AbortController()
  const sending = openSending()
  const inHand: InHand = new Map()
  // A mailbox that was busy when the others were looked through may have more by now.
  let wasBusy = false
  const loop = startLoop(house, 'sender', 1000, async () => {
    wasBusy ||= inHand.size > 0
    const before = new Set(inHand.keys())
    let mayBeMore = true
    try {
      const taken = await beginDelivery(house, sending.sendThrough, ending.signal, inHand)
      // Fewer than it may take are all there were; a letter queued meanwhile wakes it.
      mayBeMore = taken >= together
      return mayBeMore ? taken : 0
    } finally {
      for (const [channelId, work] of inHand) if (!before.has(channelId)) void through(channelId, work, mayBeMore)
    }
  })
  const through = async (channelId: ChannelId, work: Promise<void>, mayBeMore: boolean): Promise<void> => {
    await work.catch((error: unknown) => {
      house.log.warn({ err: asOurError(error), channelId }, 'what became of a letter could not be noted; it goes again')
    })
    inHand.delete(channelId)
    if (!mayBeMore && !wasBusy) return
    wasBusy = inHand.size > 0
    loop.wake()
  }
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
      await Promise.allSettled(inHand.values())
      sending.close()
    },
  }
}
