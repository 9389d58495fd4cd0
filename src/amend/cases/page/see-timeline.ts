// A customer's timeline as the wire shows it.
import type { z } from 'zod'
import type { Context } from '../../../platform/context/context.ts'
import { Refusal } from '../../../shared/errors.ts'
import { isId } from '../../../shared/ids.ts'
import type { timeline, TimelineEntry } from './case-messages.schema.ts'
import { happenedWith, type HappenedRow, type Whose } from './timeline.sql.ts'

type Timeline = z.output<typeof timeline>
const most = 50

/** Everything with a customer; nothing where there is no such one. @throws Refusal('invalid') for a place that is none */
export async function seeTimeline(ctx: Context, whose: Whose, before: string | undefined): Promise<Timeline> {
  if (before !== undefined && !isId(before)) throw new Refusal('invalid', 'This is no place on the timeline.')
  const me = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null
  const rows = await happenedWith(ctx.db, whose, me, before ?? null, most + 1)
  const page = rows.slice(0, most)
  return { entries: page.map(entryOf), earlier: rows.length > most ? (page.at(-1)?.interactionId ?? null) : null }
}

const entryOf = (row: HappenedRow): TimelineEntry => ({
  at: row.at.toISOString(),
  kind: kindOf(row),
  text: row.meaning === 'late' ? whatIsLate(row.text ?? '') : (row.text ?? ''),
  by: byOf(row),
  details: row.kind === 'survey' ? said(row.details) : { ...row.details },
  caseId: row.caseId,
})

/** A sentence that was left out is a dash. */
const said = (details: HappenedRow['details']): TimelineEntry['details'] =>
  Object.fromEntries(Object.entries(details).map(([item, score]) => [item, score ?? '–']))

/** A letter that says we are late, and a case that names everybody, are told as such. */
function kindOf({ kind, messageKind, meaning, details }: HappenedRow): string {
  if (kind === 'case' && details['namesEverybody'] === true) return 'case-naming-everybody'
  if (kind === 'case' && toldAs.has(details['what'])) return `case-${String(details['what'])}`
  if (kind === 'identity' && typeof details['what'] === 'string') return `identity-${details['what']}`
  if (kind === 'call') return details['direction'] === 'in' ? 'call-in' : 'call-out'
  // Of a case about whoever looks, nothing that was answered.
  if (kind === 'survey') return 'outcome' in details ? 'survey-answer' : 'survey-unsaid'
  if (kind !== 'message') return kind
  if (messageKind === 'human' && 'passedOnBy' in details) return 'passed-on'
  return meaning === 'late' ? 'told-late' : (messageKind ?? 'message')
}

const toldAs = new Set<unknown>([
  ...['merge', 'split', 'move', 'merge-undone', 'split-undone', 'move-undone'],
  ...['danger-heard', 'danger-seen', 'reach-otherwise'],
])

/** Such letters all begin alike: what was promised and by when it is promised now stands in a list. */
const whatIsLate = (letter: string): string => letter.slice(letter.indexOf('\n- ') + 1)

/** What neither of us said: it happened in the world. */
const worldly = new Set(['bounce', 'identity', 'purchase', 'refund', 'visit', 'referral'])

function byOf({ kind, direction, details }: HappenedRow): TimelineEntry['by'] {
  if (kind === 'call') return details['direction'] === 'in' ? 'them' : 'us'
  if (kind === 'survey') return 'them'
  if (kind === 'message') return direction === 'out' ? 'us' : 'them'
  return worldly.has(kind) ? 'world' : 'us'
}
