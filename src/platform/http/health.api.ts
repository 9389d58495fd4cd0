// Two questions for whoever watches: does the process live, and can it store?
import { askWhetherItAnswers } from '../database/connection.ts'
import { openRoute } from './route.ts'

export const healthRoutes = [
  openRoute({
    method: 'GET',
    url: '/api/health',
    summary: 'The process answers.',
    openBecause: 'watchers have no account; it tells nothing but that the process answers',
    answer: () => Promise.resolve({ status: 'alive' }),
  }),
  openRoute({
    method: 'GET',
    url: '/api/ready',
    summary: 'The database answers.',
    openBecause: 'watchers have no account; it tells nothing but that the database answers',
    answer: async (house, _input, { reply }) => {
      try {
        await askWhetherItAnswers(house.pool)
        return { status: 'ready' }
      } catch {
        void reply.code(503)
        return { status: 'the database does not answer' }
      }
    },
  }),
]
