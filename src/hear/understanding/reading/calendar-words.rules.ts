// Months and days of the week in five languages, spelled as plain words are compared: no accents, ä written ae. A list, no decisions.
import type { CueLanguage } from '../cues/cues.rules.ts'

/** Twelve months, January first; spellings parted by a bar. */
export const months: Readonly<Record<CueLanguage, readonly string[]>> = {
  en: ['january|jan', 'february|feb', 'march|mar', 'april|apr', 'may', 'june|jun', 'july|jul', 'august|aug', 'september|sept|sep', 'october|oct', 'november|nov', 'december|dec'],
  de: ['januar|jaenner|jan', 'februar|feb', 'maerz', 'april|apr', 'mai', 'juni|jun', 'juli|jul', 'august|aug', 'september|sept', 'oktober|okt', 'november|nov', 'dezember|dez'],
  fr: ['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre'],
  es: ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre|setiembre', 'octubre', 'noviembre', 'diciembre'],
  it: ['gennaio', 'febbraio', 'marzo', 'aprile', 'maggio', 'giugno', 'luglio', 'agosto', 'settembre', 'ottobre', 'novembre', 'dicembre'],
} // prettier-ignore

/** Seven days, Monday first; spellings parted by a bar. */
export const weekdays: Readonly<Record<CueLanguage, readonly string[]>> = {
  en: ['monday|mon', 'tuesday|tue|tues', 'wednesday|wed', 'thursday|thu|thurs', 'friday|fri', 'saturday', 'sunday'],
  de: ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag|sonnabend', 'sonntag'],
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  es: ['lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado', 'domingo'],
  it: ['lunedi', 'martedi', 'mercoledi', 'giovedi', 'venerdi', 'sabato', 'domenica'],
} // prettier-ignore

/** Which of a list a plain word is, counted from 0; -1 for none. */
export const numberIn = (list: readonly string[], plain: string): number =>
  list.findIndex((one) => one.split('|').includes(plain))
