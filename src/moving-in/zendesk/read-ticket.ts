// One ticket of a Zendesk export as a complaint of the history.
import { channelSaid, endSaid } from '../csv/complaint-words.rules.ts'
import { kept, type RowRead, Unreadable } from '../csv/open-row.ts'
import { complaintLine } from '../complaint-line.schema.ts'
import { instantOf } from './instant.rules.ts'
import { lineOf } from './read-user.ts'
import { remarksOf, wayOf } from './ticket-remarks.ts'
import { type Talk, talkOf } from './ticket-talk.ts'
import type { ZendeskTicket } from './zendesk.schema.ts'

/** @throws Unreadable */
export function complaintOfTicket(ticket: ZendeskTicket): RowRead {
  const status = ticket.status ?? ''
  if (status === 'deleted') throw new Unreadable('It was deleted there, and does not come back.')
  const end = endSaid(status)
  if (end === null) throw new Unreadable('The status is a word that says neither that it is open nor that it ended.')
  const customer = ticket.requester?.id ?? ticket.requester_id
  if (customer == null) throw new Unreadable('It names nobody who asked.')
  const at = instantOf(ticket.created_at)
  if (at === null) throw new Unreadable('The date is missing, or says no zone.')
  const talk = talkOf(ticket, customer, at)
  const { channel } = channelSaid(wayOf(ticket))
  const line = kept(complaintLine, {
    ...{ kind: 'complaint', id: ticket.id, customer, channel, at },
    ...{ subject: (ticket.raw_subject ?? ticket.subject ?? '').slice(0, 500), text: talk.first, said: talk.said },
    ...{ endedAt: end === 'open' ? null : endOf(ticket, at, talk), remarks: remarksOf(ticket) },
  })
  return { line, aside: ticket.requester ? [lineOf(ticket.requester, at)] : [] }
}

/** When it was solved, else when anything last happened to it: never before the last word. */
function endOf({ metric_set, updated_at }: ZendeskTicket, at: string, { said }: Talk): string {
  const times = [instantOf(metric_set?.solved_at) ?? instantOf(updated_at) ?? at, at, said.at(-1)?.at ?? at]
  return times.toSorted().at(-1) ?? at
}
