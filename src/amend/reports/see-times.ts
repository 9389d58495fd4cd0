// How long customers waited for a first answer, and until their case was over: the middle one and the slowest tenth, with those who still wait.
import { doneAfter } from '../../stats/survival/product-limit.ts'
import type { Context } from '../../platform/context/context.ts'
import { currentFloor } from '../promises/floor-policy.sql.ts'
import { type Asked, askReport, periodShown } from './ask-report.ts'
import { businessClock } from './business-clock.rules.ts'
import { openStates, overStates } from './case-states.rules.ts'
import type { Days } from './period.rules.ts'
import type { Quantile, Quantiles, TimesReport, TimeTaken } from './report.schema.ts'
import type { ReportQuery } from './report-query.schema.ts'
import { type Taken, timesTaken } from './times.sql.ts'

/** Fewer that are done than this say nothing of the others. */
const fewest = 10

/** @throws Refusal('invalid') as `askReport` does */
export async function seeTimes(ctx: Context, query: ReportQuery): Promise<TimesReport> {
  const asked = await askReport(ctx, query)
  const { cases, span, spanBefore, now } = asked
  const floor = await currentFloor(ctx.db)
  const clock = businessClock(floor?.calendar ?? closed, spanBefore.from, now)
  const taken = await timesTaken(ctx.db, cases, span, spanBefore, now, clock)
  return {
    period: periodShown(asked),
    first: timeTaken(asked, taken, 'first'),
    end: timeTaken(asked, taken, 'end'),
  }
}

/** Before the founding nothing is open, and there are no cases. */
const closed = { timeZone: 'UTC', weekly: {}, holidays: [] }

function timeTaken(asked: Asked, all: readonly Taken[], what: 'first' | 'end'): TimeTaken {
  const { days, before } = asked.period
  const walls = all.filter(({ measure }) => measure === `${what}-wall`)
  const count = (isWanted: (row: Taken) => boolean): number =>
    walls.filter(isWanted).reduce((sum, { cases }) => sum + sumOf(cases), 0)
  const done = (of: Days) => (what === 'first' ? { ...of, answered: 'yes' as const } : { ...of, state: overStates })
  const undone = what === 'first' ? { ...days, answered: 'no' as const } : days
  const scale = (isNow: boolean, name: 'business' | 'wall') =>
    quantilesOf(all.filter((row) => row.measure === `${what}-${name}` && row.isNow === isNow))
  return {
    done: {
      now: asked.figure(
        count((row) => row.isNow && row.isDone),
        done(days),
      ),
      before: asked.figure(
        count((row) => !row.isNow && row.isDone),
        done(before),
      ),
    },
    waiting: asked.figure(
      count((row) => row.isNow && row.isWaiting),
      { ...undone, state: openStates },
    ),
    without:
      what === 'end'
        ? null
        : asked.figure(
            count((row) => row.isNow && !row.isDone && !row.isWaiting),
            { ...undone, state: overStates },
          ),
    ...{ business: scale(true, 'business'), wall: scale(true, 'wall') },
    before: { business: scale(false, 'business'), wall: scale(false, 'wall') },
  }
}

function quantilesOf(rows: readonly Taken[]): Quantiles {
  const seen = rows.flatMap(({ minutes, isDone, cases }) =>
    minutes.map((after, at) => ({ after, done: isDone ? (cases[at] ?? 0) : 0, undone: isDone ? 0 : (cases[at] ?? 0) })),
  )
  const done = sumOf(seen.map((one) => one.done))
  if (done < fewest) return { median: few, ninetieth: few }
  const [median = null, ninetieth = null] = doneAfter(seen, [0.5, 0.9])
  return { median: quantileOf(median), ninetieth: quantileOf(ninetieth) }
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

const few: Quantile = { minutes: null, why: 'few' }
const quantileOf = (minutes: number | null): Quantile => ({ minutes, why: minutes === null ? 'open' : null })
