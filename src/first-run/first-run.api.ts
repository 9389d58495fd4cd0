// Routes of the first run: is it needed, and the one answer that founds everything.
import { openRoute } from '../platform/http/route.ts'
import { homeOrganization } from '../platform/jobs/organizations.sql.ts'
import { giveCookie } from '../platform/staff/cookie.api.ts'
import { firstRun, firstRunNeeded, me } from '../platform/staff/staff.schema.ts'
import { foundCompany } from './found-company.ts'

export const firstRunRoutes = [
  openRoute({
    method: 'GET',
    url: '/api/first-run',
    summary: 'Whether this desk still has to be set up.',
    openBecause: 'nobody is known before it; it tells only yes or no',
    response: firstRunNeeded,
    answer: async (house) => ({ needed: (await homeOrganization(house.pool)) === null }),
  }),
  openRoute({
    method: 'POST',
    url: '/api/first-run',
    summary: 'Set this desk up; possible once.',
    openBecause: 'nobody is known before it; refused as soon as a company exists',
    body: firstRun,
    response: me,
    status: 201,
    answer: async (house, { body }, { reply }) => giveCookie(house, reply, await foundCompany(house, body)),
  }),
]
