// What people who work here can be told, by which ways, and who is told at all. What it says: notice-words.rules.ts.
import { isOpen } from '../calendars/calendar.rules.ts'
import type { WeeklyHours } from '../calendars/weekly-hours.rules.ts'
import type { StaffId } from '../../shared/ids.ts'

/** Everything that somebody can be told now. A new kind is a line here, its words (notice.<kind>.*) and a job that notes it. */
export const noticeKinds = [
  'customer-answered',
  'outside-answered',
  'promise-due',
  'case-yours',
  'mentioned',
  'customer-unhappy',
  'letter-returned',
  'danger',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

export const noticeWays = ['mail', 'browser', 'webhook'] as const
export type NoticeWay = (typeof noticeWays)[number]

/** By kind the ways it goes. What is absent is only listed on the page. */
export type NoticeChoices = Readonly<Partial<Record<NoticeKind, readonly NoticeWay[]>>>

/** When somebody wants to be told. */
export interface NoticeHours {
  /** Null: at any hour. */
  readonly weekly: WeeklyHours | null
  readonly timeZone: string
  /** Promises that run low are told at any hour all the same. */
  readonly promisesAlways: boolean
}

/** What a person is told of danger to life or health nobody can leave out: by every way there is, at any hour, and at once. */
export const isUrgent = (kind: NoticeKind): boolean => kind === 'danger'

/** The ways that a notice goes to somebody who chose so. */
export const waysFor = (kind: NoticeKind, choices: NoticeChoices): readonly NoticeWay[] =>
  isUrgent(kind) ? noticeWays : (choices[kind] ?? [])

/** Something that happened, and how the person stands to it now. */
export interface Happening {
  readonly kind: NoticeKind
  /** Whom it would be told. */
  readonly to: StaffId
  /** The colleague who did it; null for a customer, the clock and the desk. */
  readonly by: StaffId | null
  /** Who answers for the case now. */
  readonly answersFor: StaffId
  readonly aboutStaffIds: readonly StaffId[]
  readonly isDisabled: boolean
  /** When it happened, where the case may have been taken since; null where that makes no difference. */
  readonly since: Date | null
  /** When the case was first taken. */
  readonly takenAt: Date | null
}

/** Whether somebody is told: of cases they answer for or where a note names them, never of what they did themselves or of a case that is about them,
 * and never once they left. */
export const isTold = ({ kind, to, by, answersFor, aboutStaffIds, isDisabled, since, takenAt }: Happening): boolean => {
  // On duty for a case that they, or somebody for them, have taken since.
  const isOver = since !== null && takenAt !== null && takenAt > since
  const isTheirs = kind === 'mentioned' || isUrgent(kind) || to === answersFor
  return isTheirs && to !== by && !aboutStaffIds.includes(to) && !isDisabled && !isOver
}

/** Whether a notice of this kind may go out at this hour; otherwise it waits until the person's hours begin. */
export function mayGoNow(kind: NoticeKind, hours: NoticeHours, now: Date): boolean {
  if (hours.weekly === null || isUrgent(kind) || (kind === 'promise-due' && hours.promisesAlways)) return true
  return isOpen({ timeZone: hours.timeZone, weekly: hours.weekly, holidays: [] }, now)
}

const minute = 60_000
/** What happens within this time is told together. */
export const gatherMs = minute

/** Whether notices of one kind to one person have waited for others long enough. A clock that was set back keeps none of them. */
export const isGathered = (kind: NoticeKind, oldest: Date, now: Date): boolean =>
  isUrgent(kind) || Math.abs(now.getTime() - oldest.getTime()) >= gatherMs

/** A delivery is tried so often, then it is given up. */
export const mostTries = 6
/** A webhook that failed so often in a row is switched off. */
export const mostFailures = 12
/** Nobody gets more notices by mail a day than this. */
export const mostMailsADay = 100

/** Milliseconds until the next try after so many: a minute at first, then twice as long each time. `chance` in [0, 1) spreads them by half. */
export const nextTryMs = (attempts: number, chance: number): number =>
  Math.round(minute * 2 ** (attempts - 1) * (0.75 + chance / 2))
