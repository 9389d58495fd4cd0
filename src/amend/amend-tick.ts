// What this room asks every minute, in this order: what broke, what time alone changes, what nobody
// answers for, which promises run low, and who is to be told of something.
import type { TickPart } from '../platform/jobs/job.ts'
import { coverWhoLeft } from './cases/cover-cases.ts'
import { timeOnCases } from './cases/time-on-cases.ts'
import { breakPromises } from './promises/break-promises.ts'
import { tellStaff } from './staff-notices/tell-staff.ts'
import { watchPromises } from './staff-notices/watch-promises.ts'

export const amendTick: readonly TickPart[] = [breakPromises, timeOnCases, coverWhoLeft, watchPromises, tellStaff]
