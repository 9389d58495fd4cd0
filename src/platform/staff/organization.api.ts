// Routes about the company itself.
import { route } from '../http/route.ts'
import { changeCompany, seeCompany } from './change-company.ts'
import { company, companyChange } from './organization.schema.ts'

export const organizationRoutes = [
  route({
    method: 'GET',
    url: '/api/company',
    summary: 'The company: its name, business and time zone.',
    permission: 'desk.see',
    response: company,
    answer: (ctx) => seeCompany(ctx),
  }),
  route({
    method: 'PUT',
    url: '/api/company',
    summary: 'Change the name, business or time zone of the company.',
    permission: 'company.change',
    body: companyChange,
    response: company,
    answer: (ctx, { body }) => changeCompany(ctx, body),
  }),
] as const
