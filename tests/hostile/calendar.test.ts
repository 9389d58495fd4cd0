// Every vector of the calendar corpus: due times found by walking each minute of real time, in zones whose clocks jump. Skipped where the corpus is absent.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { localMinute, walkMinutes } from '../oracles/minute-walk.ts'
import { addBusinessMinutes, businessMinutesBetween } from '../../src/amend/calendars/calendar.rules.ts'
import type { WeeklyHours } from '../../src/amend/calendars/weekly-hours.rules.ts'

interface Vector {
  readonly zone: string
  readonly schedule: string
  readonly holidays: readonly string[]
  readonly start: string
  readonly business_minutes: number
  readonly due: string
  readonly why: string
}

const folder = `${process.env['AMENDS_SHARED'] ?? '../shared'}/corpus/calendar`
const read = (name: string): unknown => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'))

const isThere = existsSync(folder)

describe.skipIf(!isThere)('the calendar corpus (skipped where ../shared is absent)', () => {
  const schedules = isThere ? (read('schedules.json') as Record<string, WeeklyHours>) : {}
  const vectors = isThere ? (read('business-hours.json') as readonly Vector[]) : []
  const calendarOf = (vector: Vector) => {
    const weekly = schedules[vector.schedule]
    if (!weekly) throw new Error(`No schedule ${vector.schedule}`)
    return { timeZone: vector.zone, weekly, holidays: vector.holidays }
  }
  const name = (vector: Vector) =>
    `${vector.zone} ${vector.schedule} ${vector.start} +${String(vector.business_minutes)}`

  // The corpus was walked with zone rules that still foresaw a Moroccan change of clocks for Ramadan 2027. Since tz 2026c Morocco stays at UTC
  // from 20 September 2026 on. Where this machine knows that, those due times are walked anew; where it does not, the corpus's own hold.
  const moroccoStays = localMinute('Africa/Casablanca', Date.parse('2027-01-15T12:00Z')).minute === 720
  const isOvertaken = (vector: Vector) =>
    moroccoStays && vector.zone === 'Africa/Casablanca' && vector.due >= '2026-09-20'
  const dueOf = (vector: Vector): Date | null =>
    isOvertaken(vector)
      ? walkMinutes(calendarOf(vector), new Date(vector.start), vector.business_minutes, 40)
      : new Date(vector.due)

  test('holds all its vectors', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(387)
  })

  test('at most two of them were overtaken by a change of law', () => {
    const overtaken = vectors.filter(
      (vector) => isOvertaken(vector) && dueOf(vector)?.getTime() !== Date.parse(vector.due),
    )
    expect(overtaken.length).toBe(moroccoStays ? 2 : 0)
  })

  test('every due time is exact', () => {
    const wrong = vectors.flatMap((vector) => {
      const due = addBusinessMinutes(calendarOf(vector), new Date(vector.start), vector.business_minutes)
      const expected = dueOf(vector)
      return due.getTime() === expected?.getTime()
        ? []
        : [`${name(vector)}: ${due.toISOString()}, not ${String(expected?.toISOString())}`]
    })
    expect(wrong).toEqual([])
  })

  test('the business minutes up to every due time are those asked for', () => {
    const wrong = vectors.flatMap((vector) => {
      const due = dueOf(vector) ?? new Date(NaN)
      const minutes = businessMinutesBetween(calendarOf(vector), new Date(vector.start), due)
      return minutes === vector.business_minutes ? [] : [`${name(vector)}: ${String(minutes)}`]
    })
    expect(wrong).toEqual([])
  })
})
