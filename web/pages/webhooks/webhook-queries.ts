// Questions about where programs are told of what happens, and what can be changed about it.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { done } from '../../../src/platform/http/done.schema.ts'
import {
  deliveries,
  type EventKind,
  madeWebhook,
  replayed,
  tried,
  webhooks,
} from '../../../src/platform/webhooks/webhook.schema.ts'
import { ask, send } from '../../api.ts'

/** Asked again every ten seconds while it is looked at: deliveries come and go. */
export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ signal }) => ask(webhooks, '/api/webhooks', signal),
  refetchInterval: 10_000,
})
export const deliveriesQuery = (webhookId: string) =>
  infiniteQueryOptions({
    queryKey: ['webhooks', webhookId],
    queryFn: ({ signal, pageParam }) =>
      ask(
        deliveries,
        `/api/webhooks/${webhookId}/deliveries${pageParam === '' ? '' : `?after=${encodeURIComponent(pageParam)}`}`,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })
export const makeWebhook = (body: { readonly url: string; readonly kinds: readonly EventKind[] }) =>
  send(madeWebhook, 'POST', '/api/webhooks', body)
export const changeKinds = (webhookId: string, kinds: readonly EventKind[]) =>
  send(done, 'PUT', `/api/webhooks/${webhookId}`, { url: null, kinds })
export const renewSecret = (webhookId: string) => send(madeWebhook, 'POST', `/api/webhooks/${webhookId}/secret`)
export const switchWebhook = (webhookId: string, to: 'on' | 'off' | 'delete') =>
  send(done, 'POST', `/api/webhooks/${webhookId}/${to}`)
export const testWebhook = (webhookId: string) => send(tried, 'POST', `/api/webhooks/${webhookId}/test`)
export const sendAgain = (webhookId: string, deliveryId: string) =>
  send(replayed, 'POST', `/api/webhooks/${webhookId}/deliveries/${deliveryId}/again`)
export const replay = (webhookId: string, since: string) =>
  send(replayed, 'POST', `/api/webhooks/${webhookId}/replay`, { since })
