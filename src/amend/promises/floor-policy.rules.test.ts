// The floor: its due times by example, and bounds that no policy may leave.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendars, instants } from '../../../tests/oracles/calendars.ts'
import { officeHours } from '../calendars/weekly-hours.rules.ts'
import { checkFloorPolicy, defaultFloorPolicy, floorDueTimes, stillBrokenDue } from './floor-policy.rules.ts'

const office = { timeZone: 'Europe/Berlin', weekly: officeHours, holidays: ['2025-06-09'] }

test('a complaint on Tuesday at 15:00 is acknowledged in 15 minutes, answered on Wednesday at 15:00, and for good after ten business days', () => {
  const received = new Date('2025-06-03T13:00Z')
  expect(floorDueTimes(defaultFloorPolicy, office, received)).toEqual({
    acknowledgement: new Date('2025-06-03T13:15Z'),
    'first-answer': new Date('2025-06-04T13:00Z'),
    'final-answer': new Date('2025-06-18T13:00Z'),
  })
  expect(stillBrokenDue(defaultFloorPolicy, office, received)).toEqual(new Date('2025-06-05T13:00Z'))
})

test('a complaint at night is acknowledged at night', () => {
  const { acknowledgement } = floorDueTimes(defaultFloorPolicy, office, new Date('2025-06-07T23:50Z'))
  expect(acknowledgement).toEqual(new Date('2025-06-08T00:05Z'))
})

test('no final answer is promised later than in eight weeks, even by a desk that opens once a week', () => {
  const mondays = { timeZone: 'UTC', weekly: { 0: [[540, 600]] }, holidays: [] } as const
  const received = new Date('2025-06-02T09:30Z')
  expect(floorDueTimes(defaultFloorPolicy, mondays, received)['final-answer']).toEqual(new Date('2025-07-28T09:30Z'))
})

test('the due times of one floor are in order, after receipt, and never earlier for who writes later', () => {
  fc.assert(
    fc.property(calendars, instants, fc.nat(2000), (calendar, received, delay) => {
      const due = floorDueTimes(defaultFloorPolicy, calendar, received)
      const later = floorDueTimes(defaultFloorPolicy, calendar, new Date(received.getTime() + delay * 60_000))
      expect(due['first-answer'] > received && due['final-answer'] >= due['first-answer']).toBe(true)
      for (const kind of ['acknowledgement', 'first-answer', 'final-answer'] as const)
        expect(later[kind] >= due[kind]).toBe(true)
    }),
  )
})

test('the default floor is within its bounds', () => {
  expect(checkFloorPolicy(defaultFloorPolicy)).toEqual([])
})

test.each([
  [{ acknowledgeMinutes: 0 }, 'The minutes until we acknowledge must be a whole number from 1 to 1440.'],
  [{ firstAnswerBusinessDays: -1 }, 'The business days until the first answer must be a whole number from 1 to 10.'],
  [{ finalAnswerBusinessDays: 41 }, 'The business days until the final answer must be a whole number from 1 to 40.'],
  [{ finalAnswerBusinessDays: 2.5 }, 'The business days until the final answer must be a whole number from 1 to 40.'],
  [{ finalAnswerBusinessDays: '10' }, 'The business days until the final answer must be a whole number from 1 to 40.'],
  [{ silenceNotices: 1 }, 'The number of notices before silence counts must be a whole number from 2 to 5.'],
  [{ pauseCapBusinessDays: Infinity }, 'The business days a promise may pause must be a whole number from 0 to 40.'],
  [{ version: undefined }, 'The version must be a whole number from 1 to 1000000.'],
  [
    { firstAnswerBusinessDays: 5, finalAnswerBusinessDays: 4 },
    'The first answer cannot be promised later than the final answer.',
  ],
  [{ finalAnswerBusinessDays: 1 }, 'The clock after "still broken" cannot be longer than that of the final answer.'],
])('a policy with %o is refused in words', (change, problem) => {
  expect(checkFloorPolicy({ ...defaultFloorPolicy, ...change })).toEqual([problem])
})

test('anything at all gets an answer', () => {
  fc.assert(fc.property(fc.anything(), (given) => checkFloorPolicy(given).length > 0))
})
