// What this room asks every minute, in this order: what broke, then what time alone changes.
import type { TickPart } from '../platform/jobs/job.ts'
import { timeOnCases } from './cases/time-on-cases.ts'
import { breakPromises } from './promises/break-promises.ts'

export const amendTick: readonly TickPart[] = [breakPromises, timeOnCases]
