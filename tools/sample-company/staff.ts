// Who works at the desk of the sample company: names, languages they read, hours, days and holidays.
import type { Language } from './language.ts'
import { day, instantOf, isoDate, localDay, weekdayOf } from './local-time.ts'

export interface Colleague {
  readonly name: string
  readonly email: string
  readonly role: 'handler' | 'lead'
  readonly reads: readonly Language[]
  /** 0 is Monday. */
  readonly weekdays: readonly number[]
  /** Minutes of the local wall clock. */
  readonly hours: readonly [from: number, to: number]
  /** Days away each year, MM-DD, both ends included. */
  readonly away: readonly (readonly [from: string, to: string])[]
}

const all = [0, 1, 2, 3, 4]
const person = (name: string, rest: Omit<Colleague, 'name' | 'email'>): Colleague => ({
  name,
  email: `${name
    .normalize('NFD')
    .replace(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .replace(' ', '.')}@halden.example`,
  ...rest,
})

export const staff: readonly Colleague[] = [
  person('Marit Lindqvold', {
    ...{ role: 'lead', reads: ['en', 'de', 'fr'], weekdays: all, hours: [540, 1020] },
    away: [['07-20', '08-02'], ['12-27', '12-31']], // prettier-ignore
  }),
  person('Duarte Monforte', {
    ...{ role: 'lead', reads: ['es', 'it', 'fr', 'en'], weekdays: all, hours: [600, 1080] },
    away: [['08-10', '08-23'], ['12-22', '12-26']], // prettier-ignore
  }),
  person('Jonas Weidner', {
    ...{ role: 'handler', reads: ['de', 'en'], weekdays: all, hours: [480, 960] },
    away: [['06-29', '07-12'], ['02-09', '02-15']], // prettier-ignore
  }),
  person('Aylin Demircan', {
    ...{ role: 'handler', reads: ['de', 'en'], weekdays: all, hours: [540, 1020] },
    away: [['08-24', '09-06'], ['04-07', '04-11']], // prettier-ignore
  }),
  person('Chiara Bellomi', {
    ...{ role: 'handler', reads: ['it', 'en', 'de'], weekdays: all, hours: [510, 990] },
    away: [['08-03', '08-16'], ['12-23', '12-30']], // prettier-ignore
  }),
  person('Mateo Arriaga', {
    ...{ role: 'handler', reads: ['es', 'en'], weekdays: all, hours: [570, 1050] },
    away: [['07-13', '07-26'], ['03-16', '03-20']], // prettier-ignore
  }),
  person('Élodie Garnault', {
    ...{ role: 'handler', reads: ['fr', 'en', 'es'], weekdays: [0, 1, 2, 3], hours: [540, 1020] },
    away: [['08-17', '08-30'], ['02-16', '02-22']], // prettier-ignore
  }),
  person('Tomasz Brzezik', {
    ...{ role: 'handler', reads: ['de', 'en'], weekdays: [0, 1, 3, 4], hours: [660, 1110] },
    away: [['07-06', '07-19'], ['11-02', '11-06']], // prettier-ignore
  }),
  person('Priya Ranganal', {
    ...{ role: 'handler', reads: ['en', 'fr', 'it'], weekdays: all, hours: [540, 990] },
    away: [['05-18', '05-31'], ['10-19', '10-25']], // prettier-ignore
  }),
]

/** Easter Sunday (Gauss, as completed by Lichtenberg), in days since 1970-01-01. */
function easterOf(year: number): number {
  const [century, golden] = [Math.floor(year / 100), year % 19]
  const moon = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25)
  const first = (19 * golden + moon) % 30
  const full = 21 + first - (Math.floor(first / 29) + (Math.floor(first / 28) - Math.floor(first / 29)) * Math.floor(golden / 11)) // prettier-ignore
  // `full` counts from 1 March as day 1; Easter is the Sunday after.
  let date = Date.UTC(year, 2, 1) / day + full
  while (weekdayOf(date) !== 6) date++
  return date
}

const fixed = ['01-01', '05-01', '10-03', '12-25', '12-26']

/** Local dates, YYYY-MM-DD, on which nobody works. */
export function holidaysOf(year: number): readonly string[] {
  const easter = easterOf(year)
  const movable = [easter - 2, easter + 1, easter + 39, easter + 50].map(isoDate)
  return [...fixed.map((one) => `${String(year)}-${one}`), ...movable].sort()
}

const holidays = new Map<number, ReadonlySet<string>>()

/** Whether nobody works on a local date, in days since 1970-01-01. */
export function isHoliday(date: number): boolean {
  const written = isoDate(date)
  const year = Number(written.slice(0, 4))
  const known = holidays.get(year) ?? new Set(holidaysOf(year))
  holidays.set(year, known)
  return known.has(written)
}

const isAway = ({ away }: Colleague, date: string): boolean =>
  away.some(([from, to]) => date.slice(5) >= from && date.slice(5) <= to)

/** The working spans of somebody, UTC milliseconds, in order, over the local dates that touch [from, to). */
export function spansOf(one: Colleague, from: number, to: number): readonly (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = []
  for (let date = localDay(from); date <= localDay(to); date++) {
    const written = isoDate(date)
    if (!one.weekdays.includes(weekdayOf(date)) || isHoliday(date) || isAway(one, written)) continue
    spans.push([instantOf(date, one.hours[0]), instantOf(date, one.hours[1])])
  }
  return spans
}
