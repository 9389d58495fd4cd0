// Days of the company's calendar as people read them. They have no hours, so no zone moves them.
const locale = navigator.language
const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
const whole = format({ day: 'numeric', month: 'short', year: 'numeric' })
const short = format({ day: 'numeric', month: 'short' })
const at = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** `17 Nov 2026` */
export const dayWords = (day: string): string => whole.format(at(day))
/** `17 Nov` */
export const shortDay = (day: string): string => short.format(at(day))
/** `19 Oct – 17 Nov 2026`, or the one day. */
export const daysWords = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  from === to ? dayWords(from) : whole.formatRange(at(from), at(to))
