// Days, lengths of time and hours that a text names, each with its place. Which of them a promise means is not said here.
import type { CueLanguage } from '../cues/cues.rules.ts'
import { valuesIn } from '../facts/values.rules.ts'
import type { Place } from '../facts/values.rules.ts'
import { numberIn, weekdays } from '../reading/calendar-words.rules.ts'
import type { Found } from '../reading/turns.rules.ts'
import type { Reading, Word } from '../reading/words-of-text.rules.ts'
import { plainWord } from '../reading/words-of-text.rules.ts'
import type { CommitmentWords, DayWord, PartOfDay, Unit } from './commitment-words.rules.ts'

export type DayNamed =
  | { readonly is: 'word'; readonly word: DayWord }
  | { readonly is: 'weekday'; readonly weekday: number; readonly isNextWeek: boolean; readonly isBefore: boolean }
  | { readonly is: 'date'; readonly readings: readonly string[]; readonly isBefore: boolean }
  | { readonly is: 'length'; readonly count: number; readonly unit: Unit; readonly isWorking: boolean }

export interface Named<Thing> {
  readonly thing: Thing
  readonly place: Place
}

export type DueLabel = DayWord | PartOfDay | 'within' | 'before'

const dayWords: ReadonlySet<DueLabel> = new Set<DayWord>([
  'today',
  'tomorrow',
  'after-tomorrow',
  'end-of-week',
  'next-week',
  'end-of-month',
])
/** When a part of the day is over, minutes since midnight. */
const ends: Readonly<Record<PartOfDay, number>> = {
  morning: 12 * 60,
  noon: 12 * 60,
  afternoon: 18 * 60,
  evening: 22 * 60,
  close: 18 * 60,
}
const isDayWord = (label: DueLabel): label is DayWord => dayWords.has(label)
const isPart = (label: DueLabel): label is PartOfDay => label in ends

/** "Within the next two days": so many words may stand before the number. */
const reachOfWithin = 3
/** "Friday of next week". */
const reachOfNextWeek = 4

/** Days and lengths of time, in order of place, none inside another. */
export function daysNamed(
  text: string,
  { words }: Reading,
  labels: readonly Found<DueLabel>[],
  lists: CommitmentWords,
  language: CueLanguage,
): readonly Named<DayNamed>[] {
  const numbersOf = (label: DueLabel): ReadonlySet<number> =>
    new Set(labels.filter((one) => one.label === label).map(({ last }) => last))
  const [within, before, nextWeek] = [numbersOf('within'), numbersOf('before'), numbersOf('next-week')]
  const near = (marks: ReadonlySet<number>, at: number, reach: number, direction: 1 | -1): boolean => {
    for (let step = 1; step <= reach; step++) {
      const place = at + step * direction
      if (words[place]?.sentence !== words[at]?.sentence) return false
      if (marks.has(place)) return true
    }
    return false
  }
  const found: Named<DayNamed>[] = labels.flatMap(({ label, first, last }) => {
    const place = placeOf(words, first, last)
    return isDayWord(label) && place ? [{ thing: { is: 'word', word: label }, place }] : []
  })
  words.forEach(({ plain }, at) => {
    const weekday = weekdays[language].findIndex((one) => isWeekday(one, plain))
    const length = lengthAt(words, at, lists)
    if (weekday >= 0) {
      const isNextWeek = near(nextWeek, at, reachOfNextWeek, 1)
      const isBefore = near(before, at, 2, -1)
      found.push({ thing: { is: 'weekday', weekday, isNextWeek, isBefore }, place: placeOf(words, at, at) ?? none })
    } else if (length !== undefined && near(within, at, reachOfWithin, -1)) {
      found.push({ thing: length.thing, place: placeOf(words, at, length.last) ?? none })
    }
  })
  let word = 0
  for (const { kind, readings, place } of valuesIn(text, [language])) {
    if (kind !== 'date') continue
    while (word < words.length - 1 && (words[word]?.from ?? 0) < place.from) word++
    found.push({ thing: { is: 'date', readings, isBefore: near(before, word, 2, -1) }, place })
  }
  return apart(found)
}

const none: Place = { from: 0, until: 0 }

