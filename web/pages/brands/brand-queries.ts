// Questions about the brands of the company.
import { queryOptions } from '@tanstack/react-query'
import { brandKept, brands } from '../../../src/hear/channels/brands/brand.schema.ts'
import { done } from '../../../src/platform/http/done.schema.ts'
import { ask, send } from '../../api.ts'

export const brandsQuery = queryOptions({
  queryKey: ['brands'],
  queryFn: ({ signal }) => ask(brands, '/api/brands', signal),
})
export const addBrand = (name: string) => send(brandKept, 'POST', '/api/brands', { name })
export const renameBrand = (brandId: string, name: string) => send(brandKept, 'PUT', `/api/brands/${brandId}`, { name })
export const deleteBrand = (brandId: string) => send(done, 'POST', `/api/brands/${brandId}/delete`)
/** Null: the company itself. */
export const setChannelBrand = (channelId: string, brandId: string | null) =>
  send(done, 'PUT', `/api/channels/${channelId}/brand`, { brandId })
