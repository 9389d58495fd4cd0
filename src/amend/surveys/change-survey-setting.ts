// Settings of surveys: whether customers are asked, when and how many. What was drawn stays drawn; what waits is judged by them when its time comes.
import { recordAudit } from '../../platform/audit/record-audit.ts'
import type { Context } from '../../platform/context/context.ts'
import { findOrganization } from '../../platform/staff/organization.sql.ts'
import { findStaff } from '../../platform/staff/staff.sql.ts'
import { colleagueActing } from '../../platform/context/actor.rules.ts'
import { Refusal } from '../../shared/errors.ts'
import { say } from '../../shared/say.ts'
import { composeSurvey } from './compose-survey.ts'
import { hasMailbox } from './survey-letter.sql.ts'
import { closesAfter, dueAfter, type SurveySetting } from './survey.rules.ts'
import type { SurveySettings, SurveySettingsChange } from './survey.schema.ts'
import { saveSurveySetting, surveySetting } from './survey-setting.sql.ts'

export const seeSurveySettings = async (ctx: Context): Promise<SurveySettings> =>
  viewOf(ctx, await surveySetting(ctx.db))

/** @throws Refusal('conflict') when somebody else changed them meanwhile */
export async function changeSurveySetting(ctx: Context, change: SurveySettingsChange): Promise<SurveySettings> {
  const before = await surveySetting(ctx.db)
  const next = { ...change, version: change.version + 1 }
  const isSaved =
    before.version === change.version && (await saveSurveySetting(ctx.db, ctx.organizationId, next, ctx.now()))
  if (!isSaved)
    throw new Refusal('conflict', 'Somebody else has changed these settings meanwhile. Load them again and look.')
  await recordAudit(ctx, 'surveys.changed', { kind: 'surveys', id: null }, { before, after: next })
  return viewOf(ctx, next)
}

async function viewOf(ctx: Context, setting: SurveySetting): Promise<SurveySettings> {
  const me = colleagueActing(ctx.actor)
  const company = await findOrganization(ctx.db)
  const person = me && (await findStaff(ctx.db, me))
  const facts = {
    ...{ number: `${company?.casePrefix ?? 'A'}-42`, customerName: say('survey.preview.name') },
    ...{ company: company?.name ?? '', timeZone: company?.timeZone ?? 'UTC', ownerName: person ? person.name : '' },
  }
  const letter = composeSurvey(facts, closesAfter(dueAfter(ctx.now(), setting)))
  const isSecure = ctx.house.publicUrl.startsWith('https:')
  const trouble = (await hasMailbox(ctx.db)) ? (isSecure ? null : 'no-https') : 'no-mailbox'
  return { ...setting, letter, trouble }
}
