// This room's part of erasing, exporting and forgetting.
import type { TablePrivacy } from '../platform/privacy/privacy.ts'
import { calendarPrivacy } from './calendars/calendar.privacy.ts'
import { casePrivacy } from './cases/case.privacy.ts'
import { staffNoticePrivacy } from './staff-notices/staff-notice.privacy.ts'
import { registerPrivacy } from './register/register.privacy.ts'
import { topicsPrivacy } from './topics/topics.privacy.ts'
import { surveyPrivacy } from './surveys/survey.privacy.ts'

export const amendPrivacy: readonly TablePrivacy[] = [
  ...calendarPrivacy,
  ...casePrivacy,
  ...staffNoticePrivacy,
  ...surveyPrivacy,
  ...registerPrivacy,
  ...topicsPrivacy,
]
