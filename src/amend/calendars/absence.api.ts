// Routes of absences: a lead says that a colleague is away; that they are back, they can say themselves.
import { z } from 'zod'
import { done } from '../../platform/http/done.schema.ts'
import { route } from '../../platform/http/route.ts'
import { personOf } from '../../platform/staff/staff.api.ts'
import { idOf } from '../../shared/wire.schema.ts'
import { newAbsence } from './absence.schema.ts'
import { sayAbsent, sayBack } from './say-absent.ts'

const params = z.object({ staffId: idOf<'staff'>() })

export const absenceRoutes = [
  route({
    ...{ method: 'PUT', url: '/api/staff/:staffId/absence', permission: 'absence.say', params },
    summary: 'Say that a colleague is away; their cases are covered.',
    body: newAbsence,
    response: done,
    answer: async (ctx, { params: { staffId }, body: { from, until } }) => {
      await sayAbsent(ctx, staffId, { from: from === null ? null : new Date(from), until: new Date(until) })
      return { done: true } as const
    },
  }),
  route({
    ...{ method: 'POST', url: '/api/staff/:staffId/absence/end', permission: 'absence.end', params },
    summary: 'Say that somebody is back.',
    relation: (ctx, { staffId }) => Promise.resolve(staffId === personOf(ctx) ? ('own' as const) : ('any' as const)),
    body: z.strictObject({}).nullish(),
    response: done,
    answer: async (ctx, { params: { staffId } }) => {
      await sayBack(ctx, staffId)
      return { done: true } as const
    },
  }),
]
