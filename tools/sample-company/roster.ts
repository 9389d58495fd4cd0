// Working time at the desk: when somebody will have worked so long, and who takes a case in a language.
import type { Chance } from './chance.ts'
import type { Language } from './language.ts'
import { hour, minute } from './local-time.ts'
import { spansOf, staff } from './staff.ts'
import type { Colleague } from './staff.ts'

export interface Roster {
  /** The instant at which somebody has worked so many minutes after `at`. */
  after(who: Colleague, at: number, minutes: number): number
  /** Somebody who reads the language and is soon at work, somebody other than `not`. */
  somebody(language: Language, at: number, not: Colleague | null): Colleague
}

export function rosterOf(from: number, to: number, chance: Chance): Roster {
  const spans = new Map(staff.map((one) => [one, spansOf(one, from, to)]))
  const after = (who: Colleague, at: number, minutes: number) => reached(spans.get(who) ?? [], at, minutes * minute)
  const somebody = (language: Language, at: number, not: Colleague | null) => {
    const able = staff.filter((one) => one.reads.includes(language) && one !== not)
    const soonest = able
      .map((who) => ({ who, at: after(who, at, 5) }))
      .sort((a, b) => a.at - b.at)
      .slice(0, 3)
      .filter((one, _, [first]) => one.at < (first?.at ?? 0) + 20 * hour)
    return chance.weighted(soonest, ({ who }) => (who.role === 'lead' ? 0.35 : who.reads[0] === language ? 2 : 1)).who
  }
  return { after, somebody }
}

function reached(spans: readonly (readonly [number, number])[], at: number, length: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.[1] ?? Infinity) > at) high = middle
    else low = middle + 1
  }
  let left = length
  for (let index = low; index < spans.length; index++) {
    const [start, end] = spans[index] ?? [at, at]
    const begin = Math.max(start, at)
    if (end - begin > left) return begin + left
    left -= end - begin
  }
  return Infinity
}
