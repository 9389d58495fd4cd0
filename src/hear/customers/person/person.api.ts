// Routes by which people here say that two customers are one person, and that they are not.
import { z } from 'zod'
import { type AnyRoute, route } from '../../../platform/http/route.ts'
import { done } from '../../../platform/http/done.schema.ts'
import { idOf } from '../../../shared/wire.schema.ts'
import { linkPeople, previewLink, seeLinks, separatePeople } from './link-people.ts'
import {
  linkBody,
  linkPreview,
  personLinks,
  refusalBody,
  separateBody,
  sharedBody,
  suggestions,
} from './person.schema.ts'
import { sayShared } from './say-shared.ts'
import { refuseSuggestion, suggestPeople } from './suggest-people.ts'

const params = z.object({ customerId: idOf<'customer'>() })
const bothParams = params.extend({ otherId: idOf<'customer'>() })

export const personRoutes: readonly AnyRoute[] = [
  route({
    ...{ method: 'GET', url: '/api/customers/:customerId/links', permission: 'customer.read', params },
    summary: 'Which customers are one person with this one, and what that rests on.',
    response: personLinks,
    answer: (ctx, input) => seeLinks(ctx, input.params.customerId),
  }),
  route({
    ...{ method: 'GET', url: '/api/customers/:customerId/link-preview/:otherId', permission: 'customer.link' },
    summary: 'What it would join to say that two customers are one person, and what stands between them.',
    ...{ params: bothParams, response: linkPreview },
    answer: (ctx, input) => previewLink(ctx, input.params.customerId, input.params.otherId),
  }),
  route({
    ...{ method: 'GET', url: '/api/customers/:customerId/suggestions', permission: 'customer.link', params },
    summary: 'Who may be the same person, and what speaks for it.',
    response: suggestions,
    answer: (ctx, input) => suggestPeople(ctx, input.params.customerId),
  }),
  route({
    ...{ method: 'POST', url: '/api/customers/:customerId/not-the-same', permission: 'customer.link', params },
    summary: 'Say that another customer is not the same person; it is not suggested again.',
    ...{ body: refusalBody, response: done },
    answer: async (ctx, input) => {
      await refuseSuggestion(ctx, input.params.customerId, input.body.other)
      return { done: true } as const
    },
  }),
  route({
    ...{ method: 'POST', url: '/api/customers/:customerId/link', permission: 'customer.link', params },
    summary: 'Say that two customers are one person. Nothing is moved; it can be taken back.',
    ...{ body: linkBody, response: personLinks },
    answer: (ctx, input) => linkPeople(ctx, input.params.customerId, input.body),
  }),
  route({
    ...{ method: 'POST', url: '/api/customers/:customerId/separate', permission: 'customer.link', params },
    summary: 'Take a link back: they are what they were before it.',
    ...{ body: separateBody, response: personLinks },
    answer: (ctx, input) => separatePeople(ctx, input.params.customerId, input.body),
  }),
  route({
    ...{ method: 'PUT', url: '/api/identities/:identityId/shared', permission: 'customer.link' },
    summary: 'Say whether several people write from an address. It joins nobody, and speaks for nobody.',
    ...{ params: z.object({ identityId: idOf<'identity'>() }), body: sharedBody, response: done },
    answer: async (ctx, input) => {
      await sayShared(ctx, input.params.identityId, input.body)
      return { done: true } as const
    },
  }),
]
