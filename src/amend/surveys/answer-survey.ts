// A customer answers, or changes their answer: kept, put on their timeline, told to whoever answers for the case where somebody is unhappy.
// "It is still not right" is a message of theirs, and goes the way of all messages.
import { noteInteraction } from '../../hear/customers/note-interaction.ts'
import type { Context } from '../../platform/context/context.ts'
import type { CaseId } from '../../shared/ids.ts'
import { noteForStaff } from '../staff-notices/note-for-staff.ts'
import { sayStillBroken } from './say-still-broken.ts'
import { isUnhappy, type Scores } from './survey.rules.ts'
import { type AskedSurvey, findAsked, saveAnswer } from './survey.sql.ts'

export interface SurveyAnswer {
  readonly scores: Scores
  /** Theirs, as the database can keep them. */
  readonly words: string
  readonly isStillBroken: boolean
}

/** Whether it can be answered now: `gone` where nobody is asked any more. */
export function standingOf(survey: AskedSurvey | null, now: Date): 'open' | 'over' | 'gone' {
  if (!survey || survey.isErased) return 'gone'
  return survey.closesAt <= now ? 'over' : 'open'
}

/** @returns how it stands; nothing was kept unless it is open */
export async function answerSurvey(
  ctx: Context,
  caseId: CaseId,
  { scores, words, isStillBroken }: SurveyAnswer,
): Promise<'open' | 'over' | 'gone'> {
  const survey = await findAsked(ctx.db, caseId, true)
  const standing = standingOf(survey, ctx.now())
  if (!survey || standing !== 'open') return standing
  await saveAnswer(ctx.db, caseId, scores, words, ctx.now())
  const details = { ...scores, hasWords: words !== '', isChange: survey.answeredAt !== null }
  noteInteraction(ctx, { customerId: survey.customerId, kind: 'survey', caseId, details })
  if (isUnhappy(scores)) await tellOwner(ctx, caseId)
  ctx.emit({ kind: 'case.changed', caseId })
  if (isStillBroken) await sayStillBroken(ctx, survey, words)
  return 'open'
}

const tellOwner = (ctx: Context, caseId: CaseId): Promise<void> =>
  noteForStaff(ctx, [
    {
      ...{ kind: 'customer-unhappy', caseId, sourceId: caseId },
      ...{ to: null, by: null, since: null, dueAt: null },
    },
  ])
