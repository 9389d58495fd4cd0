// What cases are about, as people say: by topic of the company and by stage of the journey, with those of which nobody has said it.
import type { Context } from '../../platform/context/context.ts'
import { askReport, periodShown } from './ask-report.ts'
import type { TopicsReport } from './report.schema.ts'
import type { ReportQuery } from './report-query.schema.ts'
import { receivedByStage, receivedByTopic } from './topics.sql.ts'

/** @throws Refusal('invalid') as `askReport` does */
export async function seeTopics(ctx: Context, query: ReportQuery): Promise<TopicsReport> {
  const asked = await askReport(ctx, query)
  const { cases, span, spanBefore, period } = asked
  const topics = await receivedByTopic(ctx.db, cases, span, spanBefore)
  const stages = await receivedByStage(ctx.db, cases, span, spanBefore)
  return {
    period: periodShown(asked),
    topics: topics.map(({ topicId, name, now, before }) => {
      const topic = topicId ?? 'none'
      return {
        name,
        received: {
          now: asked.figure(now, { ...period.days, topic }),
          before: asked.figure(before, { ...period.before, topic }),
        },
      }
    }),
    stages: stages.map(({ stage, now, before }) => ({
      stage,
      received: {
        now: asked.figure(now, { ...period.days, stage: stage ?? 'none' }),
        before: asked.figure(before, { ...period.before, stage: stage ?? 'none' }),
      },
    })),
  }
}
