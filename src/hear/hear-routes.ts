// Every route of this room.
import type { AnyRoute } from '../platform/http/route.ts'
import { brandRoutes } from './channels/brands/brand.api.ts'
import { channelRoutes } from './channels/channel.api.ts'
import { personRoutes } from './customers/person/person.api.ts'
import { representationRoutes } from './customers/representatives/representation.api.ts'
import { complaintRoutes } from './intake/api/complaint.api.ts'
import { formRoutes } from './intake/form/form.api.ts'
import { quarantineRoutes } from './intake/intake.api.ts'

export const hearRoutes: readonly AnyRoute[] = [
  ...channelRoutes,
  ...brandRoutes,
  ...quarantineRoutes,
  ...complaintRoutes,
  ...formRoutes,
  ...personRoutes,
  ...representationRoutes,
]
