// Questions of the desk: what comes next, what is mine, what waits to be confirmed.
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { deskView, taken, usualLines, type DeskView } from '../../../src/amend/desk/desk.schema.ts'
import { messageConfirmed, toConfirm } from '../../../src/amend/cases/page/case-messages.schema.ts'
import type { CaseLine } from '../../../src/amend/cases/case.schema.ts'
import { ask, send } from '../../api.ts'

export type { CaseLine, DeskView }
export { usualLines }

/** The desk with the first of my cases. Asked again each minute, because its clocks run; what was shown stays while more of them are asked for. */
export const deskQuery = (lines: number) =>
  queryOptions({
    queryKey: ['desk', lines],
    queryFn: ({ signal }) => ask(deskView, `/api/desk?lines=${String(lines)}`, signal),
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
  })
export const toConfirmQuery = queryOptions({
  queryKey: ['to-confirm'],
  queryFn: ({ signal }) => ask(toConfirm, '/api/to-confirm', signal),
})

export const takeNext = () => send(taken, 'POST', '/api/desk/take-next')
export const confirmMessage = (messageId: string, decision: 'join' | 'separate') =>
  send(messageConfirmed, 'POST', `/api/messages/${messageId}/confirm`, { decision })
