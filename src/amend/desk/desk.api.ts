// Routes of the desk.
import { takeNext } from '../cases/take-next.ts'
import { route } from '../../platform/http/route.ts'
import { deskView, taken } from './desk.schema.ts'
import { seeDesk } from './see-desk.ts'

export const deskRoutes = [
  route({
    ...{ method: 'GET', url: '/api/desk', permission: 'desk.see' },
    summary: 'What comes next and why, my cases by next promise, and how the promises stand today.',
    response: deskView,
    answer: (ctx) => seeDesk(ctx),
  }),
  route({
    ...{ method: 'POST', url: '/api/desk/take-next', permission: 'desk.see' },
    summary: 'Take the waiting case that is due first.',
    response: taken,
    answer: (ctx) => takeNext(ctx),
  }),
]
