// A part that works for ever: woken, or looking by itself every so often. What fails is logged and tried again; nothing ends it but `stop`.
import type { House } from '../context/house.ts'
import { asOurError } from '../database/database-errors.ts'
import { Refusal } from '../../shared/errors.ts'

export interface Loop {
  /** Looks again at once. */
  readonly wake: () => void
  /** Waits for the round in hand. */
  readonly stop: () => Promise<void>
}

const longestPauseMs = 10_000

/** `round` answers how much it did: after some, the next follows at once; after nothing, on waking or after `idleMs`. */
export function startLoop(house: House, part: string, idleMs: number, round: () => Promise<number>): Loop {
  const told = { stop: false, wake: false }
  let failures = 0
  let rouse: (() => void) | undefined
  const sleep = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      rouse = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const once = async (): Promise<number> => {
    try {
      const done = await round()
      failures = 0
      return done > 0 ? 0 : idleMs
    } catch (caught) {
      failures += 1
      const error = asOurError(caught)
      const isAway = error instanceof Refusal && error.code === 'unavailable'
      house.log.warn(
        isAway ? { part } : { part, err: error },
        isAway ? 'the database is away; waiting' : 'a round failed; trying again',
      )
      return Math.min(idleMs * 2 ** Math.min(failures, 8), longestPauseMs)
    }
  }
  const maySleep = (): boolean => !told.stop && (!told.wake || failures > 0)
  const run = async (): Promise<void> => {
    while (!told.stop) {
      told.wake = false
      const pause = await once()
      // A failed round waits its time even when it is woken, or a burst would hammer a database that is away.
      if (pause > 0 && maySleep()) await sleep(pause)
      rouse = undefined
    }
  }
  const running = run()
  return {
    wake: () => {
      told.wake = true
      if (failures === 0) rouse?.()
    },
    stop: async () => {
      told.stop = true
      rouse?.()
      await running
    },
  }
}
