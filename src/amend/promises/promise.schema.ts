// Promises and the floor as they stand on the wire.
import { z } from 'zod'
import { idOf, instant } from '../../shared/wire.schema.ts'

export const promiseKind = z.enum(['acknowledgement', 'first-answer', 'final-answer', 'still-broken-answer', 'given'])

/** How a promise stands now. `share` of its time that is left, 0 to 1; whole `minutes` of wall clock until it is due, negative when late. */
export const promiseClock = z.object({
  state: z.enum(['calm', 'due', 'late', 'paused', 'kept']),
  share: z.number(),
  minutes: z.number(),
})

/** The promise a line of the desk counts down. */
export const linePromise = z.object({
  promiseId: idOf<'promise'>(),
  kind: promiseKind,
  about: z.string(),
  dueAt: instant,
  clock: promiseClock,
})

export const promiseView = z.object({
  promiseId: idOf<'promise'>(),
  /** The first promise of the same matter, where that broke and this one was made anew. */
  insteadOf: idOf<'promise'>().nullable(),
  kind: promiseKind,
  about: z.string(),
  dueAt: instant,
  madeAt: instant,
  status: z.enum(['open', 'kept', 'broken', 'released', 'merged']),
  settledAt: instant.nullable(),
  clock: promiseClock,
})

export const promisesOfCase = z.object({ promises: z.array(promiseView) })

export const newPromise = z.object({ about: z.string().trim().min(1).max(500), dueAt: instant })
export const promiseMade = z.object({ promiseId: idOf<'promise'>(), version: z.int(), state: z.string() })

/** What we promise everybody. The acknowledgement counts by the wall clock, the others in business days of the calendar. */
export const floorTerms = z.object({
  acknowledgeMinutes: z.int().min(1).max(1440),
  firstAnswerBusinessDays: z.int().min(1).max(10),
  finalAnswerBusinessDays: z.int().min(1).max(40),
})

const openInterval = z.tuple([z.int().min(0).max(1440), z.int().min(0).max(1440)])

/** Open minutes of the local day by weekday, '0' being Monday. */
export const weeklyHours = z.partialRecord(z.enum(['0', '1', '2', '3', '4', '5', '6']), z.array(openInterval).max(24))

export const calendarView = z.object({
  timeZone: z.string().min(1).max(64),
  weekly: weeklyHours,
  holidays: z.array(z.iso.date()).max(2000),
})

export const floorView = z.object({
  version: z.int(),
  terms: floorTerms,
  calendar: calendarView.extend({ calendarId: idOf<'calendar'>() }),
})
export const floorChange = z.object({ terms: floorTerms, calendar: calendarView })

export type PromiseView = z.output<typeof promiseView>
export type PromiseClock = z.output<typeof promiseClock>
export type LinePromise = z.output<typeof linePromise>
export type FloorTerms = z.output<typeof floorTerms>
export type FloorView = z.output<typeof floorView>
export type FloorChange = z.output<typeof floorChange>
