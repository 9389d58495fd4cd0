// Reports as they stand on the wire. Every figure is a number of cases, with the filter of the register that opens just these.
import { z } from 'zod'
import { journeyStage } from '../topics/topic.schema.ts'
import { channelKind } from '../cases/case.schema.ts'
import { promiseKind } from '../promises/promise.schema.ts'
import { registerFilter } from '../register/register.schema.ts'
import { idOf } from '../../shared/wire.schema.ts'

export const figure = z.object({ cases: z.int(), filter: registerFilter })
/** In the period, and in the one before. */
const pair = z.object({ now: figure, before: figure })
const days = z.object({ from: z.iso.date(), to: z.iso.date() })
const period = z.object({ days, before: days, step: z.enum(['day', 'week']) })
const steps = <Shape extends z.ZodRawShape>(shape: Shape) => z.array(days.extend(shape))

/** What came in and what ended. A case that ended twice counts once. Null is a kind that the report is not about. */
export const volumeReport = z.object({
  period,
  received: pair,
  complaints: pair.nullable(),
  requests: pair.nullable(),
  ended: pair,
  steps: steps({ received: figure, complaints: figure.nullable(), requests: figure.nullable(), ended: figure }),
})

/** What was open at the end of each step; `old` of it had been received more than `oldAfterDays` before. */
export const backlogReport = z.object({
  period,
  oldAfterDays: z.int(),
  open: pair,
  old: pair,
  /** At the end of the period, by how many days ago it was received. */
  ages: z.array(z.object({ fromDays: z.int(), toDays: z.int().nullable(), open: figure })),
  steps: steps({ open: figure, old: figure }),
})

/** Whole minutes; null where too few are done to say, or too many still wait. */
const quantile = z.object({ minutes: z.int().nullable(), why: z.enum(['few', 'open']).nullable() })
const quantiles = z.object({ median: quantile, ninetieth: quantile })
const timeTaken = z.object({
  /** What these times are of. */
  done: pair,
  /** Still open and not done: counted as longer than they have waited so far. */
  waiting: figure,
  /** Over without it: counted as longer than they were open. Null where being over is what is measured. */
  without: figure.nullable(),
  business: quantiles,
  wall: quantiles,
  before: z.object({ business: quantiles, wall: quantiles }),
})
export const timesReport = z.object({ period, first: timeTaken, end: timeTaken })

/** Promises that fell due in the period. A case stands once in each figure that it belongs to. */
export const promisesReport = z.object({
  period,
  kinds: z.array(z.object({ kind: promiseKind, kept: pair, late: pair, open: pair, released: pair })),
})

export const channelsReport = z.object({
  period,
  channels: z.array(z.object({ channel: channelKind, received: pair })),
})

/** Null: nobody has said it. */
export const topicsReport = z.object({
  period,
  topics: z.array(z.object({ name: z.string().nullable(), received: pair })),
  stages: z.array(z.object({ stage: journeyStage.nullable(), received: pair })),
})

/** Words that stand in the matter of many cases. `looked`: the newest cases, out of which they were chosen. */
export const frequentWordsReport = z.object({
  period,
  looked: z.int(),
  frequent: z.array(
    z.object({
      words: z.string(),
      received: pair,
      examples: z.array(z.object({ caseId: idOf<'case'>(), number: z.string(), matter: z.string() })),
    }),
  ),
})

export const handlersReport = z.object({
  period,
  /** In the order of their names. */
  handlers: z.array(
    z.object({
      staffId: idOf<'staff'>(),
      name: z.string(),
      isHere: z.boolean(),
      open: figure,
      late: figure,
      taken: figure,
      answered: figure,
      ended: figure,
    }),
  ),
  /** Cases that nobody owns yet. */
  nobody: z.object({ open: figure, late: figure }),
})

export type Figure = z.output<typeof figure>
export type Pair = z.output<typeof pair>
export type ReportPeriod = z.output<typeof period>
export type VolumeReport = z.output<typeof volumeReport>
export type BacklogReport = z.output<typeof backlogReport>
export type Quantile = z.output<typeof quantile>
export type Quantiles = z.output<typeof quantiles>
export type TimeTaken = z.output<typeof timeTaken>
export type TimesReport = z.output<typeof timesReport>
export type PromisesReport = z.output<typeof promisesReport>
export type ChannelsReport = z.output<typeof channelsReport>
export type TopicsReport = z.output<typeof topicsReport>
export type FrequentWordsReport = z.output<typeof frequentWordsReport>
export type HandlersReport = z.output<typeof handlersReport>
