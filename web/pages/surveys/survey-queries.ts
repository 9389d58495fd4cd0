// Questions about surveys: settings, the figures of some days, the survey of a case.
import { queryOptions } from '@tanstack/react-query'
import {
  caseSurvey,
  surveyFigures,
  type SurveyFiguresQuery,
  surveySettings,
  type SurveySettings,
  type SurveySettingsChange,
} from '../../../src/amend/surveys/survey.schema.ts'
import { ask, send } from '../../api.ts'

export type { SurveySettings, SurveySettingsChange }

export const surveySettingsQuery = queryOptions({
  queryKey: ['survey-settings'],
  queryFn: ({ signal }) => ask(surveySettings, '/api/surveys/settings', signal),
})

export const saveSurveySettings = (change: SurveySettingsChange) =>
  send(surveySettings, 'PUT', '/api/surveys/settings', change)

export const surveyFiguresQuery = (asked: SurveyFiguresQuery) =>
  queryOptions({
    queryKey: ['survey-figures', asked],
    queryFn: ({ signal }) => {
      const words = Object.entries(asked).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
      return ask(surveyFigures, `/api/surveys/figures?${new URLSearchParams(words).toString()}`, signal)
    },
  })

export const caseSurveyQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'survey'],
    queryFn: ({ signal }) => ask(caseSurvey, `/api/cases/${caseId}/survey`, signal),
  })
