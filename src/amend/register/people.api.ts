// Routes of people lately heard, and of the parts of a person's page.
import { z } from 'zod'
import { route } from '../../platform/http/route.ts'
import { idOf } from '../../shared/wire.schema.ts'
import {
  casesOfPerson,
  knownOfPerson,
  placeQuery,
  purchasesOfPerson,
  recentPeople,
  wordOfMouth,
} from './people.schema.ts'
import { seeCasesOfPerson, seeKnown, seePurchases, seeRecentPeople, seeWordOfMouth } from './see-people.ts'

const params = z.object({ customerId: idOf<'customer'>() })
const reading = { method: 'GET', permission: 'customer.read', isAskedWithCheck: true } as const

export const peopleRoutes = [
  route({
    ...reading,
    url: '/api/customers',
    summary: 'People by when we last spoke with them, a page at a time.',
    query: placeQuery,
    response: recentPeople,
    answer: (ctx, { query }) => seeRecentPeople(ctx, query.after),
  }),
  route({
    ...{ ...reading, url: '/api/customers/:customerId/cases', params },
    summary: 'The cases of a person with what is owed next, the newest first.',
    query: placeQuery,
    response: casesOfPerson,
    answer: (ctx, input) => seeCasesOfPerson(ctx, input.params.customerId, input.query.after),
  }),
  route({
    ...{ ...reading, url: '/api/customers/:customerId/purchases', params },
    summary: 'What a person bought and gave back, the newest first.',
    query: placeQuery,
    response: purchasesOfPerson,
    answer: (ctx, input) => seePurchases(ctx, input.params.customerId, input.query.after),
  }),
  route({
    ...{ ...reading, url: '/api/customers/:customerId/word-of-mouth', params },
    summary: 'Whom a person brought, and by whom they came.',
    response: wordOfMouth,
    answer: (ctx, input) => seeWordOfMouth(ctx, input.params.customerId),
  }),
  route({
    ...{ ...reading, url: '/api/customers/:customerId/known', params },
    summary: 'What we know of a person, and since when.',
    response: knownOfPerson,
    answer: (ctx, input) => seeKnown(ctx, input.params.customerId),
  }),
]
