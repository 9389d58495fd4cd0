// Instants as people read them: the wall clock of a zone, with its name, in the language of the words.
import { say } from '../../../shared/say.ts'

const formats = new Map<string, Intl.DateTimeFormat>()
const formatsKept = 500

/** As in "Tuesday 3 March 2026 at 15:00 (CET)". */
export function wallTime(at: Date, timeZone: string): string {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  return say('time.day-and-hour', {
    ...{ weekday: parts['weekday'] ?? '', day: parts['day'] ?? '', month: parts['month'] ?? '' },
    ...{ year: parts['year'] ?? '', hour: parts['hour'] ?? '', minute: parts['minute'] ?? '' },
    zone: parts['timeZoneName'] ?? '',
  })
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat(say('time.locale'), {
    ...({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const),
    ...({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short', timeZone } as const),
  })
  if (formats.size >= formatsKept) formats.clear()
  formats.set(timeZone, made)
  return made
}
