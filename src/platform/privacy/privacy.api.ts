// Routes of a person's rights: hand out everything, or forget everything.
import { z } from 'zod'
import { type AnyRoute, route } from '../http/route.ts'
import { done } from '../http/done.schema.ts'
import { Refusal } from '../../shared/errors.ts'
import type { CustomerId } from '../../shared/ids.ts'
import { eraseCustomer, exportCustomer, keptAbout } from './erase-customer.ts'
import type { TablePrivacy } from './privacy.ts'

const params = z.object({ customerId: z.uuid() })

export const privacyRoutes = (parts: readonly TablePrivacy[]): readonly AnyRoute[] => [
  route({
    // It is written down who took it, so that no link may cause it.
    method: 'POST',
    url: '/api/customers/:customerId/export',
    summary: 'Everything kept about a customer; the audit trail says who took it.',
    permission: 'customer.erase',
    params,
    body: z.strictObject({}).nullish(),
    answer: async (ctx, { params }, { reply }) => {
      const found = await exportCustomer(ctx, parts, params.customerId as CustomerId)
      if (Object.keys(found).length === 0) throw new Refusal('not-found', 'There is no customer with this number.')
      void reply.header('content-disposition', 'attachment; filename="customer.json"')
      return found
    },
  }),
  route({
    method: 'POST',
    url: '/api/customers/:customerId/erase',
    summary: 'Forget a customer; cannot be undone.',
    permission: 'customer.erase',
    params,
    body: z.strictObject({ confirm: z.literal('erase') }),
    response: done,
    answer: async (ctx, { params }) => {
      const found = await keptAbout(ctx, parts, params.customerId as CustomerId)
      if (Object.keys(found).length === 0) throw new Refusal('not-found', 'There is no customer with this number.')
      await eraseCustomer(ctx, parts, params.customerId as CustomerId)
      return { done: true }
    },
  }),
]
