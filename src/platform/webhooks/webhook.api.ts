// Routes of webhooks for programs.
import { z } from 'zod'
import { done } from '../http/done.schema.ts'
import { type AnyRoute, route } from '../http/route.ts'
import { personOf } from '../staff/staff.api.ts'
import { Refusal } from '../../shared/errors.ts'
import { idOf } from '../../shared/wire.schema.ts'
import { deliveriesOf } from './delivery.sql.ts'
import {
  forgetWebhook,
  makeWebhook,
  renewSecret,
  sendAgain,
  setWebhookTo,
  switchWebhook,
  tryWebhook,
  unlessNoWebhook,
} from './keep-webhook.ts'
import * as shapes from './webhook.schema.ts'
import { webhooksOf } from './webhook.sql.ts'

const params = z.object({ webhookId: idOf<'webhook'>() })
const nothing = z.strictObject({}).nullish()
const pageLength = 50
const iso = (at: Date | null): string | null => at?.toISOString() ?? null

/** `at|id`. @throws Refusal('invalid') for a place that no page named */
function placeOf(after: string | undefined) {
  if (after === undefined) return null
  const [at = '', deliveryId = ''] = after.split('|')
  if (Number.isNaN(Date.parse(at)) || !z.uuid().safeParse(deliveryId).success)
    throw new Refusal('invalid', 'There is no such page.', { '/after': 'was named by no page' })
  return { at, deliveryId }
}

const switching = (to: 'on' | 'off'): AnyRoute =>
  route({
    ...{ method: 'POST', url: `/api/webhooks/:webhookId/${to}`, permission: 'key.change', params },
    ...{ summary: `Switch a webhook ${to}.`, body: nothing, response: done },
    answer: async (ctx, input) => {
      await switchWebhook(ctx, input.params.webhookId, to)
      return { done: true } as const
    },
  })

export const webhookRoutes: readonly AnyRoute[] = [
  route({
    ...{ method: 'GET', url: '/api/webhooks', permission: 'key.change' },
    summary: 'Where programs are told of what happens.',
    response: shapes.webhooks,
    answer: async (ctx) => ({
      webhooks: (await webhooksOf(ctx.db)).map(({ madeAt, offSince, offWhy, failingSince, kinds, ...one }) => ({
        ...{ ...one, kinds: [...kinds], madeAt: madeAt.toISOString(), failingSince: iso(failingSince) },
        off: offSince === null ? null : { since: offSince.toISOString(), why: offWhy ?? '' },
      })),
    }),
  }),
  route({
    ...{ method: 'POST', url: '/api/webhooks', permission: 'key.change', status: 201 },
    summary: 'Make a webhook; its secret is shown once.',
    body: shapes.newWebhook,
    response: shapes.madeWebhook,
    answer: (ctx, { body }) => makeWebhook(ctx, personOf(ctx), body),
  }),
  route({
    ...{ method: 'PUT', url: '/api/webhooks/:webhookId', permission: 'key.change', params },
    summary: 'Change what a webhook is told, or where.',
    body: shapes.changedWebhook,
    response: done,
    answer: async (ctx, input) => {
      await setWebhookTo(ctx, input.params.webhookId, input.body)
      return { done: true } as const
    },
  }),
  route({
    ...{ method: 'POST', url: '/api/webhooks/:webhookId/secret', permission: 'key.change', params },
    summary: 'Make a new secret; the old one signs beside it for a day.',
    body: nothing,
    response: shapes.madeWebhook,
    answer: async (ctx, input) => ({
      webhookId: input.params.webhookId,
      secret: await renewSecret(ctx, input.params.webhookId),
    }),
  }),
  switching('on'),
  switching('off'),
  route({
    ...{ method: 'POST', url: '/api/webhooks/:webhookId/delete', permission: 'key.change', params },
    ...{ summary: 'Delete a webhook and what it is owed.', body: nothing, response: done },
    answer: async (ctx, input) => {
      await forgetWebhook(ctx, input.params.webhookId)
      return { done: true } as const
    },
  }),
  route({
    ...{ method: 'POST', url: '/api/webhooks/:webhookId/test', permission: 'key.change', params },
    summary: 'Send an event that means nothing, now.',
    body: nothing,
    response: shapes.tried,
    before: (house, who, input) => tryWebhook(house, who.organizationId, input.params.webhookId),
    answer: (_ctx, _input, _http, posted) =>
      Promise.resolve({
        ok: posted.came === 'sent',
        words: posted.status === null ? posted.words : `It answered ${String(posted.status)}. ${posted.words}`.trim(),
      }),
  }),
  route({
    ...{ method: 'GET', url: '/api/webhooks/:webhookId/deliveries', permission: 'key.change', params },
    summary: 'What was sent to a webhook, and what came of it; the newest first.',
    query: shapes.deliveriesAsked,
    response: shapes.deliveries,
    answer: async (ctx, input) => {
      await unlessNoWebhook(ctx, input.params.webhookId)
      const rows = await deliveriesOf(ctx.db, input.params.webhookId, placeOf(input.query.after), pageLength + 1)
      const last = rows.length > pageLength ? rows[pageLength - 1] : undefined
      return {
        deliveries: rows.slice(0, pageLength).map(({ placedAt: _placedAt, objectKind: _objectKind, ...one }) => ({
          ...{ ...one, at: one.at.toISOString(), dueAt: one.dueAt.toISOString(), triedAt: iso(one.triedAt) },
        })),
        next: last === undefined ? null : `${last.placedAt}|${last.deliveryId}`,
      }
    },
  }),
  route({
    ...{ method: 'POST', url: '/api/webhooks/:webhookId/deliveries/:deliveryId/again', permission: 'key.change' },
    params: z.object({ webhookId: idOf<'webhook'>(), deliveryId: idOf<'delivery'>() }),
    summary: 'Send a delivery again, under the identifier it has.',
    body: nothing,
    response: shapes.replayed,
    answer: async (ctx, { params: { webhookId, deliveryId } }) => ({
      count: await sendAgain(ctx, webhookId, { deliveryId }),
    }),
  }),
  route({
    ...{ method: 'POST', url: '/api/webhooks/:webhookId/replay', permission: 'key.change', params },
    summary: 'Send again everything since an instant, at most thirty days back.',
    body: shapes.replayFrom,
    response: shapes.replayed,
    answer: async (ctx, input) => ({
      count: await sendAgain(ctx, input.params.webhookId, { since: new Date(input.body.since) }),
    }),
  }),
]
