// The queue's own log lines, in our log: its errors and warnings, not its chatter.
import { Logger } from 'graphile-worker'
import type { House } from '../context/house.ts'

export const quietLogger = (house: House): Logger =>
  new Logger(() => (level, message, meta) => {
    if (level === 'error') house.log.warn({ queue: meta['error'] ?? null }, message)
  })
