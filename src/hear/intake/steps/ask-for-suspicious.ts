// What a bot most likely sent waits for a person, unless a person has released it already.
import { quarantine, type Step } from '../reading.ts'

export const askForSuspicious: Step = (_ctx, reading) =>
  reading.parsed.suspicion !== null && reading.raw.release === null ? quarantine(reading.parsed.suspicion) : reading
