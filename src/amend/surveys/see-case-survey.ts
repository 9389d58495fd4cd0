// The survey of one case, for whoever may see what colleagues say about it; never for somebody it is about.
import type { Context } from '../../platform/context/context.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { CaseSurvey } from './survey.schema.ts'
import { surveyOfCase } from './survey.sql.ts'

export async function seeCaseSurvey(ctx: Context, caseId: CaseId): Promise<CaseSurvey> {
  const found = await surveyOfCase(ctx.db, caseId)
  if (!found) return { survey: null }
  const iso = (at: Date | null): string | null => at?.toISOString() ?? null
  const times = { askedAt: iso(found.askedAt), closesAt: iso(found.closesAt), answeredAt: iso(found.answeredAt) }
  return { survey: { ...found, ...times, dueAt: found.dueAt.toISOString(), scores: { ...found.scores } } }
}
