// The one place that knows time zones: how far a zone's wall clock is from UTC at an instant, asked of Intl. No calendar, no working hours.
// Why Intl and no library: docs/decisions/0002-zones-and-calendars.md.
import { Refusal } from './errors.ts'

/** A span of time, UTC milliseconds [from, until), in which the wall clock reads UTC + offset. Neighbours may share their offset. */
export interface Stretch {
  readonly from: number
  readonly until: number
  readonly offset: number
}

const day = 86_400_000
const blockLength = 64 * day
/** Shorter than the shortest time any zone has kept an offset since 1970, or will by rule (6.96 days), so a step sees at most one change. */
const step = 4 * day
const earliest = Date.UTC(1900, 0, 1)
const latest = Date.UTC(12_000, 0, 1)
const zonesKept = 1_000
const blocksKept = 2_000

interface Zone {
  readonly format: Intl.DateTimeFormat
  readonly blocks: Map<number, readonly Stretch[]>
}
const zones = new Map<string, Zone>()

/** Whether a text names an IANA time zone this machine knows. Bare offsets ("+02:00") are no zones: they have no summer. */
export function isKnownZone(name: unknown): name is string {
  if (typeof name !== 'string' || !/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(name)) return false
  try {
    zone(name)
    return true
  } catch {
    return false
  }
}

/**
 * The stretch of unchanging offset that an instant (UTC milliseconds) lies in; at most 64 days long. Exact from 1970 on.
 * Refuses unknown zones and instants outside the years 1900 to 11999.
 */
export function stretchAt(zoneName: string, at: number): Stretch {
  if (!(at >= earliest && at < latest)) throw new Refusal('invalid', 'A date lies outside the years 1900 to 11999.')
  const { format, blocks } = zone(zoneName)
  const number = Math.floor(at / blockLength)
  let block = blocks.get(number)
  if (!block) {
    block = readBlock(format, number * blockLength)
    if (blocks.size >= blocksKept) blocks.clear()
    blocks.set(number, block)
  }
  const found = block.find((stretch) => at < stretch.until)
  if (!found) throw new Error(`No stretch of ${zoneName} holds ${String(at)}`)
  return found
}

function zone(name: string): Zone {
  const known = zones.get(name)
  if (known) return known
  const made = { format: formatOf(name), blocks: new Map<number, readonly Stretch[]>() }
  if (zones.size >= zonesKept) zones.clear()
  zones.set(name, made)
  return made
}

function formatOf(name: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' })
  } catch {
    throw new Refusal('invalid', `The time zone "${name.slice(0, 64)}" is not known.`)
  }
}

function readBlock(format: Intl.DateTimeFormat, start: number): readonly Stretch[] {
  const end = start + blockLength
  const stretches: Stretch[] = []
  let from = start
  let offset = offsetAt(format, start)
  for (let at = start; at < end; at += step) {
    if (offsetAt(format, at + step) === offset) continue
    const change = changeBetween(format, at, at + step)
    stretches.push({ from, until: change, offset })
    from = change
    offset = offsetAt(format, change)
  }
  if (from < end) stretches.push({ from, until: end, offset })
  return stretches
}

/** The first instant, to the second, at which the offset is no longer what it was at `before`. */
function changeBetween(format: Intl.DateTimeFormat, before: number, after: number): number {
  const offset = offsetAt(format, before)
  let [low, high] = [before, after]
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000
    if (offsetAt(format, middle) === offset) low = middle
    else high = middle
  }
  return high
}

/** Reads "GMT", "GMT+05:45" or "GMT-00:44:30" off the end of a formatted date; milliseconds. */
function offsetAt(format: Intl.DateTimeFormat, at: number): number {
  const [, sign, hours, minutes, seconds] = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(format.format(at)) ?? []
  if (!sign) return 0
  const length = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds ?? 0) * 1000
  return sign === '-' ? -length : length
}
