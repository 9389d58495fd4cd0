// What a report is asked with, said exactly: days as instants of the company's zone, and the filter that every figure begins with.
import { startOfDate, endOfDate } from '../desk/day.rules.ts'
import { zonedDate } from '../register/exported-line.rules.ts'
import type { RegisterFilter } from '../register/register.schema.ts'
import type { Context } from '../../platform/context/context.ts'
import { findOrganization } from '../../platform/staff/organization.sql.ts'
import { type AskedCases, prepareForMuch, type Span } from './asked-cases.sql.ts'
import { type Days, type Period, periodOf } from './period.rules.ts'
import type { Figure, ReportPeriod } from './report.schema.ts'
import type { ReportQuery } from './report-query.schema.ts'

export interface Asked {
  readonly period: Period
  readonly cases: AskedCases
  readonly now: Date
  /** The period, and the one before. */
  readonly span: Span
  readonly spanBefore: Span
  spanOf(days: Days): Span
  /** So many cases, and the filter of the register that opens them. */
  figure(cases: number, filter: RegisterFilter): Figure
}

/** @throws Refusal('invalid') for a day that no calendar has, and for a period that is too long or ends before it begins */
export async function askReport(ctx: Context, { kind, channel, ...days }: ReportQuery): Promise<Asked> {
  const [company] = await Promise.all([findOrganization(ctx.db), prepareForMuch(ctx.db)])
  const zone = company?.timeZone ?? 'UTC'
  const period = periodOf(days, zonedDate(ctx.now(), zone))
  const spanOf = ({ from, to }: Days): Span => ({ from: startOfDate(from, zone), before: endOfDate(to, zone) })
  const everywhere: RegisterFilter = { ...(kind && { kind }), ...(channel && { channel }) }
  const except = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null
  return {
    ...{ period, spanOf, now: ctx.now(), span: spanOf(period.days), spanBefore: spanOf(period.before) },
    cases: { kind: kind ?? null, channel: channel ?? null, except },
    figure: (cases, filter) => ({ cases, filter: { ...filter, ...everywhere } }),
  }
}

export const periodShown = ({ period: { days, before, step } }: Asked): ReportPeriod => ({ days, before, step })
