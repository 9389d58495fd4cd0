// How a company's customers are asked.
import type { Database } from '../../platform/database/transaction.ts'
import type { OrganizationId } from '../../shared/ids.ts'
import { type SurveySetting, usualSetting } from './survey.rules.ts'

export async function surveySetting(db: Database): Promise<SurveySetting> {
  const row = await db.selectFrom('survey_setting').selectAll().executeTakeFirst()
  if (!row) return usualSetting
  const { state, after_hours: afterHours, share, cap_days: capDays, version } = row
  return { state: state as SurveySetting['state'], afterHours, share, capDays, version }
}

/** Writes the version after the one given. False when somebody else wrote meanwhile. */
export async function saveSurveySetting(
  db: Database,
  organizationId: OrganizationId,
  next: SurveySetting,
  at: Date,
): Promise<boolean> {
  const values = {
    ...{ state: next.state, after_hours: next.afterHours, share: next.share, cap_days: next.capDays },
    ...{ version: next.version, changed_at: at },
  }
  const saved = await db
    .insertInto('survey_setting')
    .values({ organization_id: organizationId, ...values })
    .onConflict((conflict) =>
      conflict
        .column('organization_id')
        .doUpdateSet(values)
        .where('survey_setting.version', '=', next.version - 1),
    )
    .executeTakeFirst()
  return (saved.numInsertedOrUpdatedRows ?? 0n) > 0n
}
