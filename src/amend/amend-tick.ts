// What this room asks every minute, in this order: what broke, what time alone changes, and what nobody answers for.
import type { TickPart } from '../platform/jobs/job.ts'
import { coverWhoLeft } from './cases/cover-cases.ts'
import { timeOnCases } from './cases/time-on-cases.ts'
import { breakPromises } from './promises/break-promises.ts'

export const amendTick: readonly TickPart[] = [breakPromises, timeOnCases, coverWhoLeft]
