// What customers say afterwards when they are asked: by how they were treated, with a mood of their own, and often not at all. Chance of its own, so
// that asking changes nobody's life.
import type { CaseLine } from '../../src/moving-in/history.schema.ts'
import { meaningOf } from '../../src/hear/understanding/meaning.rules.ts'
import type { Chance } from './chance.ts'
import { day, hour } from './local-time.ts'
import type { Person } from './people.ts'
import { remarks } from './texts/remarks.ts'
import type { Draft } from './town.ts'

type Survey = NonNullable<CaseLine['survey']>

/** The company asks two days after a case was settled, each customer once in three months. */
const askedAfter = 48 * hour
const cap = 90 * day
/** Who is glad or angry answers more often than who shrugs. */
const answering = { good: 0.34, fair: 0.17, bad: 0.3 } as const
/** Where scores lie before a mood is added. */
const level = {
  good: { outcome: 4.5, process: 4.3, person: 4.7 },
  fair: { outcome: 3.5, process: 3.2, person: 4.1 },
  bad: { outcome: 1.9, process: 1.9, person: 3 },
} as const
/** How much less somebody finds fair who was told no, or who had to write twice. */
const toldNo = { outcome: 1, process: 0.2, person: 0.2 } as const
const wroteTwice = { outcome: 0.3, process: 0.8, person: 0.2 } as const

/** By case what was asked and answered, in the order of asking; cases that nobody was asked about are left out. */
export function afterwards(drafts: readonly Draft[], until: number, chance: Chance): ReadonlyMap<Draft, Survey> {
  const due = drafts.flatMap((draft) => {
    const settledAt = settled(draft)
    return settledAt === null || settledAt + askedAfter > until - hour ? [] : [{ draft, at: settledAt + askedAfter }]
  })
  const last = new Map<Person, number>()
  const surveys = new Map<Draft, Survey>()
  for (const { draft, at } of due.toSorted((a, b) => a.at - b.at)) {
    const { person } = draft.story
    if (at - (last.get(person) ?? -Infinity) < cap) continue
    last.set(person, at)
    surveys.set(draft, asked(draft, at, until, chance))
  }
  return surveys
}

/** When the case was settled for good; null where it was not, or was rejected. */
function settled({ steps }: Draft): number | null {
  if (steps.some(({ do: what }) => what === 'rejected')) return null
  const silent = steps.find(({ do: what }) => what === 'resolved-by-silence')
  if (silent) return Date.parse(silent.at)
  const answered = steps.findLastIndex((step) => step.do === 'answered' && step.isFinal)
  if (answered < 0) return null
  const wrote = steps.slice(answered + 1).filter((step) => step.do === 'customer-wrote')
  const [first] = wrote
  return first && wrote.length === 1 && meaningOf(first.text, 0) === 'thanks' ? Date.parse(first.at) : null
}

function asked(draft: Draft, at: number, until: number, chance: Chance): Survey {
  const { outcome, steps, story } = draft
  const answeredAt = at + chance.logNormal(9, 1.2) * hour
  const isSilent = steps.some(({ do: what }) => what === 'resolved-by-silence')
  const isAnswered = chance.happens(answering[outcome] * (isSilent ? 0.4 : 1))
  const mood = chance.normal() * 0.6
  const scores = (['outcome', 'process', 'person'] as const).map((item) => {
    const isTwice = steps.filter((step) => step.do === 'answered').length > 1
    const less = (story.isMistaken ? toldNo[item] : 0) + (isTwice ? wroteTwice[item] : 0)
    return Math.max(1, Math.min(5, Math.round(level[outcome][item] - less + mood + chance.normal() * 0.7)))
  })
  const [ofOutcome = 3, process = 3, person = 3] = scores
  const isLow = Math.min(...scores) <= 2
  const hasWords = chance.happens(isLow ? 0.45 : 0.2)
  const words = chance.pick(remarks[story.person.language][isLow ? 'low' : 'high'])
  const askedAt = iso(at)
  if (!isAnswered || answeredAt > Math.min(until - hour, at + 29 * day))
    return { askedAt, answeredAt: null, outcome: null, process: null, person: null, words: '' }
  return { askedAt, answeredAt: iso(answeredAt), outcome: ofOutcome, process, person, words: hasWords ? words : '' }
}

const iso = (at: number): string => new Date(Math.floor(at / 1000) * 1000).toISOString()
