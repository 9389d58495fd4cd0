// What this room asks every minute, in this order: what broke, what time alone changes, what nobody
// answers for, which promises run low, who was given a case, who is to be told of something, and which customers are asked how it was.
import type { TickPart } from '../platform/jobs/job.ts'
import { coverWhoLeft } from './cases/work/cover-cases.ts'
import { timeOnCases } from './cases/time-on-cases.ts'
import { breakPromises } from './promises/break-promises.ts'
import { noteGivings } from './staff-notices/note-givings.ts'
import { tellStaff } from './staff-notices/tell-staff.ts'
import { askSurveys } from './surveys/ask-surveys.ts'
import { watchPromises } from './staff-notices/watch-promises.ts'

export const amendTick: readonly TickPart[] = [
  breakPromises,
  timeOnCases,
  coverWhoLeft,
  watchPromises,
  noteGivings,
  tellStaff,
  askSurveys,
]
