// The floor: what every customer is promised, whoever they are. Its bounds in words, and the due times it makes.
import { addBusinessDays } from '../calendars/business-days.rules.ts'
import type { Calendar } from '../calendars/calendar.rules.ts'

export interface FloorPolicy {
  readonly version: number
  /** Minutes of wall clock, day and night. */
  readonly acknowledgeMinutes: number
  readonly firstAnswerBusinessDays: number
  readonly finalAnswerBusinessDays: number
  /** The short clock after "still broken". */
  readonly stillBrokenBusinessDays: number
  /** How often we ask whether all is well before silence counts as an end. */
  readonly silenceNotices: number
  /** Days of 24 hours before each notice, and after the last. */
  readonly silenceWallDays: number
  /** How many business days at most the pauses of one promise may move it. */
  readonly pauseCapBusinessDays: number
}

export const defaultFloorPolicy: FloorPolicy = {
  version: 1,
  acknowledgeMinutes: 15,
  firstAnswerBusinessDays: 1,
  finalAnswerBusinessDays: 10,
  stillBrokenBusinessDays: 2,
  silenceNotices: 2,
  silenceWallDays: 7,
  pauseCapBusinessDays: 10,
}

const minute = 60_000
const day = 1440 * minute
/** No final answer later than 8 weeks (UK FCA DISP 1.6.2), however few days a week a calendar opens. */
const longestFinalAnswer = 56 * day

const bounds: Readonly<Record<keyof FloorPolicy, readonly [words: string, least: number, most: number]>> = {
  version: ['The version', 1, 1_000_000],
  acknowledgeMinutes: ['The minutes until we acknowledge', 1, 1440],
  firstAnswerBusinessDays: ['The business days until the first answer', 1, 10],
  finalAnswerBusinessDays: ['The business days until the final answer', 1, 40],
  stillBrokenBusinessDays: ['The business days after "still broken"', 1, 10],
  silenceNotices: ['The number of notices before silence counts', 2, 5],
  silenceWallDays: ['The days between notices', 2, 30],
  pauseCapBusinessDays: ['The business days a promise may pause', 0, 40],
}

/** What is wrong with a policy that came from outside, a sentence each; empty when it can be trusted. */
export function checkFloorPolicy(given: unknown): readonly string[] {
  if (typeof given !== 'object' || given === null) return ['The floor policy is missing.']
  const policy = given as Record<string, unknown>
  const problems = Object.entries(bounds).flatMap(([field, [words, least, most]]) => {
    const figure = policy[field]
    const isRight = Number.isInteger(figure) && Number(figure) >= least && Number(figure) <= most
    return isRight ? [] : [`${words} must be a whole number from ${String(least)} to ${String(most)}.`]
  })
  return problems.length > 0 ? problems : checkOrder(given as FloorPolicy)
}

function checkOrder(policy: FloorPolicy): readonly string[] {
  const problems: string[] = []
  if (policy.firstAnswerBusinessDays > policy.finalAnswerBusinessDays)
    problems.push('The first answer cannot be promised later than the final answer.')
  if (policy.stillBrokenBusinessDays > policy.finalAnswerBusinessDays)
    problems.push('The clock after "still broken" cannot be longer than that of the final answer.')
  return problems
}

/** When each floor promise to a complaint received at `receivedAt` is due. The final answer never later than 8 weeks. */
export function floorDueTimes(
  policy: FloorPolicy,
  calendar: Calendar,
  receivedAt: Date,
): Readonly<Record<'acknowledgement' | 'first-answer' | 'final-answer', Date>> {
  const final = addBusinessDays(calendar, receivedAt, policy.finalAnswerBusinessDays)
  return {
    acknowledgement: new Date(receivedAt.getTime() + policy.acknowledgeMinutes * minute),
    'first-answer': addBusinessDays(calendar, receivedAt, policy.firstAnswerBusinessDays),
    'final-answer': new Date(Math.min(final.getTime(), receivedAt.getTime() + longestFinalAnswer)),
  }
}

/** When the answer to "still broken", said at `toldAt`, is due. */
export const stillBrokenDue = (policy: FloorPolicy, calendar: Calendar, toldAt: Date): Date =>
  addBusinessDays(calendar, toldAt, policy.stillBrokenBusinessDays)
