// A case was settled: a draw decides whether its customer will be asked. Nobody who works here has a say in it.
import type { Context } from '../../platform/context/context.ts'
import { logDecision } from '../../platform/decisions/log-decision.ts'
import type { CaseId } from '../../shared/ids.ts'
import { draw, dueAfter, type SurveySetting } from './survey.rules.ts'
import { surveySetting } from './survey-setting.sql.ts'
import { addSurvey, type CaseToDraw, caseToDraw, waitAgain } from './survey.sql.ts'

/** Drawn once a case. A case that is settled anew after it was opened again waits anew. */
export async function drawCase(ctx: Context, caseId: CaseId): Promise<void> {
  const setting = await surveySetting(ctx.db)
  if (setting.state === 'off') return
  const found = await caseToDraw(ctx.db, caseId)
  if (!found || found.resolvedAt === null || (found.state !== 'resolved' && found.state !== 'closed')) return
  const dueAt = dueAfter(found.resolvedAt, setting)
  if (found.survey !== null) await waitAgain(ctx.db, caseId, dueAt)
  else await drawNow(ctx, caseId, found, setting, dueAt)
}

async function drawNow(
  ctx: Context,
  caseId: CaseId,
  { customerId }: CaseToDraw,
  setting: SurveySetting,
  dueAt: Date,
): Promise<void> {
  const { isDrawn, propensity } = draw(setting, ctx.house.random.next())
  const { share, version: settingVersion } = setting
  const survey = { caseId, customerId, isDrawn, chance: share / 100, settingVersion, dueAt }
  if (!(await addSurvey(ctx.db, ctx.organizationId, survey))) return
  logDecision(ctx, {
    ...{ kind: 'survey-draw', customerId, caseId, propensity, inputs: { share }, policyVersion: settingVersion },
    ...{ chosen: isDrawn ? 'ask' : 'do-not-ask', alternatives: [isDrawn ? 'do-not-ask' : 'ask'] },
    reason: `Of a hundred settled cases ${String(share)} are drawn to be asked about. A draw decides, and no person.`,
  })
}
