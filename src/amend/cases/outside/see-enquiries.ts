// Whom a case has asked outside, as the wire shows it.
import type { z } from 'zod'
import type { Context } from '../../../platform/context/context.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { enquiries, EnquiryView } from './enquiry.schema.ts'
import { enquiriesOf, type EnquiryRow } from './enquiry.sql.ts'
import { whoActs } from '../work/take-case.ts'

export async function seeEnquiries(ctx: Context, caseId: CaseId): Promise<z.output<typeof enquiries>> {
  const rows = await enquiriesOf(ctx.db, caseId, whoActs(ctx))
  return { enquiries: rows.map((row) => viewOf(row, ctx.now())) }
}

const viewOf = ({ returnedAt, ...row }: EnquiryRow, now: Date): EnquiryView => ({
  ...row,
  askedAt: row.askedAt.toISOString(),
  dueAt: row.dueAt?.toISOString() ?? null,
  answeredAt: row.answeredAt?.toISOString() ?? null,
  state:
    row.answeredAt !== null
      ? 'answered'
      : returnedAt !== null
        ? 'returned'
        : row.dueAt !== null && row.dueAt <= now
          ? 'late'
          : 'asked',
})
