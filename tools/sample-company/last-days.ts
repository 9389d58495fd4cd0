// The last days before `until`: about forty cases are open, a handful overdue; everything older is brought to an end in time.
import { meaningOf } from '../../src/hear/understanding/meaning.rules.ts'
import { replay } from './lives.ts'
import { day, hour, minute } from './local-time.ts'
import { openWork } from './open-work.ts'
import type { Person } from './people.ts'
import type { Draft, Town } from './town.ts'

/** Open cases for each customer of the company: forty of twenty thousand. */
const openShare = 40 / 20_000
const lastStep = ({ steps }: Draft): string => steps.at(-1)?.do ?? ''

/** What is still wanted among the open cases; counted down. */
interface Wanted {
  open: number
  waiting: number
  lying: number
  slow: number
}

const byTime = (drafts: readonly Draft[]): readonly Draft[] => drafts.toSorted((a, b) => a.story.at - b.story.at)

/** Every case as it stands at `until`, by time. Steps that lie ahead have not happened. */
export function asOfNow(town: Town, people: readonly Person[]): readonly Draft[] {
  const customers = people.length
  const drafts = byTime(town.drafts)
  const open = Math.max(4, Math.round(customers * openShare))
  const wanted: Wanted = { open, waiting: Math.ceil(open / 7), lying: Math.ceil(open / 12), slow: Math.ceil(open / 20) }
  // From the newest back, so that the newest stay open.
  const asSeen = drafts.toReversed().map((draft) => seen(town, draft, wanted)).toReversed() // prettier-ignore
  return byTime([...asSeen, ...openWork(town, people, asSeen.filter((draft) => !isOver(draft)).length)])
}

/** One case at `until`: open if one like it is wanted, over otherwise. */
function seen(town: Town, whole: Draft, wanted: Wanted): Draft {
  const { until } = town
  const draft = cut(whole, until)
  const age = (until - draft.story.at) / day
  const stop = whereItWaits(draft, wanted.waiting % 2 === 0 ? 'customer' : 'third-party')
  if (wanted.waiting > 0 && stop >= 0 && age < 11) {
    wanted.waiting--
    wanted.open--
    return stillWaiting(town, draft, stop)
  }
  if (isOver(draft)) return draft
  if (wanted.lying > 0 && age > 5 && age < 12) {
    wanted.open--
    return { ...draft, steps: draft.steps.slice(0, 1 + (wanted.lying-- % 2)).filter(isBeginning), refund: null }
  }
  const resumed = whole.steps.findIndex(({ do: what }) => what === 'resumed')
  if (wanted.slow > 0 && age > 16.5 && age < 40 && resumed > 0) {
    wanted.slow--
    wanted.open--
    return { ...draft, steps: whole.steps.slice(0, resumed + 1), refund: null }
  }
  if (wanted.open > wanted.lying + wanted.slow && isFresh(draft, until)) {
    wanted.open--
    return draft
  }
  return ended(town, whole)
}

const whereItWaits = ({ steps }: Draft, party: 'customer' | 'third-party'): number =>
  steps.findIndex((step) => step.do === 'waiting' && step.for === party)

/** Cut at its wait, which ends some days ahead. */
function stillWaiting({ until, chance }: Town, draft: Draft, stop: number): Draft {
  const ahead = until + chance.whole(20, 80) * hour
  const steps = draft.steps.slice(0, stop + 1).map((step) => {
    if (step.do !== 'waiting') return step
    return { ...step, until: new Date(Math.max(ahead, Date.parse(step.until))).toISOString() }
  })
  return { ...draft, steps, refund: null }
}

const isBeginning = ({ do: what }: Draft['steps'][number]): boolean => what === 'acknowledged' || what === 'taken'

const cut = (draft: Draft, until: number): Draft => ({
  ...draft,
  steps: draft.steps.filter(({ at }) => Date.parse(at) <= until - minute),
})

const isOver = (draft: Draft): boolean =>
  ['resolved-by-silence', 'rejected', 'closed'].includes(lastStep(draft)) || isThanked(draft)

/** Thanks ended it, and it is not yet closed: the desk closes after two weeks. */
function isThanked({ steps }: Draft): boolean {
  const last = steps.at(-1)
  const answered = steps.findLast(({ do: what }) => what === 'answered')
  const isFinal = answered?.do === 'answered' && answered.isFinal
  return isFinal && last?.do === 'customer-wrote' && meaningOf(last.text, 0) === 'thanks'
}

/** Answered so lately that the first notice is not due, or still being worked on. */
function isFresh(draft: Draft, until: number): boolean {
  const last = Date.parse(draft.steps.at(-1)?.at ?? new Date(draft.story.at).toISOString())
  return until - last < 6.5 * day && until - draft.story.at < 15 * day
}

/** The same case, gone quickly and well. */
function ended(town: Town, draft: Draft): Draft {
  for (let turn = 0; turn < 5; turn++) {
    const swift = cut(replay(town, { ...draft, story: { ...draft.story, isMistaken: false } }), town.until)
    if (isOver(swift)) return swift
  }
  return cut(draft, town.until)
}
