// Which of the promises that fell due were kept, which were late, and what is still open: by kind, in cases.
import type { Context } from '../../platform/context/context.ts'
import { promiseKind } from '../promises/promise.schema.ts'
import { askReport, periodShown } from './ask-report.ts'
import { type CameOf, whatCame } from './promises-kept.sql.ts'
import type { Pair, PromisesReport } from './report.schema.ts'
import type { ReportQuery } from './report-query.schema.ts'

/** @throws Refusal('invalid') as `askReport` does */
export async function seePromisesKept(ctx: Context, query: ReportQuery): Promise<PromisesReport> {
  const asked = await askReport(ctx, query)
  const { days, before } = asked.period
  const rows = await whatCame(ctx.db, asked.cases, asked.span, asked.spanBefore, asked.now)
  const pairOf = (promise: CameOf['kind'], promised: CameOf['came']): Pair => {
    const [now = 0, then = 0] = [true, false].map(
      (isNow) => rows.find((row) => row.kind === promise && row.came === promised && row.isNow === isNow)?.cases,
    )
    return {
      now: asked.figure(now, { promise, promised, dueFrom: days.from, dueTo: days.to }),
      before: asked.figure(then, { promise, promised, dueFrom: before.from, dueTo: before.to }),
    }
  }
  return {
    period: periodShown(asked),
    kinds: promiseKind.options.map((kind) => ({
      kind,
      ...{ kept: pairOf(kind, 'kept'), late: pairOf(kind, 'late') },
      ...{ open: pairOf(kind, 'open'), released: pairOf(kind, 'released') },
    })),
  }
}
