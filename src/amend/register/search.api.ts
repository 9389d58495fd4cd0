// Routes of search and of a person's page.
import { z } from 'zod'
import { route } from '../../platform/http/route.ts'
import { timeline, timelineQuery } from '../cases/page/case-messages.schema.ts'
import { seeTimeline } from '../cases/page/see-timeline.ts'
import { idOf } from '../../shared/wire.schema.ts'
import { lookFor, seePerson } from './look-for.ts'
import { personView, searchFound, searchQuery } from './search.schema.ts'

const params = z.object({ customerId: idOf<'customer'>() })

export const searchRoutes = [
  route({
    ...{ method: 'GET', url: '/api/search', permission: 'desk.see' },
    summary: 'People and cases by name, address, number or words.',
    query: searchQuery,
    response: searchFound,
    answer: (ctx, { query }) => lookFor(ctx, query.q, query.limit),
  }),
  route({
    ...{ method: 'GET', url: '/api/customers/:customerId', permission: 'customer.read' },
    summary: 'A person: their addresses and their cases.',
    params,
    response: personView,
    answer: (ctx, input) => seePerson(ctx, input.params.customerId),
  }),
  route({
    ...{ method: 'GET', url: '/api/customers/:customerId/timeline', permission: 'customer.read' },
    summary: 'Everything that happened with a person, newest first.',
    params,
    query: timelineQuery,
    response: timeline,
    answer: async (ctx, input) => {
      await seePerson(ctx, input.params.customerId) // whoever is not here has no timeline either
      return seeTimeline(ctx, { customerId: input.params.customerId }, input.query.before)
    },
  }),
]
