// What time it is for the pages: the machine's clock, put right by the server's, moving every half minute.
import { useSyncExternalStore } from 'react'
import { systemClock } from '../src/shared/clock.ts'

const beat = 30_000
let ahead = 0
let shown = systemClock.now().getTime()
const watchers = new Set<() => void>()

/** Puts the clock right by what the server said the time was just now. */
export function setServerTime(now: string): void {
  ahead = Date.parse(now) - systemClock.now().getTime()
  tick()
}

function tick(): void {
  shown = systemClock.now().getTime() + ahead
  for (const watcher of watchers) watcher()
}

function watch(watcher: () => void): () => void {
  const timer = watchers.size === 0 ? setInterval(tick, beat) : undefined
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
    if (timer !== undefined) clearInterval(timer)
  }
}

/** The time in UTC milliseconds, renewed every half minute. */
export const useNow = (): number => useSyncExternalStore(watch, () => shown)

/** The time at this very moment, UTC milliseconds, for what is done on a click. */
export const timeNow = (): number => systemClock.now().getTime() + ahead
