// Instants as people read them: the wall clock of a zone, with its name, in English.

const formats = new Map<string, Intl.DateTimeFormat>()
const formatsKept = 500

/** As in "Tuesday 3 March 2026 at 15:00 (CET)". */
export function wallTime(at: Date, timeZone: string): string {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const day = `${parts['weekday'] ?? ''} ${parts['day'] ?? ''} ${parts['month'] ?? ''} ${parts['year'] ?? ''}`
  return `${day} at ${parts['hour'] ?? ''}:${parts['minute'] ?? ''} (${parts['timeZoneName'] ?? ''})`
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    ...({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const),
    ...({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short', timeZone } as const),
  })
  if (formats.size >= formatsKept) formats.clear()
  formats.set(timeZone, made)
  return made
}
