// Whoever waits for an answer comes first: while many requests are in hand, work behind the scenes waits its turn, but never for long.
import { setTimeout as sleep } from 'node:timers/promises'

export interface Turns {
  /** A request came in. */
  enter(request: object): void
  /** It was answered, its client has gone, or it is a stream that nobody waits for. Said twice is said once. */
  leave(request: object): void
  /** Waits while there is a crowd, a fifth of a second at most: a flood slows what follows from it and never stops it. */
  giveWay(): Promise<void>
}

/** Ten handlers opening pages are no crowd; a program handing in its complaints over twenty connections is. */
const crowd = 16
const mostMs = 200
const lookEveryMs = 10

export function makeTurns(): Turns {
  const inHand = new Set<object>()
  return {
    enter: (request) => {
      inHand.add(request)
    },
    leave: (request) => {
      inHand.delete(request)
    },
    giveWay: async () => {
      for (let waited = 0; inHand.size > crowd && waited < mostMs; waited += lookEveryMs) await sleep(lookEveryMs)
    },
  }
}
