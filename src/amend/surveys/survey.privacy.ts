// The surveys' part of erasing, exporting and forgetting.
import { keepNoPerson, type TablePrivacy } from '../../platform/privacy/privacy.ts'
import { blankSurveys, forgetStops, stopRows, surveyRows } from './survey-rights.sql.ts'

export const surveyPrivacy: readonly TablePrivacy[] = [
  ...keepNoPerson('survey_setting'),
  {
    table: 'survey',
    erase: (ctx, customerId) => blankSurveys(ctx.db, customerId),
    exportRows: (ctx, customerId) => surveyRows(ctx.db, customerId),
    retention: 'kept',
  },
  {
    table: 'survey_stop',
    erase: (ctx, customerId) => forgetStops(ctx.db, customerId),
    exportRows: (ctx, customerId) => stopRows(ctx.db, customerId),
    retention: 'kept',
  },
]
