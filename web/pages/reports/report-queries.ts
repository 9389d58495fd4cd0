// Questions of the reports, one for each panel.
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import {
  backlogReport,
  channelsReport,
  handlersReport,
  promisesReport,
  timesReport,
  topicsReport,
  frequentWordsReport,
  volumeReport,
} from '../../../src/amend/reports/report.schema.ts'
import { ask } from '../../api.ts'
import type { ReportQuery } from './report-search.ts'

/** What was shown stays while another period is asked for. */
const panelQuery =
  <Shape extends z.ZodType>(name: string, shape: Shape) =>
  (asked: ReportQuery) =>
    queryOptions({
      queryKey: ['reports', name, asked],
      queryFn: ({ signal }) => ask(shape, `/api/reports/${name}?${wordsOf(asked)}`, signal),
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    })

const wordsOf = (asked: ReportQuery): string =>
  new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)])).toString()

export const volumeQuery = panelQuery('volume', volumeReport)
export const backlogQuery = panelQuery('backlog', backlogReport)
export const timesQuery = panelQuery('times', timesReport)
export const promisesQuery = panelQuery('promises', promisesReport)
export const channelsQuery = panelQuery('channels', channelsReport)
export const frequentWordsQuery = panelQuery('frequent-words', frequentWordsReport)
export const topicsQuery = panelQuery('topics', topicsReport)
export const handlersQuery = panelQuery('handlers', handlersReport)
