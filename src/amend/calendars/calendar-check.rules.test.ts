// A calendar from outside is right, or we say in words what is wrong.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkCalendar } from './calendar-check.rules.ts'
import { calendars } from '../../../tests/oracles/calendars.ts'
import { officeHours } from './weekly-hours.rules.ts'

const right = { timeZone: 'Europe/Berlin', weekly: officeHours, holidays: ['2026-12-25', '2028-02-29'] }

test('a calendar that is right has no problems', () => {
  expect(checkCalendar(right)).toEqual([])
  expect(checkCalendar({ ...right, weekly: { 0: [[780, 1440], [0, 720], [720, 780]] } })).toEqual([]) // prettier-ignore
  fc.assert(fc.property(calendars, (calendar) => checkCalendar(calendar).length === 0))
})

const twice: unknown[] = [[540, 720], [700, 1020]] // prettier-ignore
test.each([
  ['overlap', { ...right, weekly: { 0: twice } }, 'Monday has intervals that overlap.'],
  ['an empty week', { ...right, weekly: { 0: [], 3: [] } }, 'The week has no open hours.'],
  ['no week', { ...right, weekly: [] }, 'The week is missing.'],
  ['an eighth day', { ...right, weekly: { 7: [[0, 60]] } }, 'Weekdays are numbered 0 (Monday) to 6 (Sunday).'],
  [
    'minutes after midnight',
    { ...right, weekly: { 6: [[0, 1441]] } },
    'Sunday has an interval that is not a start before an end within 0 to 1440 minutes.',
  ],
  [
    'minutes before midnight',
    { ...right, weekly: { 6: [[-1, 60]] } },
    'Sunday has an interval that is not a start before an end within 0 to 1440 minutes.',
  ],
  [
    'an end before its start',
    { ...right, weekly: { 1: [[600, 600]] } },
    'Tuesday has an interval that is not a start before an end within 0 to 1440 minutes.',
  ],
  [
    'half minutes',
    { ...right, weekly: { 1: [[600.5, 700]] } },
    'Tuesday has an interval that is not a start before an end within 0 to 1440 minutes.',
  ],
  ['a day of words', { ...right, weekly: { 2: 'nine to five' } }, 'Wednesday is not a list of intervals.'],
  [
    'too many intervals',
    { ...right, weekly: { 2: Array.from({ length: 25 }, (_, at) => [at, at + 1]) } },
    'Wednesday has more than 24 intervals.',
  ],
  [
    'an unknown zone',
    { ...right, timeZone: 'Mars/Olympus' },
    '"Mars/Olympus" is not a time zone we know; it is written like Europe/Berlin.',
  ],
  [
    'an offset for a zone',
    { ...right, timeZone: '+02:00' },
    '"+02:00" is not a time zone we know; it is written like Europe/Berlin.',
  ],
  ['no zone', { ...right, timeZone: 7 }, 'The time zone is missing.'],
  [
    'a date that does not exist',
    { ...right, holidays: ['2026-02-29'] },
    '"2026-02-29" is not a date; holidays are written like 2026-12-25.',
  ],
  [
    'a date with a time',
    { ...right, holidays: ['2026-12-25T00:00'] },
    '"2026-12-25T00:00" is not a date; holidays are written like 2026-12-25.',
  ],
  [
    'a holiday that is nothing',
    { ...right, holidays: [undefined] },
    'A holiday is not a date; holidays are written like 2026-12-25.',
  ],
  ['no holidays', { ...right, holidays: undefined }, 'The list of holidays is missing; it may be empty.'],
  [
    'too many holidays',
    { ...right, holidays: Array.from({ length: 2001 }, () => '2026-12-25') },
    'There are more than 2000 holidays.',
  ],
  ['nothing', null, 'The calendar is missing.'],
])('%s is named', (_, given, problem) => {
  // prettier-ignore
  expect(checkCalendar(given)).toEqual([problem])
})

test('anything at all gets an answer', () => {
  fc.assert(fc.property(fc.anything(), (given) => Array.isArray(checkCalendar(given))))
  fc.assert(
    fc.property(
      fc.record({ timeZone: fc.anything(), weekly: fc.anything(), holidays: fc.anything() }),
      (given) => checkCalendar(given).length > 0,
    ),
  )
})
