// Every route of this room.
import type { AnyRoute } from '../platform/http/route.ts'
import { absenceRoutes } from './calendars/absence.api.ts'
import { blockRoutes } from './cases/blocks/block.api.ts'
import { caseDoingRoutes } from './cases/work/case-doing.api.ts'
import { caseFileRoutes } from './cases/page/case-files.api.ts'
import { caseReadingRoutes } from './cases/page/case-reading.api.ts'
import { enquiryRoutes } from './cases/outside/enquiry.api.ts'
import { guardRoutes } from './cases/guard/guard.api.ts'
import { noteRoutes } from './cases/notes/note.api.ts'
import { presenceRoutes } from './cases/presence/presence.api.ts'
import { rearrangementRoutes } from './cases/rearranging/rearrangement.api.ts'
import { deskRoutes } from './desk/desk.api.ts'
import { teamRoutes } from './desk/team.api.ts'
import { promiseRoutes } from './promises/promise.api.ts'
import { staffNoticeRoutes } from './staff-notices/staff-notice.api.ts'
import { registerRoutes } from './register/register.api.ts'
import { reportRoutes } from './reports/report.api.ts'
import { surveyPageRoutes } from './surveys/survey-page.api.ts'
import { surveyRoutes } from './surveys/survey.api.ts'
import { topicRoutes } from './topics/topic.api.ts'
import { peopleRoutes } from './register/people.api.ts'
import { searchRoutes } from './register/search.api.ts'

export const amendRoutes: readonly AnyRoute[] = [
  ...absenceRoutes,
  ...promiseRoutes,
  ...caseReadingRoutes,
  ...caseDoingRoutes,
  ...caseFileRoutes,
  ...guardRoutes,
  ...blockRoutes,
  ...noteRoutes,
  ...enquiryRoutes,
  ...presenceRoutes,
  ...rearrangementRoutes,
  ...deskRoutes,
  ...teamRoutes,
  ...staffNoticeRoutes,
  ...surveyRoutes,
  ...surveyPageRoutes,
  ...topicRoutes,
  ...searchRoutes,
  ...peopleRoutes,
  ...registerRoutes,
  ...reportRoutes,
]
