// A customer's timeline as the wire shows it.
import type { z } from 'zod'
import type { Context } from '../../platform/context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import { isId, type CaseId, type CustomerId } from '../../shared/ids.ts'
import type { timeline, TimelineEntry } from './case-messages.schema.ts'
import { customerOfCase, happenedWith, type HappenedRow } from './timeline.sql.ts'

type Timeline = z.output<typeof timeline>
const most = 50

/** Everything with the customer of a case. @throws Refusal('not-found') */
export async function seeTimelineOfCase(ctx: Context, caseId: CaseId, before: string | undefined): Promise<Timeline> {
  const customerId = await customerOfCase(ctx.db, caseId)
  if (customerId === null) throw new Refusal('not-found', 'There is no such case.')
  return seeTimeline(ctx, customerId, before)
}

export async function seeTimeline(ctx: Context, customerId: CustomerId, before: string | undefined): Promise<Timeline> {
  if (before !== undefined && !isId(before)) throw new Refusal('invalid', 'This is no place on the timeline.')
  const rows = await happenedWith(ctx.db, customerId, before ?? null, most + 1)
  const page = rows.slice(0, most)
  return { entries: page.map(entryOf), earlier: rows.length > most ? (page.at(-1)?.interactionId ?? null) : null }
}

const entryOf = (row: HappenedRow): TimelineEntry => ({
  at: row.at.toISOString(),
  kind: row.kind === 'message' ? (row.messageKind ?? 'message') : row.kind,
  text: row.text ?? '',
  by: byOf(row),
  details: { ...row.details },
  caseId: row.caseId,
})

function byOf({ kind, direction }: HappenedRow): TimelineEntry['by'] {
  if (kind === 'message') return direction === 'out' ? 'us' : 'them'
  return kind === 'bounce' || kind === 'identity' ? 'world' : 'us'
}
