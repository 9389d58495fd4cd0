// When a broken promise is due anew: half of what was allowed at first, whole days of the calendar, longer each time.
import { expect, test } from 'vitest'
import { officeHours } from '../calendars/weekly-hours.rules.ts'
import { defaultFloorPolicy } from './floor-policy.rules.ts'
import { type RenewableKind, renewedDue } from './renewal.rules.ts'

const calendar = { timeZone: 'Europe/Berlin', weekly: officeHours, holidays: ['2026-11-20'] }
/** Tuesday noon in Berlin. */
const told = new Date('2026-11-17T11:00:00Z')
const due = (kind: RenewableKind, renewals = 0, policy = defaultFloorPolicy) =>
  renewedDue(policy, calendar, kind, renewals, told).toISOString()

test('half of what was allowed at first, and never less than a business day', () => {
  expect(due('first-answer')).toBe('2026-11-18T11:00:00.000Z')
  expect(due('still-broken-answer')).toBe('2026-11-18T11:00:00.000Z')
  expect(due('given')).toBe('2026-11-18T11:00:00.000Z')
  // Five business days over a holiday and a weekend.
  expect(due('final-answer')).toBe('2026-11-25T11:00:00.000Z')
  expect(due('first-answer', 0, { ...defaultFloorPolicy, firstAnswerBusinessDays: 3 })).toBe('2026-11-19T11:00:00.000Z')
})

test('each time one step longer', () => {
  expect(due('first-answer', 1)).toBe('2026-11-19T11:00:00.000Z')
  expect(due('first-answer', 2)).toBe('2026-11-23T11:00:00.000Z')
  expect(due('final-answer', 1)).toBe('2026-12-02T11:00:00.000Z')
})
