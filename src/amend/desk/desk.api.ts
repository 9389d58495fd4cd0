// Routes of the desk.
import { takeNext } from '../cases/work/take-next.ts'
import { route } from '../../platform/http/route.ts'
import { deskQuery, deskView, taken } from './desk.schema.ts'
import { seeDesk } from './see-desk.ts'

export const deskRoutes = [
  route({
    ...{ method: 'GET', url: '/api/desk', permission: 'desk.see' },
    summary: 'What comes next and why, my cases by next promise, and how the promises stand today.',
    query: deskQuery,
    response: deskView,
    answer: (ctx, { query }) => seeDesk(ctx, query.lines),
  }),
  route({
    ...{ method: 'POST', url: '/api/desk/take-next', permission: 'desk.see' },
    summary: 'Take the waiting case that is due first.',
    response: taken,
    answer: (ctx) => takeNext(ctx),
  }),
]
