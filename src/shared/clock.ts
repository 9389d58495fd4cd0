// The only place that asks the machine what time it is. Everything else gets a Clock, so that stories can move it by hand.

export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still until it is moved. */
export interface HandClock extends Clock {
  /** Moves the clock forward (or, for a negative figure, back) by whole minutes. */
  moveMinutes(minutes: number): void
  moveTo(at: Date): void
}

export function handClock(start: Date): HandClock {
  let at = start.getTime()
  return {
    now: () => new Date(at),
    moveMinutes: (minutes) => {
      at += minutes * 60_000
    },
    moveTo: (to) => {
      at = to.getTime()
    },
  }
}
