// Routes of a person's rights: hand out everything, or forget everything.
import { z } from 'zod'
import type { Context } from '../context/context.ts'
import { type AnyRoute, route } from '../http/route.ts'
import { done } from '../http/done.schema.ts'
import { Refusal } from '../../shared/errors.ts'
import type { CustomerId } from '../../shared/ids.ts'
import { eraseCustomer, exportCustomer, keptAbout } from './erase-customer.ts'
import type { TablePrivacy } from './privacy.ts'

const params = z.object({ customerId: z.uuid() })

/** @param unlessTheirs refuses whoever is not to have everything of a customer in hand
 * @param onePerson every customer that is one person with this one: who has a right has it to all of it */
export const privacyRoutes = (
  parts: readonly TablePrivacy[],
  unlessTheirs: (ctx: Context, customerId: CustomerId) => Promise<void>,
  onePerson: (ctx: Context, customerId: CustomerId) => Promise<readonly CustomerId[]>,
): readonly AnyRoute[] => [
  route({
    // It is written down who took it, so that no link may cause it.
    method: 'POST',
    url: '/api/customers/:customerId/export',
    summary: 'Everything kept about a customer; the audit trail says who took it.',
    permission: 'customer.erase',
    params,
    body: z.strictObject({}).nullish(),
    answer: async (ctx, { params }, { reply }) => {
      const person = await onePerson(ctx, params.customerId as CustomerId)
      for (const one of person) await unlessTheirs(ctx, one)
      const found = await exportCustomer(ctx, parts, person)
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
      const person = await onePerson(ctx, params.customerId as CustomerId)
      for (const one of person) await unlessTheirs(ctx, one)
      const found = await keptAbout(ctx, parts, person)
      if (Object.keys(found).length === 0) throw new Refusal('not-found', 'There is no customer with this number.')
      await eraseCustomer(ctx, parts, person)
      return { done: true }
    },
  }),
]
