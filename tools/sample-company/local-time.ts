// Wall time at the company: local dates, hours people keep, and dates as each language writes them.
import { stretchAt } from '../../src/shared/zone.ts'
import type { Chance } from './chance.ts'
import type { Language } from './language.ts'

export const zone = 'Europe/Berlin'
export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

const offsetAt = (at: number): number => stretchAt(zone, at).offset

/** The local date of an instant, in days since 1970-01-01. */
export const localDay = (at: number): number => Math.floor((at + offsetAt(at)) / day)

/** The instant at which a local date's clock shows so many minutes. */
export function instantOf(date: number, minutes: number): number {
  const wall = date * day + minutes * minute
  return wall - offsetAt(wall - offsetAt(wall))
}

/** 0 is Monday. 1970-01-01 was a Thursday. */
export const weekdayOf = (date: number): number => (((date + 3) % 7) + 7) % 7

const written = new Map<number, string>()

/** YYYY-MM-DD. There are few dates and many questions. */
export function isoDate(date: number): string {
  const known = written.get(date) ?? new Date(date * day).toISOString().slice(0, 10)
  written.set(date, known)
  return known
}

const hourWeights = [2, 1, 1, 0, 0, 1, 3, 8, 16, 24, 28, 26, 22, 22, 24, 24, 22, 24, 26, 32, 36, 32, 20, 8] as const
const everyHour = hourWeights.map((_, one) => one)

/** Some minute of a local date at which people are up, evenings most. */
export const somewhenOn = (date: number, chance: Chance): number =>
  instantOf(date, 60 * chance.weighted(everyHour, (one) => hourWeights[one] ?? 0)) + chance.whole(0, 3_599) * 1000

/** The same instant, or the next morning where people sleep. */
export function whenAwake(at: number, chance: Chance): number {
  const date = localDay(at)
  const minutes = (at - instantOf(date, 0)) / minute
  return minutes < 400 ? instantOf(date, 400) + chance.whole(60, 9_000) * 1000 : at
}

const months: Readonly<Record<Language, string>> = {
  en: 'January February March April May June July August September October November December',
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
}
const weekdays: Readonly<Record<Language, string>> = {
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
  de: 'Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag',
  fr: 'lundi mardi mercredi jeudi vendredi samedi dimanche',
  es: 'lunes martes miércoles jueves viernes sábado domingo',
  it: 'lunedì martedì mercoledì giovedì venerdì sabato domenica',
}

const word = (list: string, at: number): string => list.split(' ')[at] ?? ''

/** A date as it stands in a sentence, without article: 3 May, 3. Mai, 1er mai, 3 de mayo, 3 maggio. */
export function dateIn(language: Language, date: number): string {
  const when = new Date(date * day)
  const number = when.getUTCDate()
  const month = word(months[language], when.getUTCMonth())
  if (language === 'de') return `${String(number)}. ${month}`
  if (language === 'es') return `${String(number)} de ${month}`
  if (language === 'fr' && number === 1) return `1er ${month}`
  if (language === 'it' && number === 1) return `1° ${month}`
  return `${String(number)} ${month}`
}

/** Italian puts "il 3 maggio" and "l'8 maggio"; the others need nothing of the kind. */
export const isElided = (date: number): boolean => [8, 11].includes(new Date(date * day).getUTCDate())

export function weekdayAndDate(language: Language, date: number): string {
  const comma = language === 'de' ? ', den' : ''
  return `${word(weekdays[language], weekdayOf(date))}${comma} ${dateIn(language, date)}`
}
