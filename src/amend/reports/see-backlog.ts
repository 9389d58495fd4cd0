// What was open at the end of each day or week, how old it was, and how old it is at the end of the period.
import type { Context } from '../../platform/context/context.ts'
import { askReport, periodShown } from './ask-report.ts'
import { openAtEach } from './backlog.rules.ts'
import { openByAge, openStretches } from './backlog.sql.ts'
import { daysOn } from './period.rules.ts'
import type { BacklogReport } from './report.schema.ts'
import type { ReportQuery } from './report-query.schema.ts'

/** Received so many days before, or earlier. */
const oldAfterDays = 7
/** Where the ages begin, in days before the last one. */
const ageStarts = [0, 2, 7, 30] as const

/** @throws Refusal('invalid') as `askReport` does */
export async function seeBacklog(ctx: Context, query: ReportQuery): Promise<BacklogReport> {
  const asked = await askReport(ctx, query)
  const { period, cases } = asked
  const { to } = period.days
  const lastDays = [period.before.to, ...period.steps.map((step) => step.to)]
  const endOf = (day: string): Date => asked.spanOf({ from: day, to: day }).before
  const ends = lastDays.map(endOf)
  // Newest first as people read it, earliest first as it is counted.
  const begins = ageStarts.map((days) => endOf(daysOn(to, -days))).reverse()
  const [stretches, ages] = await Promise.all([
    openStretches(
      ctx.db,
      cases,
      ends,
      lastDays.map((day) => endOf(daysOn(day, -oldAfterDays))),
    ),
    openByAge(ctx.db, cases, endOf(to), begins),
  ])
  const [before, ...counts] = openAtEach(stretches, ends.length)
  const at = (day: string, count: { readonly open: number; readonly old: number } | undefined) => ({
    open: asked.figure(count?.open ?? 0, { openOn: day }),
    old: asked.figure(count?.old ?? 0, { openOn: day, to: daysOn(day, -oldAfterDays) }),
  })
  const [now, then] = [at(to, counts.at(-1)), at(period.before.to, before)]
  return {
    period: periodShown(asked),
    oldAfterDays,
    open: { now: now.open, before: then.open },
    old: { now: now.old, before: then.old },
    ages: ageStarts.map((fromDays, index) => {
      const next = ageStarts[index + 1]
      const age = ageStarts.length - 1 - index
      const received = { ...(next !== undefined && { from: daysOn(to, 1 - next) }), to: daysOn(to, -fromDays) }
      const found = ages.find((one) => one.age === age)?.cases ?? 0
      return {
        fromDays,
        toDays: next === undefined ? null : next - 1,
        open: asked.figure(found, { openOn: to, ...received }),
      }
    }),
    steps: period.steps.map((days, index) => ({ ...days, ...at(days.to, counts[index]) })),
  }
}
