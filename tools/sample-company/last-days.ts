// The last days before `until`: about forty cases are open, a handful overdue; everything older is brought to an end in time.
import { meaningOf } from '../../src/hear/understanding/meaning.rules.ts'
import { replay } from './lives.ts'
import { day, minute } from './local-time.ts'
import type { Draft, Town } from './town.ts'

/** Open cases for each customer of the company: forty of twenty thousand. */
const openShare = 40 / 20_000
const lastStep = ({ steps }: Draft): string => steps.at(-1)?.do ?? ''

/** Every case as it stands at `until`, by time. Steps that lie ahead have not happened. */
export function asOfNow(town: Town, customers: number): readonly Draft[] {
  const { until, chance } = town
  const drafts = town.drafts.toSorted((a, b) => a.story.at - b.story.at)
  const now = drafts.map((draft) => cut(draft, until))
  let open = Math.max(3, Math.round(customers * openShare * chance.between(0.92, 1.08)))
  let [lying, slow] = [Math.ceil(open / 12), Math.ceil(open / 20)]
  for (let at = now.length - 1; at >= 0; at--) {
    const [draft, whole] = [now[at], drafts[at]]
    if (draft === undefined || whole === undefined || isOver(draft)) continue
    const age = (until - draft.story.at) / day
    if (lying > 0 && age > 5 && age < 12) {
      now[at] = { ...draft, steps: draft.steps.slice(0, lying-- % 2 === 0 ? 1 : 2).filter(isBeginning), refund: null }
    } else if (slow > 0 && age > 16.5 && age < 40 && isHeldUp(whole)) {
      now[at] = {
        ...draft,
        steps: whole.steps.slice(0, whole.steps.findIndex(({ do: what }) => what === 'resumed') + 1),
        refund: null,
      }
      slow--
    } else if (open > 0 && isFresh(draft, until)) open--
    else now[at] = ended(town, whole)
  }
  return now
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

const isHeldUp = ({ steps }: Draft): boolean => steps.some(({ do: what }) => what === 'resumed')

/** The same case, gone quickly and well. */
function ended(town: Town, draft: Draft): Draft {
  for (let turn = 0; turn < 5; turn++) {
    const swift = cut(replay(town, { ...draft, story: { ...draft.story, isMistaken: false } }), town.until)
    if (isOver(swift)) return swift
  }
  return cut(draft, town.until)
}
