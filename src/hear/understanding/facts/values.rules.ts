// Values written in a text: dates, amounts of money, telephone numbers and other numbers, each with its place. What a number belongs to is not said here.
import type { CueLanguage } from '../cues/cues.rules.ts'
import { months, numberIn } from '../reading/calendar-words.rules.ts'

/** [from, until), UTF-16 units. */
export interface Place {
  readonly from: number
  readonly until: number
}

export interface Value {
  readonly kind: 'date' | 'amount' | 'phone' | 'number'
  /** Each reading; more than one where day and month could be either. Dates YYYY-MM-DD, or --MM-DD without a year; amounts "1234.56 EUR". */
  readonly readings: readonly string[]
  readonly place: Place
}

// Each alternative is bounded, so that a place in the text costs a constant.
const iso = /(?<![\p{L}\p{N}])(\d{4})-(\d{2})-(\d{2})(?!\d)/gu
const figures = /(?<![\p{L}\p{N}.,/-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})?(?![\p{L}\d/-])/gu
const slashed = /(?<![\p{L}\p{N}.,/-])(\d{1,2})\/(\d{1,2})(?![\p{L}\d/])/gu
const dayFirst =
  /(?<![\p{L}\p{N}])(\d{1,2})(?:\.|º|er|st|nd|rd|th)?\s(?:de |of |di )?(\p{L}{3,12})\.?(?:,?\s(?:de |del )?(\d{4}))?(?!\d)/gu
const monthFirst = /(?<![\p{L}\p{N}])(\p{L}{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?(?:,?\s(\d{4}))?(?![\p{L}\d:]|[.,]\d)/gu
const symbol = '€|\\$|£|EUR|USD|GBP|CHF|euros?|Euro|dollars?|pounds?|dólares|livres|francs?|Franken'
const money = "\\d{1,3}(?:[.,' \\u00a0\\u202f’]\\d{3}){1,4}(?:[.,]\\d{1,2})?|\\d{1,9}(?:[.,]\\d{1,2})?"
const symbolFirst = new RegExp(`(?<![\\p{L}\\p{N}])(€|\\$|£|EUR|USD|GBP|CHF)\\s?(${money})(?![\\d])`, 'gu')
const symbolLast = new RegExp(`(?<![\\p{L}\\p{N}.,])(${money})(?:,-|,–)?\\s?(${symbol})(?![\\p{L}])`, 'gu')
const telephone = /(?<![\p{L}\p{N}])(?:\+\d{1,3}|\(?0\d{1,5}\)?)[\d\s()/.-]{5,18}\d(?!\d)/gu
const numbers = /(?<![\p{L}\p{N}])#?(?=[\p{L}/_-]{0,8}\d)[\p{L}\p{N}](?:[\p{L}\p{N}/_-]{0,38}[\p{L}\p{N}])?/gu

const currencies: readonly (readonly [string, RegExp])[] = [
  ['EUR', /^(€|eur)/i],
  ['USD', /^(\$|usd|d[oó])/i],
  ['GBP', /^(£|gbp|pound|livre)/i],
  ['CHF', /^(chf|fran)/i],
]

/** Values in order of place, none inside another. Linear: every pattern has a bounded length. */
export function valuesIn(text: string, languages: readonly CueLanguage[]): readonly Value[] {
  const found = [
    ...matches(text, iso, ([, year, month, day]) => dated(year, month, day)),
    ...matches(text, figures, ([, first, , second, year]) => eitherWay(first, second, year)),
    ...matches(text, slashed, ([, first, second]) => eitherWay(first, second, undefined)),
    ...matches(text, dayFirst, ([, day, month, year]) => dated(year, monthOf(month, languages), day)),
    ...matches(text, monthFirst, ([, month, day, year]) => dated(year, monthOf(month, languages), day)),
    ...matches(text, symbolFirst, ([, sign, figure]) => amount(figure, sign), 'amount'),
    ...matches(text, symbolLast, ([, figure, sign]) => amount(figure, sign), 'amount'),
    ...matches(text, telephone, ([whole]) => telephoneNumber(whole), 'phone'),
    ...matches(text, numbers, ([whole]) => [whole.replace(/^#/, '')], 'number'),
  ]
  const rank = { date: 0, amount: 1, phone: 2, number: 3 }
  const ordered = found.sort((a, b) => a.place.from - b.place.from || rank[a.kind] - rank[b.kind])
  let until = 0
  return ordered.filter(({ place }) => {
    if (place.from < until) return false
    until = place.until
    return true
  })
}

function matches(
  text: string,
  pattern: RegExp,
  readingsOf: (match: RegExpExecArray) => readonly string[],
  kind: Value['kind'] = 'date',
): readonly Value[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const readings = readingsOf(match)
    const place = { from: match.index, until: match.index + match[0].length }
    return readings.length === 0 ? [] : [{ kind, readings, place }]
  })
}

function monthOf(word: string | undefined, languages: readonly CueLanguage[]): string {
  const plain = plainMonth(word ?? '')
  return String(Math.max(...languages.map((one) => numberIn(months[one], plain))) + 1)
}

const plainMonth = (word: string): string =>
  word.toLowerCase().replaceAll('ä', 'ae').normalize('NFKD').replace(/\p{M}/gu, '')

function dated(year: string | undefined, month: string | undefined, day: string | undefined): readonly string[] {
  const [wholeYear, m, d] = [year?.length === 2 ? `20${year}` : year, Number(month), Number(day)]
  const inYear = Number(wholeYear ?? 2024)
  const date = new Date(Date.UTC(inYear, m - 1, d))
  if (m < 1 || m > 12 || d < 1 || date.getUTCDate() !== d) return []
  return [`${wholeYear ?? '-'}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`]
}

const eitherWay = (first?: string, second?: string, year?: string): readonly string[] => [
  ...new Set([...dated(year, second, first), ...dated(year, first, second)]),
]

function amount(figure: string | undefined, sign: string | undefined): readonly string[] {
  const currency = currencies.find(([, pattern]) => pattern.test(sign ?? ''))?.[0]
  if (currency === undefined || figure === undefined) return []
  const cents = /[.,](\d{1,2})$/.exec(figure)?.[1]
  const whole = (cents === undefined ? figure : figure.slice(0, -cents.length - 1)).replace(/\D/g, '')
  return [`${whole}.${(cents ?? '').padEnd(2, '0')} ${currency}`]
}

function telephoneNumber(whole: string): readonly string[] {
  const digits = whole.replace(/[^\d+]/g, '')
  return digits.length >= 9 && digits.length <= 16 ? [digits] : []
}
