// When a broken promise is promised anew: the time the customer is told, and hopefully can rely on.
import { addBusinessDays } from '../calendars/business-days.rules.ts'
import type { Calendar } from '../calendars/calendar.rules.ts'
import type { FloorPolicy } from './floor-policy.rules.ts'
import type { PromiseKind } from './promise.rules.ts'

/** What can be promised anew. An acknowledgement says nothing a late letter would not say as well. */
export type RenewableKind = Exclude<PromiseKind, 'acknowledgement'>

/** Half of what the floor had allowed at first, in whole business days and never less than one; one for what a person promised. */
function stepOf(policy: FloorPolicy, kind: RenewableKind): number {
  const half = (days: number) => Math.max(1, Math.ceil(days / 2))
  switch (kind) {
    case 'first-answer':
      return half(policy.firstAnswerBusinessDays)
    case 'final-answer':
      return half(policy.finalAnswerBusinessDays)
    case 'still-broken-answer':
      return half(policy.stillBrokenBusinessDays)
    case 'given':
      return 1
  }
}

/**
 * When what was promised is due anew, told at `toldAt`. Each time one step longer than the time before (`renewals` is how often it was promised
 * anew already): who was late twice does not promise the shortest time again, and nobody gets a letter a day.
 */
export const renewedDue = (
  policy: FloorPolicy,
  calendar: Calendar,
  kind: RenewableKind,
  renewals: number,
  toldAt: Date,
): Date => addBusinessDays(calendar, toldAt, stepOf(policy, kind) * (renewals + 1))
