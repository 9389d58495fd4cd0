// Routes for the administrator's page of channels.
import { withContext } from '../../platform/context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import type { ChannelId } from '../../shared/ids.ts'
import { type AnyRoute, type Http, route } from '../../platform/http/route.ts'
import { sessionHashOf } from '../../platform/staff/cookie.api.ts'
import {
  channelDone,
  channelList,
  channelParams,
  madeChannel,
  mailChannelBody,
  mailCheckBody,
  mailChecked,
  signInReturn,
  signInStart,
} from './channel.schema.ts'
import { checkMailChannel } from './check-mail-channel.ts'
import { addMailChannel, changeMailChannel } from './save-mail-channel.ts'
import { findMailbox, showChannels } from './show-channels.ts'
import { switchChannel } from './switch-channel.ts'
import { exchangeCode, keepSignIn, returnUrlOf, startSignIn, takeSignIn } from './token-login/sign-in.ts'

const done = { done: true } as const
const id = (params: { readonly channelId: string }) => params.channelId as ChannelId

const list = route({
  method: 'GET',
  url: '/api/channels',
  summary: 'Where complaints come in, and how it goes.',
  permission: 'channel.read',
  response: channelList,
  answer: async (ctx) => ({
    channels: await showChannels(ctx),
    returnUrl: returnUrlOf(ctx.house),
    mailDoors: [...ctx.house.mailDoors],
  }),
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

const session = ({ request }: Http): Buffer => {
  const hash = sessionHashOf(request)
  if (!hash) throw new Refusal('not-allowed', 'Somebody signs in to a mailbox on the pages of this desk.')
  return hash
}

const signIn = route({
  method: 'POST',
  url: '/api/channels/mail/:channelId/sign-in',
  summary: 'Begin to sign in to a mailbox at its provider; answers where to go.',
  permission: 'channel.change',
  params: channelParams,
  response: signInStart,
  answer: async (ctx, { params }, http) => ({ url: await startSignIn(ctx, id(params), session(http)) }),
})

const signedIn = route({
  method: 'POST',
  url: '/api/channels/mail/sign-in/return',
  summary: 'End signing in to a mailbox, with what its provider sent back.',
  permission: 'channel.change',
  body: signInReturn,
  response: channelDone,
  before: async (house, who, { body }, http) => {
    const taken = await withContext(house, who, (ctx) => takeSignIn(ctx, body.state, session(http)))
    return { taken, refreshToken: await exchangeCode(house, taken, body) }
  },
  answer: async (ctx, _input, _http, { taken, refreshToken }) => {
    await keepSignIn(ctx, taken, refreshToken)
    return done
  },
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

export const channelRoutes: readonly AnyRoute[] = [
  list,
  add,
  check,
  signIn,
  signedIn,
  change,
  switching('off'),
  switching('on'),
]