/** German writes "Freitagnachmittag" as one word. */
const isWeekday = (spellings: string, plain: string): boolean =>
  spellings.split('|').includes(plain) ||
  /^(mon|diens|donners|frei|sams|sonn)tag(frueh|vormittag|mittag|nachmittag|abend)$/.exec(plain)?.[1] ===
    spellings.replace(/tag.*$/, '')

function lengthAt(words: readonly Word[], at: number, { numbers, units, working }: CommitmentWords) {
  const [plain = '', sentence] = [words[at]?.plain, words[at]?.sentence]
  const isHalf = plain === 'half' || plain === 'halben' || plain === 'halbe'
  const count = isHalf ? 0.5 : /^\d{1,3}$/.test(plain) ? Number(plain) : numberIn(numbers, plain) + 1
  if (count === 0) return undefined
  const isOf = (list: string, step: number): boolean =>
    words[at + step]?.sentence === sentence && list.split('|').includes(words[at + step]?.plain ?? '')
  const step = isOf(working, 1) && !isOf(Object.values(units).join('|'), 1) ? 2 : 1
  const unit = (Object.keys(units) as readonly Unit[]).find((one) => isOf(units[one], step))
  if (unit === undefined) return undefined
  const isWorking = isOf(working, 1) || isOf(working, step) || isOf(working, step + 1)
  const last = at + (isOf(working, step + 1) ? step + 1 : step)
  const thing: DayNamed = { is: 'length', count, unit, isWorking }
  return { thing, last }
}

function placeOf(words: readonly Word[], first: number, last: number): Place | undefined {
  const [begin, end] = [words[first], words[last]]
  return begin && end && { from: begin.from, until: end.until }
}

/** Longer before shorter where they begin alike. */
function apart<Thing>(found: readonly Named<Thing>[]): readonly Named<Thing>[] {
  let until = 0
  return found
    .toSorted((a, b) => a.place.from - b.place.from || b.place.until - a.place.until)
    .filter(({ place }) => {
      if (place.from < until || place.until === 0) return false
      until = place.until
      return true
    })
}

/** Hours and parts of the day, in minutes since midnight; those written in figures first. */
export function hoursNamed(
  text: string,
  { words }: Reading,
  labels: readonly Found<DueLabel>[],
  lists: CommitmentWords,
): readonly Named<number>[] {
  const written = [...lists.clocks, plainClock].flatMap((clock) =>
    [...text.matchAll(clock)].flatMap((match): readonly Named<number>[] => {
      const minutes = minutesOf(match.groups ?? {}, lists)
      const place = { from: match.index, until: match.index + match[0].length }
      return minutes === undefined ? [] : [{ thing: minutes, place }]
    }),
  )
  const parts = labels.flatMap(({ label, first, last }): readonly Named<number>[] => {
    const place = placeOf(words, first, last)
    return isPart(label) && place ? [{ thing: ends[label], place }] : []
  })
  const joined = words.flatMap(({ plain, from, until }): readonly Named<number>[] => {
    const part = /^(?:mon|diens|donners|frei|sams|sonn)tag(frueh|vormittag|mittag|nachmittag|abend)$/.exec(plain)?.[1]
    const end = part === 'nachmittag' ? ends.afternoon : part === 'abend' ? ends.evening : ends.morning
    return part === undefined ? [] : [{ thing: end, place: { from, until } }]
  })
  return apart([...written, ...parts, ...joined])
}

const plainClock = /(?<![\d:.,])(?<hour>[01]?\d|2[0-3]):(?<minute>[0-5]\d)(?![\d:]|\s?[ap]\.?m)/giu

function minutesOf(
  groups: Readonly<Record<string, string | undefined>>,
  { numbers }: CommitmentWords,
): number | undefined {
  const { hour = '', minute = '0', late, half, before } = groups
  const named = /^\d+$/.test(hour) ? Number(hour) : numberIn(numbers, plainWord(hour)) + 1
  if (named > 24 || (named === 0 && !/^0/.test(hour))) return undefined
  const isAfterNoon = late !== undefined && named < 12
  const whole = named + (isAfterNoon ? 12 : 0)
  return whole * 60 + Number(minute) + (half === undefined ? 0 : 30) - (before === undefined ? 0 : 30)
}
