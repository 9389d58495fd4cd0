// Questions of the desk: what comes next, what is mine, what waits to be confirmed.
import { queryOptions } from '@tanstack/react-query'
import { deskView, taken, type DeskView } from '../../../src/amend/desk/desk.schema.ts'
import { messageConfirmed, toConfirm } from '../../../src/amend/cases/case-messages.schema.ts'
import type { CaseLine } from '../../../src/amend/cases/case.schema.ts'
import { ask, send } from '../../api.ts'

export type { CaseLine, DeskView }

/** Asked again each minute, because its clocks run. */
export const deskQuery = queryOptions({
  queryKey: ['desk'],
  queryFn: ({ signal }) => ask(deskView, '/api/desk', signal),
  refetchInterval: 60_000,
})
export const toConfirmQuery = queryOptions({
  queryKey: ['to-confirm'],
  queryFn: ({ signal }) => ask(toConfirm, '/api/to-confirm', signal),
})

export const takeNext = () => send(taken, 'POST', '/api/desk/take-next')
export const confirmMessage = (messageId: string, decision: 'join' | 'separate') =>
  send(messageConfirmed, 'POST', `/api/messages/${messageId}/confirm`, { decision })
