// Every route of this room.
import type { AnyRoute } from '../platform/http/route.ts'
import { caseDoingRoutes } from './cases/case-doing.api.ts'
import { caseFileRoutes } from './cases/case-files.api.ts'
import { caseReadingRoutes } from './cases/case-reading.api.ts'
import { noteRoutes } from './cases/note.api.ts'
import { presenceRoutes } from './cases/presence.api.ts'
import { deskRoutes } from './desk/desk.api.ts'
import { promiseRoutes } from './promises/promise.api.ts'
import { staffNoticeRoutes } from './staff-notices/staff-notice.api.ts'
import { registerRoutes } from './register/register.api.ts'
import { searchRoutes } from './register/search.api.ts'

export const amendRoutes: readonly AnyRoute[] = [
  ...promiseRoutes,
  ...caseReadingRoutes,
  ...caseDoingRoutes,
  ...caseFileRoutes,
  ...noteRoutes,
  ...presenceRoutes,
  ...deskRoutes,
  ...staffNoticeRoutes,
  ...searchRoutes,
  ...registerRoutes,
]
