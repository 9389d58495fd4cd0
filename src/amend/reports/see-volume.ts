// What came in and what ended, day by day or week by week, and by channel.
import type { Context } from '../../platform/context/context.ts'
import { type Asked, askReport, periodShown } from './ask-report.ts'
import type { Days } from './period.rules.ts'
import type { ChannelsReport, Figure, VolumeReport } from './report.schema.ts'
import type { ReportQuery } from './report-query.schema.ts'
import { endedBySteps, receivedByChannel, receivedBySteps } from './volume.sql.ts'

/** @throws Refusal('invalid') as `askReport` does */
export async function seeVolume(ctx: Context, query: ReportQuery): Promise<VolumeReport> {
  const asked = await askReport(ctx, query)
  const { period, cases, span, spanBefore } = asked
  // The period before stands first, as one step.
  const starts = [spanBefore.from, ...period.steps.map((step) => asked.spanOf(step).from)]
  const [received, ended] = await Promise.all([
    receivedBySteps(ctx.db, cases, starts, span.before),
    endedBySteps(ctx.db, cases, starts, span, spanBefore),
  ])
  // In all: a case that ended in two of the steps is one.
  const endedOf = (isStep: (step: number) => boolean): number =>
    ended.filter(({ step }) => isStep(step)).reduce((sum, { first }) => sum + first, 0)
  const countOf = (isStep: (step: number) => boolean, kind: Kind | null): number =>
    received
      .filter((row) => isStep(row.step) && row.kind === (kind ?? row.kind))
      .reduce((sum, { cases }) => sum + cases, 0)
  const pairOf = (kind: Kind | null) => ({
    now: receivedIn(
      asked,
      countOf((step) => step > 1, kind),
      period.days,
      kind,
    ),
    before: receivedIn(
      asked,
      countOf((step) => step === 1, kind),
      period.before,
      kind,
    ),
  })
  const isAbout = (kind: Kind): boolean => (cases.kind ?? kind) === kind
  return {
    period: periodShown(asked),
    received: pairOf(null),
    complaints: isAbout('complaint') ? pairOf('complaint') : null,
    requests: isAbout('request') ? pairOf('request') : null,
    ended: {
      now: endedIn(
        asked,
        endedOf((step) => step > 1),
        period.days,
      ),
      before: endedIn(
        asked,
        endedOf((step) => step === 1),
        period.before,
      ),
    },
    steps: period.steps.map((days, at) => {
      const inStep = (kind: Kind | null) =>
        receivedIn(
          asked,
          countOf((step) => step === at + 2, kind),
          days,
          kind,
        )
      return {
        ...days,
        received: inStep(null),
        complaints: isAbout('complaint') ? inStep('complaint') : null,
        requests: isAbout('request') ? inStep('request') : null,
        ended: endedIn(asked, ended.find(({ step }) => step === at + 2)?.cases ?? 0, days),
      }
    }),
  }
}

type Kind = 'complaint' | 'request'

const receivedIn = (asked: Asked, cases: number, days: Days, kind: Kind | null): Figure =>
  asked.figure(cases, { ...days, ...(kind && { kind }) })

const endedIn = (asked: Asked, cases: number, { from, to }: Days): Figure =>
  asked.figure(cases, { did: 'ended', doneFrom: from, doneTo: to })

/** @throws Refusal('invalid') as `askReport` does */
export async function seeChannels(ctx: Context, query: ReportQuery): Promise<ChannelsReport> {
  const asked = await askReport(ctx, query)
  const { period } = asked
  const rows = await receivedByChannel(ctx.db, asked.cases, asked.span, asked.spanBefore)
  return {
    period: periodShown(asked),
    channels: rows.map(({ channel, now, before }) => ({
      channel,
      received: {
        now: asked.figure(now, { ...period.days, channel }),
        before: asked.figure(before, { ...period.before, channel }),
      },
    })),
  }
}
