// Routes of the reports: one for each panel, so that each fails alone.
import type { z } from 'zod'
import type { Context } from '../../platform/context/context.ts'
import { type AnyRoute, route } from '../../platform/http/route.ts'
import { backlogReport, channelsReport, handlersReport, promisesReport } from './report.schema.ts'
import { type ReportQuery } from './report-query.schema.ts'
import { timesReport, topicsReport, frequentWordsReport, volumeReport } from './report.schema.ts'
import { reportQuery } from './report-query.schema.ts'
import { seeBacklog } from './see-backlog.ts'
import { seeHandlers } from './see-handlers.ts'
import { seePromisesKept } from './see-promises-kept.ts'
import { seeTimes } from './see-times.ts'
import { seeFrequentWords } from './see-frequent-words.ts'
import { seeTopics } from './see-topics.ts'
import { seeChannels, seeVolume } from './see-volume.ts'

const panel = (
  name: string,
  summary: string,
  response: z.ZodType,
  see: (ctx: Context, query: ReportQuery) => Promise<unknown>,
): AnyRoute =>
  route({
    ...{ method: 'GET', url: `/api/reports/${name}`, permission: 'report.read', summary, query: reportQuery, response },
    answer: (ctx, { query }) => see(ctx, query),
  })

export const reportRoutes: readonly AnyRoute[] = [
  panel('volume', 'Cases received and ended, by day or week.', volumeReport, seeVolume),
  panel('backlog', 'Cases open at the end of each day or week, and how old they were.', backlogReport, seeBacklog),
  panel('times', 'Time to the first answer and to the end, median and 90th percentile.', timesReport, seeTimes),
  panel('promises', 'Promises that fell due: kept, late, open.', promisesReport, seePromisesKept),
  panel('channels', 'Cases received by channel.', channelsReport, seeChannels),
  panel('frequent-words', 'Words that many matters have, with examples.', frequentWordsReport, seeFrequentWords),
  panel('topics', 'Cases received by topic and by stage of the journey, as people say.', topicsReport, seeTopics),
  panel('handlers', 'What everybody has open, took, answered and ended.', handlersReport, seeHandlers),
]
