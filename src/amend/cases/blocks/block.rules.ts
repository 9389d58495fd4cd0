// Building blocks: which variables there are, how long a block may be, and what one says in a case. What is not known beyond doubt stays to be filled in.
import { readWords } from '../../../hear/understanding/reading/words-of-text.rules.ts'

/** What may stand in braces. `order` and `refund` are known only where there is one that can be meant. */
export const variables = [
  ...(['customer.name', 'customer.firstName', 'case.number', 'company.name', 'me.firstName'] as const),
  ...(['order.number', 'order.date', 'order.item', 'refund.amount', 'promise.due'] as const),
] as const
export type Variable = (typeof variables)[number]

/** What a case knows; null or absent where it does not. */
export type BlockFacts = Readonly<Partial<Record<Variable, string | null>>>

export interface FilledBlock {
  /** With its braces still around what is not known, so that it is seen. */
  readonly text: string
  readonly missing: readonly Variable[]
}

const mostSentences = 2
const inBraces = /\{([^{}\n]{1,40})\}/g

const isVariable = (name: string): name is Variable => variables.some((known) => known === name)

/** Why a text is no building block; null where it is one. */
export function whyNoBlock(text: string): 'too-long' | 'unknown-variable' | null {
  // A variable may hold a point, and is no sentence.
  const { sentences } = readWords(text.replace(inBraces, 'x'))
  if (sentences.length > mostSentences || text.includes('\n')) return 'too-long'
  return Array.from(text.matchAll(inBraces), ([, name = '']) => name).every(isVariable) ? null : 'unknown-variable'
}

export function filledBlock(text: string, facts: BlockFacts): FilledBlock {
  const missing = new Set<Variable>()
  const filled = text.replace(inBraces, (braces: string, name: string) => {
    if (!isVariable(name)) return braces
    const fact = facts[name] ?? null
    if (fact !== null && fact !== '') return fact.replace(/[{}]/g, '')
    missing.add(name)
    return braces
  })
  return { text: filled, missing: [...missing] }
}

/** Variables that still stand in braces in what somebody writes: such a letter does not leave. */
export const unfilledIn = (letter: string): readonly Variable[] => [
  ...new Set(Array.from(letter.matchAll(inBraces), ([, name = '']) => name).filter(isVariable)),
]
