// The door for what a company brings along from elsewhere: people, orders, visits, who brought whom, and complaints as they went.
import { route } from '../platform/http/route.ts'
import { historyBody, historyTaken } from './history.schema.ts'
import { bringHistory } from './bring-history.ts'

export const historyRoutes = [
  route({
    method: 'POST',
    url: '/api/v1/history',
    summary:
      'Bring along what happened before: up to 5,000 lines, all or, where one cannot be, all but that one with its reason. The same line again changes nothing. Nobody is written to.',
    bodyLimit: 32 * 1024 * 1024,
    permission: 'history.bring',
    body: historyBody,
    response: historyTaken,
    answer: (ctx, { body }) => bringHistory(ctx, body.lines),
  }),
]
