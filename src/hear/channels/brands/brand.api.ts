// Routes of brands: everybody reads them, whoever may change channels changes them.
import { z } from 'zod'
import { done } from '../../../platform/http/done.schema.ts'
import { route } from '../../../platform/http/route.ts'
import { idOf } from '../../../shared/wire.schema.ts'
import { brandKept, brandOfChannel, brands, newBrand } from './brand.schema.ts'
import { brandsOf } from './brand.sql.ts'
import { forgetBrand, giveChannelBrand, keepBrand } from './keep-brand.ts'

const params = z.object({ brandId: idOf<'brand'>() })

export const brandRoutes = [
  route({
    ...{ method: 'GET', url: '/api/brands', permission: 'desk.see' },
    summary: 'The brands of the company, with their channels.',
    response: brands,
    answer: async (ctx) => ({ brands: [...(await brandsOf(ctx.db))] }),
  }),
  route({
    ...{ method: 'POST', url: '/api/brands', permission: 'channel.change', status: 201 },
    summary: 'Make a brand, with a web form of its own.',
    body: newBrand,
    response: brandKept,
    answer: async (ctx, { body }) => ({ brandId: await keepBrand(ctx, null, body.name) }),
  }),
  route({
    ...{ method: 'PUT', url: '/api/brands/:brandId', permission: 'channel.change', params },
    summary: 'Give a brand another name.',
    body: newBrand,
    response: brandKept,
    answer: async (ctx, input) => ({ brandId: await keepBrand(ctx, input.params.brandId, input.body.name) }),
  }),
  route({
    ...{ method: 'POST', url: '/api/brands/:brandId/delete', permission: 'channel.change', params },
    summary: 'Delete a brand that nothing uses.',
    body: z.strictObject({}).nullish(),
    response: done,
    answer: async (ctx, input) => {
      await forgetBrand(ctx, input.params.brandId)
      return { done: true }
    },
  }),
  route({
    ...{ method: 'PUT', url: '/api/channels/:channelId/brand', permission: 'channel.change' },
    params: z.object({ channelId: idOf<'channel'>() }),
    summary: 'Say of which brand a channel is.',
    body: brandOfChannel,
    response: done,
    answer: async (ctx, input) => {
      await giveChannelBrand(ctx, input.params.channelId, input.body.brandId)
      return { done: true }
    },
  }),
]
