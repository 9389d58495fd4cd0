// Whoever waits for an answer comes first: while many requests are in hand, work behind the scenes waits its turn, but never for long.
import { setTimeout as sleep } from 'node:timers/promises'

export interface Turns {
  /** A request came in. */
  enter(request: object): void
  /** It was answered, its client has gone, or it is a stream that nobody waits for. Said twice is said once. */
  leave(request: object): void
  /** A piece of work waits while there is a crowd, a second at most; one that is `ageMs` old already may wait no more.
   * So a flood slows what follows from it and never stops it, and what has waited half a minute waits for nobody. */
  giveWay(ageMs: number): Promise<void>
  /** What follows from something read is done now; it had waited for `ageMs`. */
  goOn(ageMs: number): void
  /** Whoever begins something new waits while what was begun before is late, a second at most: of many complaints the first are answered
   * first, and not all at the end. */
  letOthersFinish(): Promise<void>
  /** Whether so many requests are in hand that what several of them ask is better answered once. */
  isCrowd(): boolean
}

/** Of one open page no more are asked at once. */
const crowd = 5
const mostMs = 1000
const patienceMs = 30_000
const lookEveryMs = 10
/** Between two pages of ten people in a hurry there are moments with few requests: the crowd is over after this long without one. */
const calmMs = 50
/** What was begun is late when it has waited this long, and is so until nothing late was seen for a while. */
const lateMs = 300
const seenMs = 200

export function makeTurns(): Turns {
  const inHand = new Set<object>()
  let crowdedAt = -calmMs
  let lateAt = -seenMs
  const isCrowd = (): boolean => {
    if (inHand.size > crowd) crowdedAt = performance.now()
    return performance.now() - crowdedAt < calmMs
  }
  return {
    enter: (request) => {
      inHand.add(request)
      isCrowd()
    },
    leave: (request) => {
      inHand.delete(request)
    },
    giveWay: async (ageMs) => {
      if (ageMs <= patienceMs) await whileItLasts(isCrowd)
    },
    goOn: (ageMs) => {
      if (ageMs > lateMs) lateAt = performance.now()
    },
    letOthersFinish: () => whileItLasts(() => performance.now() - lateAt < seenMs),
    isCrowd,
  }
}

async function whileItLasts(isSo: () => boolean): Promise<void> {
  for (let waited = 0; isSo() && waited < mostMs; waited += lookEveryMs) await sleep(lookEveryMs)
}
