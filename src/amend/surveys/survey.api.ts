// Routes of surveys for people who work here. The public page: survey-page.api.ts.
import { z } from 'zod'
import { route } from '../../platform/http/route.ts'
import { idOf } from '../../shared/wire.schema.ts'
import { caseRelation } from '../cases/page/see-case.ts'
import { changeSurveySetting, seeSurveySettings } from './change-survey-setting.ts'
import { seeCaseSurvey } from './see-case-survey.ts'
import { seeSurveyFigures } from './see-survey-figures.ts'
import { caseSurvey, surveyFigures, surveyFiguresQuery, surveySettings, surveySettingsChange } from './survey.schema.ts'

export const surveyRoutes = [
  route({
    ...{ method: 'GET', url: '/api/surveys/settings', permission: 'survey.change' },
    summary: 'Whether and how customers are asked, and the letter that asks them.',
    response: surveySettings,
    answer: (ctx) => seeSurveySettings(ctx),
  }),
  route({
    ...{ method: 'PUT', url: '/api/surveys/settings', permission: 'survey.change' },
    summary: 'Ask customers, or otherwise, from now on.',
    body: surveySettingsChange,
    response: surveySettings,
    answer: (ctx, { body }) => changeSurveySetting(ctx, body),
  }),
  route({
    ...{ method: 'GET', url: '/api/surveys/figures', permission: 'register.read' },
    summary: 'What customers answered who were asked in some days.',
    query: surveyFiguresQuery,
    response: surveyFigures,
    answer: (ctx, { query }) => seeSurveyFigures(ctx, query),
  }),
  route({
    ...{ method: 'GET', url: '/api/cases/:caseId/survey', permission: 'case.survey' },
    summary: 'Whether the customer of a case was asked, and what they answered.',
    params: z.object({ caseId: idOf<'case'>() }),
    relation: (ctx, { caseId }) => caseRelation(ctx, caseId),
    response: caseSurvey,
    answer: (ctx, { params }) => seeCaseSurvey(ctx, params.caseId),
  }),
]
