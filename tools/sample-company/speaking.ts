// Makes sentences out of choices: [a|b] by chance, <a|b> by the person, {slots} by the facts. Never the same line twice in a row.
import type { Chance } from './chance.ts'

export interface Voice {
  /** Which side of <a|b> is theirs. */
  readonly isSecond: boolean
  readonly facts: Readonly<Record<string, string>>
}

export interface Speaker {
  say(text: string, voice: Voice): string
  /** One of the lines, dealt like cards: all others come before it comes again. */
  deal(lines: readonly string[]): string
}

const innermost = /\[([^[\]]*)\]/

export function speakerOf(chance: Chance): Speaker {
  const decks = new Map<readonly string[], string[]>()
  const deal = (lines: readonly string[]): string => {
    const deck = decks.get(lines) ?? []
    if (deck.length === 0) deck.push(...lines)
    decks.set(lines, deck)
    return deck.splice(Math.floor(chance.next() * deck.length), 1)[0] ?? ''
  }
  const say = (text: string, { isSecond, facts }: Voice): string => {
    let said = text.replace(/<([^<>|]*)\|([^<>|]*)>/g, (_, first: string, second: string) =>
      isSecond ? second : first,
    )
    while (innermost.test(said)) said = said.replace(innermost, (_, choices: string) => chance.pick(choices.split('|')))
    said = said.replace(/\{(\w+)\}/g, (_, slot: string) => {
      const fact = facts[slot]
      if (fact === undefined) throw new Error(`Nobody knows {${slot}}: ${text}`)
      return fact
    })
    return said
      .replace(/ +/g, ' ')
      .replace(/ ([,.])/g, '$1')
      .replace(/([?!])\.(?=\s|$)/g, '$1')
      .trim()
  }
  return { say, deal }
}

/** The first letter large, as after a full stop. */
export const asSentence = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
