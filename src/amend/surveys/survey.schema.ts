// Surveys as they stand on the wire: settings with the letter they send, the survey of a case, figures of a period.
import { z } from 'zod'
import { instant } from '../../shared/wire.schema.ts'
import { caseKind, channelKind } from '../cases/case.schema.ts'

const state = z.enum(['off', 'on', 'paused'])
const item = z.enum(['outcome', 'process', 'person'])
const score = z.int().min(1).max(5).nullable()

export const surveySettings = z.object({
  state,
  afterHours: z.int(),
  share: z.int(),
  capDays: z.int(),
  version: z.int(),
  /** The letter as somebody would get it. */
  letter: z.object({ subject: z.string(), text: z.string() }),
  /** Why customers cannot be asked as things stand; null where they can. */
  trouble: z.enum(['no-mailbox', 'no-https']).nullable(),
})
export const surveySettingsChange = z.strictObject({
  state,
  afterHours: z.int().min(1).max(720),
  share: z.int().min(1).max(100),
  capDays: z.int().min(1).max(730),
  version: z.int().min(0),
})

/** Null: the case was never settled while customers were asked. */
export const caseSurvey = z.object({
  survey: z
    .object({
      state: z.enum(['waiting', 'not-drawn', 'asked', 'returned', 'left-out']),
      why: z.string().nullable(),
      dueAt: instant,
      askedAt: instant.nullable(),
      closesAt: instant.nullable(),
      answeredAt: instant.nullable(),
      scores: z.object({ outcome: score, process: score, person: score }),
      words: z.string(),
    })
    .nullable(),
})

/** Days of the company's zone, both included, on which customers were asked. */
export const surveyFiguresQuery = z.strictObject({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  kind: caseKind.optional(),
  channel: channelKind.optional(),
})
const interval = z.object({ best: z.number(), least: z.number(), most: z.number() })
export const surveyFigures = z.object({
  from: z.string(),
  to: z.string(),
  asked: z.int(),
  /** Asked by a letter that came back: counted as not asked. */
  returned: z.int(),
  answered: z.int(),
  low: z.int(),
  /** Null where not enough were asked to say. */
  response: interval.nullable(),
  items: z.array(
    z.object({
      item,
      answers: z.int(),
      mean: z.number().nullable(),
      high: interval.nullable(),
      scores: z.array(z.int()).length(5),
    }),
  ),
  /** Fewer are not enough to say. */
  fewest: z.int(),
})

export type SurveySettings = z.output<typeof surveySettings>
export type SurveySettingsChange = z.output<typeof surveySettingsChange>
export type CaseSurvey = z.output<typeof caseSurvey>
export type SurveyFiguresQuery = z.output<typeof surveyFiguresQuery>
export type SurveyFigures = z.output<typeof surveyFigures>
