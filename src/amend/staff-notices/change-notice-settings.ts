// A person's own notice settings: seen and changed.
import type { Context } from '../../platform/context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import { checkCalendar } from '../calendars/calendar-check.rules.ts'
import type { WeeklyHours } from '../calendars/weekly-hours.rules.ts'
import { whoActs } from '../cases/work/take-case.ts'
import { mailboxForNotices } from './mail-notice.ts'
import { type KeptWebhook, type NoticeSetting, noticeSetting, saveChoices } from './notice-setting.sql.ts'
import { isUrgent, mostFailures, noticeKinds, noticeWays, waysFor } from './staff-notice.rules.ts'
import type { NoticeSettings, NoticeSettingsChange } from './staff-notice.schema.ts'

export async function seeNoticeSettings(ctx: Context): Promise<NoticeSettings> {
  const [setting, mailbox] = [await ownSetting(ctx), await mailboxForNotices(ctx)]
  return {
    kinds: [...noticeKinds],
    always: noticeKinds.filter(isUrgent),
    choices: Object.fromEntries(
      noticeKinds.map((kind) => [kind, noticeWays.filter((way) => waysFor(kind, setting.choices).includes(way))]),
    ),
    weekly: setting.weekly as NoticeSettings['weekly'],
    timeZone: setting.timeZone,
    promisesAlways: setting.promisesAlways,
    mail: typeof mailbox === 'string' ? mailbox : 'possible',
    webhook: setting.webhook && shown(setting.webhook),
    mostFailures,
  }
}

const shown = ({ host, offAt, failures, failingSince, why }: KeptWebhook): NonNullable<NoticeSettings['webhook']> => ({
  ...{ host, isOff: offAt !== null, failures, why },
  failingSince: failingSince?.toISOString() ?? null,
})

/** @throws Refusal('invalid') for hours or a zone that cannot be */
export async function changeNoticeSettings(ctx: Context, change: NoticeSettingsChange): Promise<NoticeSettings> {
  const week = change.weekly ?? { '0': [[0, 1440]] }
  const problems = checkCalendar({ timeZone: change.timeZone, weekly: week, holidays: [] })
  if (problems.length > 0) throw new Refusal('invalid', problems.join(' '))
  const weekly = change.weekly as WeeklyHours | null
  await saveChoices(ctx.db, ctx.organizationId, whoActs(ctx), { ...change, weekly })
  return seeNoticeSettings(ctx)
}

/** The setting of whoever asks. */
export async function ownSetting(ctx: Context): Promise<NoticeSetting> {
  const setting = await noticeSetting(ctx.db, whoActs(ctx))
  if (!setting) throw new Refusal('not-found', 'You are not known here.')
  return setting
}
