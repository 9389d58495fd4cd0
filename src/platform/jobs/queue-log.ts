// The queue's own log lines, in our log: its errors and warnings, not its chatter.
import { Logger } from 'graphile-worker'
import type { House } from '../context/house.ts'

/** @param ending aborted once the desk stops: what the queue then says of jobs it did not get to is no trouble of anybody's */
export const quietLogger = (house: House, ending: AbortSignal): Logger =>
  new Logger(() => (level, message, meta) => {
    if (level === 'error') house.log[ending.aborted ? 'debug' : 'warn']({ queue: meta['error'] ?? null }, message)
  })
