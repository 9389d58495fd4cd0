// A case as exports say it: flat, with the same names in every form, and times with the offset that the company's clocks had.
import { stretchAt } from '../../shared/zone.ts'
import { csvLine } from './csv.rules.ts'

export interface ExportedCase {
  readonly caseId: string
  readonly number: string
  readonly kind: string
  readonly state: string
  readonly customer: { readonly customerId: string; readonly name: string }
  readonly matter: string
  readonly channel: string
  readonly receivedAt: Date
  readonly nextDueAt: Date | null
  readonly owner: { readonly staffId: string; readonly name: string } | null
  readonly duty: { readonly staffId: string; readonly name: string }
  readonly finding: string | null
  readonly topic: string | null
  readonly stage: string | null
  readonly closedAt: Date | null
}

type Cell = string | boolean | null

function cellsOf(one: ExportedCase, now: Date, zone: string): Readonly<Record<string, Cell>> {
  const { number, kind, state, matter, channel, finding, nextDueAt, customer, owner, duty } = one
  return {
    ...{ number, kind, state, customer: customer.name, matter, channel },
    receivedAt: zonedTime(one.receivedAt, zone),
    nextDueAt: nextDueAt && zonedTime(nextDueAt, zone),
    isLate: nextDueAt !== null && nextDueAt < now,
    ...{ owner: owner?.name ?? null, dutyPerson: duty.name, finding, topic: one.topic, stage: one.stage },
    closedAt: one.closedAt && zonedTime(one.closedAt, zone),
    ...{ caseId: one.caseId, customerId: customer.customerId },
    ...{ ownerId: owner?.staffId ?? null, dutyPersonId: duty.staffId },
  }
}

const columns = [
  ...['number', 'kind', 'state', 'customer', 'matter', 'channel', 'receivedAt', 'nextDueAt', 'isLate', 'owner'],
  ...['dutyPerson', 'finding', 'closedAt', 'caseId', 'customerId', 'ownerId', 'dutyPersonId', 'topic', 'stage'],
]

export const csvHeader = csvLine(columns)

export function csvOf(one: ExportedCase, now: Date, zone: string): string {
  const cells = cellsOf(one, now, zone)
  return csvLine(columns.map((name) => cells[name] ?? null))
}

/** One line of JSON, with every word as it is kept. */
export const jsonLineOf = (one: ExportedCase, now: Date, zone: string): string =>
  `${JSON.stringify(cellsOf(one, now, zone))}\n`

/** `2026-11-17T12:00:00.000+01:00`: the wall clock of the zone, and how far it is from UTC (ISO 8601; offsets of odd seconds as UTC). */
export function zonedTime(at: Date, zone: string): string {
  const { offset } = stretchAt(zone, at.getTime())
  const minutes = offset / 60_000
  if (!Number.isInteger(minutes)) return at.toISOString()
  const two = (number: number): string => String(number).padStart(2, '0')
  const hours = `${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`
  return `${new Date(at.getTime() + offset).toISOString().slice(0, -1)}${minutes < 0 ? '-' : '+'}${hours}`
}

/** The day a zone's calendar shows. */
export const zonedDate = (at: Date, zone: string): string => zonedTime(at, zone).slice(0, 10)
