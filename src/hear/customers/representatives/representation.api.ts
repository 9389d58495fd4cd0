// Routes by which people here say who writes for a customer, that they saw the mandate, and that it has ended.
import { z } from 'zod'
import { done } from '../../../platform/http/done.schema.ts'
import { type AnyRoute, route } from '../../../platform/http/route.ts'
import { idOf } from '../../../shared/wire.schema.ts'
import { mandateShown, newRepresentative, representationEnded, representations } from './representation.schema.ts'
import { endRepresentation, represent, seeRepresentations, showMandate } from './represent.ts'

const ofCustomer = z.object({ customerId: idOf<'customer'>() })
const ofOne = z.object({ representationId: idOf<'representation'>() })

export const representationRoutes: readonly AnyRoute[] = [
  route({
    ...{ method: 'GET', url: '/api/customers/:customerId/representations', permission: 'customer.read' },
    summary: 'For whom a person writes, and who writes for them.',
    ...{ params: ofCustomer, response: representations },
    answer: (ctx, input) => seeRepresentations(ctx, input.params.customerId),
  }),
  route({
    ...{ method: 'POST', url: '/api/customers/:customerId/representatives', permission: 'customer.link' },
    summary: 'Say that another customer writes for this one. They stay two.',
    ...{ params: ofCustomer, body: newRepresentative, response: representations },
    answer: (ctx, input) => represent(ctx, input.params.customerId, input.body),
  }),
  route({
    ...{ method: 'POST', url: '/api/representations/:representationId/mandate', permission: 'customer.link' },
    summary: 'Say that the mandate was shown, and by which document.',
    ...{ params: ofOne, body: mandateShown, response: done },
    answer: async (ctx, input) => {
      await showMandate(ctx, input.params.representationId, input.body.what)
      return { done: true } as const
    },
  }),
  route({
    ...{ method: 'POST', url: '/api/representations/:representationId/end', permission: 'customer.link' },
    summary: 'Say that somebody writes for a customer no more.',
    ...{ params: ofOne, body: representationEnded, response: done },
    answer: async (ctx, input) => {
      await endRepresentation(ctx, input.params.representationId, input.body.why)
      return { done: true } as const
    },
  }),
]
