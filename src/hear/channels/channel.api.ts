// Routes for the administrator's page of channels.
import { withContext } from '../../platform/context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import type { ChannelId } from '../../shared/ids.ts'
import { type AnyRoute, route } from '../../platform/http/route.ts'
import {
  channelDone,
  channelList,
  channelParams,
  madeChannel,
  mailChannelBody,
  mailCheckBody,
  mailChecked,
} from './channel.schema.ts'
import { checkMailChannel } from './check-mail-channel.ts'
import { addMailChannel, changeMailChannel } from './save-mail-channel.ts'
import { findMailbox, showChannels } from './show-channels.ts'
import { switchChannel } from './switch-channel.ts'

const done = { done: true } as const
const id = (params: { readonly channelId: string }) => params.channelId as ChannelId

const list = route({
  method: 'GET',
  url: '/api/channels',
  summary: 'Where complaints come in, and how it goes.',
  permission: 'channel.read',
  response: channelList,
  answer: async (ctx) => ({ channels: await showChannels(ctx) }),
})

const add = route({
  method: 'POST',
  url: '/api/channels/mail',
  summary: 'Connect a mailbox.',
  status: 201,
  permission: 'channel.change',
  body: mailChannelBody,
  response: madeChannel,
  answer: async (ctx, { body }) => ({ channelId: await addMailChannel(ctx, body) }),
})

const change = route({
  method: 'PUT',
  url: '/api/channels/mail/:channelId',
  summary: 'Change how a mailbox is connected; passwords left out stay.',
  permission: 'channel.change',
  params: channelParams,
  body: mailChannelBody,
  response: channelDone,
  answer: async (ctx, { params, body }) => {
    await changeMailChannel(ctx, id(params), body)
    return done
  },
})

const check = route({
  method: 'POST',
  url: '/api/channels/mail/check',
  summary: 'Try the servers of a mailbox without saving anything.',
  permission: 'channel.change',
  body: mailCheckBody,
  response: mailChecked,
  before: async (house, who, { body: { channelId, ...body } }) => {
    const earlier =
      channelId === null ? null : await withContext(house, who, (ctx) => findMailbox(ctx, channelId as ChannelId))
    if (channelId !== null && !earlier) throw new Refusal('not-found', 'There is no such mail channel.')
    return checkMailChannel(house, body, earlier)
  },
  answer: (_ctx, _input, _http, checked) => Promise.resolve(checked),
})

const switching = (to: 'on' | 'off'): AnyRoute =>
  route({
    method: 'POST',
    url: `/api/channels/:channelId/${to}`,
    summary: `Switch a channel ${to}.`,
    permission: 'channel.change',
    params: channelParams,
    response: channelDone,
    answer: async (ctx, { params }) => {
      await switchChannel(ctx, id(params), to)
      return done
    },
  })

export const channelRoutes: readonly AnyRoute[] = [list, add, check, change, switching('off'), switching('on')]
