// Turns of phrase: small patterns over words, and where a text has them. What a turn means is for who lists it.
import { plainWord } from './words-of-text.rules.ts'
import type { Reading, Word } from './words-of-text.rules.ts'

/**
 * A turn in a line, its elements parted by blanks:
 * - `caught|catches` one of these words; `burn*` words that begin so (three letters at least before the star)
 * - `{body}` one of the words of a named list
 * - `..3` up to three words of any kind in between, never out of the sentence
 * - `$` here the clause ends; it may stand among the words of an alternative
 * Accents and capitals do not matter; German ä, ö, ü and their spellings ae, oe, ue are the same.
 */
export type Turn = string

interface Element {
  readonly words: ReadonlySet<string>
  readonly beginnings: readonly string[]
  /** Words that may stand before it. */
  readonly gap: number
  readonly isEnd: boolean
}

interface Entry<Label> {
  readonly label: Label
  readonly elements: readonly Element[]
}

/** Turns sorted by how they begin, each with what it was listed under. */
export interface Turns<Label> {
  readonly byWord: ReadonlyMap<string, readonly Entry<Label>[]>
  readonly byBeginning: ReadonlyMap<string, readonly Entry<Label>[]>
}

export interface Found<Label> {
  readonly label: Label
  /** Numbers of its first and last word, both included. */
  readonly first: number
  readonly last: number
  /** Numbers of words in between that no element named. */
  readonly between: readonly number[]
}

/** What was found, in the order of first words, and how many words were compared, so that a test can see that it grows with the text only. */
export interface Search<Label> {
  readonly found: readonly Found<Label>[]
  readonly steps: number
}

const shortestBeginning = 3

/** Sorts turns for searching. Throws on a turn that is written wrongly: that is a fault of the list. */
export function turnsOf<Label>(
  lists: readonly (readonly [Label, readonly Turn[]])[],
  named: Readonly<Record<string, string>>,
): Turns<Label> {
  const byWord = new Map<string, Entry<Label>[]>()
  const byBeginning = new Map<string, Entry<Label>[]>()
  for (const [label, turns] of lists) {
    for (const turn of turns) {
      const elements = elementsOf(turn, named)
      const first = elements[0]
      if (first === undefined || first.words.size + first.beginnings.length === 0 || first.gap > 0)
        throw new Error(`The turn "${turn}" begins with no word.`)
      const entry = { label, elements }
      for (const word of first.words) listed(byWord, word).push(entry)
      for (const beginning of new Set(first.beginnings.map((one) => one.slice(0, shortestBeginning))))
        listed(byBeginning, beginning).push(entry)
    }
  }
  return { byWord, byBeginning }
}

function listed<Label>(map: Map<string, Entry<Label>[]>, key: string): Entry<Label>[] {
  const known = map.get(key)
  if (known !== undefined) return known
  const made: Entry<Label>[] = []
  map.set(key, made)
  return made
}

function elementsOf(turn: Turn, named: Readonly<Record<string, string>>): readonly Element[] {
  const elements: Element[] = []
  let gap = 0
  for (const part of turn.trim().split(/[\s'’-]+/)) {
    if (/^\.\.\d$/.test(part)) gap = Number(part.slice(2))
    else {
      elements.push(elementOf(part, named, gap, turn))
      gap = 0
    }
  }
  return elements
}

function elementOf(part: string, named: Readonly<Record<string, string>>, gap: number, turn: Turn): Element {
  const written = part.replace(/\{([a-z]+)\}/gi, (_, name: string) => {
    const list = named[name]
    if (list === undefined) throw new Error(`The turn "${turn}" names the unknown list ${name}.`)
    return list
  })
  const [isEnd, spellings] = [
    /(^|\|)\$/.test(written),
    written
      .split('|')
      .filter((one) => one !== '$')
      .map(plainWord),
  ]
  const beginnings = spellings.filter((one) => one.endsWith('*')).map((one) => one.slice(0, -1))
  const words = new Set(spellings.filter((one) => !one.endsWith('*')))
  if (words.has('') || beginnings.some((one) => one.length < shortestBeginning))
    throw new Error(`The turn "${turn}" has an empty or too short alternative.`)
  return { words, beginnings, gap, isEnd }
}

/** Every place where a turn begins, with the shortest reading of its gaps. Steps a word: at most a constant of the lists. */
export function findTurns<Label>({ words }: Reading, turns: Turns<Label>): Search<Label> {
  const found: Found<Label>[] = []
  const count = { steps: 0 }
  words.forEach(({ plain }, at) => {
    const whole = turns.byWord.get(plain)
    const begun = turns.byBeginning.get(plain.slice(0, shortestBeginning))
    const entries = whole && begun ? [...whole, ...begun] : (whole ?? begun ?? [])
    count.steps += 1 + entries.length
    for (const { label, elements } of entries) {
      const places = placesOf(words, elements, at, count)
      if (places === undefined) continue
      const last = places.at(-1) ?? at
      found.push({ label, first: at, last, between: between(places, at, last) })
    }
  })
  return { found, steps: count.steps }
}

/** The words an entry takes when it begins at `at`; undefined when it does not fit. Elements after a gap are tried nearest first. */
function placesOf(
  words: readonly Word[],
  elements: readonly Element[],
  at: number,
  count: { steps: number },
): readonly number[] | undefined {
  const sentence = words[at]?.sentence
  const from = (number: number, next: number): readonly number[] | undefined => {
    const element = elements[number]
    if (element === undefined) return []
    for (let place = next; place <= next + element.gap; place++) {
      count.steps++
      if (element.isEnd && words[place]?.clause !== words[place - 1]?.clause) return from(number + 1, place)
      const word = words[place]
      if (word?.sentence !== sentence) return undefined
      if (word === undefined || !fits(element, word.plain)) continue
      const rest = from(number + 1, place + 1)
      if (rest !== undefined) return [place, ...rest]
    }
    return undefined
  }
  return from(0, at)
}

const fits = (element: Element, plain: string): boolean =>
  element.words.has(plain) || element.beginnings.some((beginning) => plain.startsWith(beginning))

function between(places: readonly number[], first: number, last: number): readonly number[] {
  const named = new Set(places)
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((at) => !named.has(at))
}
