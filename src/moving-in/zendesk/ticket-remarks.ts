// What else is known of a ticket, kept as words that nobody counts.
import { channelSaid } from '../csv/complaint-words.rules.ts'
import type { ZendeskTicket } from './zendesk.schema.ts'

/** The way it came, in their word. */
export const wayOf = ({ via }: ZendeskTicket): string => String(via?.channel ?? '')

const longest = 1000

/** A sentence each. Priority, type, groups, organisations and fields of a company's own are not among them: see docs/guide/move-in.md. */
export function remarksOf(ticket: ZendeskTicket): readonly string[] {
  const { via, tags, satisfaction_rating: rating, assignee, comments } = ticket
  const wasMerged =
    tags?.includes('closed_by_merge') === true || comments?.some((one) => one.via?.source?.rel === 'merge') === true
  const before = via?.source?.rel === 'follow_up' ? via.source.from?.ticket_id : null
  const isRated = rating?.score?.startsWith('good') === true || rating?.score?.startsWith('bad') === true
  const said: readonly (readonly [string, string | null | undefined])[] = [
    ['Its status there', ticket.status],
    ['It came there by', channelSaid(wayOf(ticket)).isKnown ? null : wayOf(ticket)],
    ['Who had it last there', assignee?.name],
    ['It went on there from number', before],
    ['It was merged there with another', wasMerged ? 'yes' : null],
    ['How content they were, as it was asked there', isRated ? [rating.score, rating.comment].join(' ').trim() : null],
    ['Its tags there', tags?.join(', ')],
  ]
  return said.flatMap(([what, words]) => (words ? [`${what}: ${words}`.slice(0, longest).toWellFormed()] : []))
}
