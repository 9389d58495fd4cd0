// Questions about where complaints come in, and what can be changed about it.
import { queryOptions } from '@tanstack/react-query'
import {
  channelDone,
  channelList,
  madeChannel,
  mailChecked,
  signInStart,
  type ChannelShown,
  type MailChannelBody,
} from '../../../src/hear/channels/channel.schema.ts'
import { ask, send } from '../../api.ts'

export type { ChannelShown, MailChannelBody }

/** Asked again every ten seconds while it is looked at: a mailbox says in words how it fares. */
export const channelsQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: ({ signal }) => ask(channelList, '/api/channels', signal),
  refetchInterval: 10_000,
})

export const checkMailbox = (body: MailChannelBody, channelId: string | null) =>
  send(mailChecked, 'POST', '/api/channels/mail/check', { ...body, channelId })
export const addMailbox = (body: MailChannelBody) => send(madeChannel, 'POST', '/api/channels/mail', body)
export const changeMailbox = (channelId: string, body: MailChannelBody) =>
  send(channelDone, 'PUT', `/api/channels/mail/${channelId}`, body)
/** Answers where the browser is to go. */
export const beginSignIn = (channelId: string) => send(signInStart, 'POST', `/api/channels/mail/${channelId}/sign-in`)
/** @param query of the address that the browser came back by */
export const returnFromSignIn = (query: URLSearchParams) =>
  send(channelDone, 'POST', '/api/channels/mail/sign-in/return', {
    ...{ state: query.get('state') ?? '-', code: query.get('code'), error: query.get('error') },
  })
export const switchChannel = (channelId: string, to: 'on' | 'off') =>
  send(channelDone, 'POST', `/api/channels/${channelId}/${to}`)
