// Routes of the team, for those who lead. Moving a case is a handover: case-doing.api.ts.
import { route } from '../../platform/http/route.ts'
import { seeTeam, seeTeamCases } from './see-team.ts'
import { teamCases, teamCasesQuery, teamView } from './team.schema.ts'

export const teamRoutes = [
  route({
    ...{ method: 'GET', url: '/api/team', permission: 'team.see' },
    summary: 'How much each colleague has, what runs out today, and who is away.',
    response: teamView,
    answer: (ctx) => seeTeam(ctx),
  }),
  route({
    ...{ method: 'GET', url: '/api/team/cases', permission: 'team.see' },
    summary: 'Open cases of one colleague, those nobody has taken, or those at risk today.',
    query: teamCasesQuery,
    response: teamCases,
    answer: (ctx, { query }) => seeTeamCases(ctx, query.of, query.lines),
  }),
]
