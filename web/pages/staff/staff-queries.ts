// Questions about the people who work here, and what can be changed about them.
import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { done } from '../../../src/platform/http/done.schema.ts'
import {
  apiKeyList,
  firstRunNeeded,
  inviteList,
  inviteSeen,
  madeApiKey,
  madeInvite,
  me,
  staffList,
  type Me,
} from '../../../src/platform/staff/staff.schema.ts'
import { ask, carryToken, Failure, send } from '../../api.ts'
import { forgetVisits } from '../../recent.ts'
import { setServerTime } from '../../now.ts'

export type { Me }
export type Role = Me['role']

/** Who is signed in here; null for nobody. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  staleTime: 300_000,
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return begin(await ask(me, '/api/me', signal))
    } catch (error) {
      if (error instanceof Failure && error.code === 'not-signed-in') return null
      throw error
    }
  },
})

export const firstRunQuery = queryOptions({
  queryKey: ['first-run'],
  queryFn: ({ signal }) => ask(firstRunNeeded, '/api/first-run', signal),
})
export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: ({ signal }) => ask(staffList, '/api/staff', signal),
})
export const invitesQuery = queryOptions({
  queryKey: ['invites'],
  queryFn: ({ signal }) => ask(inviteList, '/api/invites', signal),
})
export const apiKeysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: ({ signal }) => ask(apiKeyList, '/api/api-keys', signal),
})

function begin(session: Me): Me {
  carryToken(session.csrfToken)
  setServerTime(session.now)
  return session
}

/** Starts a session by one of the three ways in, and remembers who it is. */
export async function enter(
  client: QueryClient,
  way: '/api/first-run' | '/api/sign-in' | '/api/invites/accept',
  body: unknown,
): Promise<void> {
  const session = begin(await send(me, 'POST', way, body))
  client.clear()
  client.setQueryData(meQuery.queryKey, session)
}

export async function signOut(client: QueryClient): Promise<void> {
  await send(done, 'POST', '/api/sign-out')
  client.clear()
  forgetVisits()
}

export const lookAtInvite = (token: string) => send(inviteSeen, 'POST', '/api/invites/look', { token })
export const inviteColleague = (email: string, role: Role) => send(madeInvite, 'POST', '/api/invites', { email, role })
export const revokeInvite = (inviteId: string) => send(done, 'POST', `/api/invites/${inviteId}/revoke`)
export const disableStaff = (staffId: string, successorId: string | null) =>
  send(done, 'POST', `/api/staff/${staffId}/disable`, { successorId })
export const keyDoors = ['complaints', 'events', 'objects'] as const
export type KeyDoor = (typeof keyDoors)[number]
export const makeApiKey = (key: { readonly name: string; readonly opens: KeyDoor }) =>
  send(madeApiKey, 'POST', '/api/api-keys', key)
export const revokeApiKey = (apiKeyId: string) => send(done, 'POST', `/api/api-keys/${apiKeyId}/revoke`)
export const changePassword = (current: string, next: string) =>
  send(done, 'POST', '/api/me/password', { current, next })
