// What was said in a ticket, in order, and by whom.
import { htmlAsText } from '../../hear/channels/mail/html-as-text.ts'
import { storableLine, storableText } from '../../hear/channels/mail/storable-text.ts'
import type { SaidThere } from '../complaint-line.schema.ts'
import { Unreadable } from '../csv/open-row.ts'
import { instantOf } from './instant.rules.ts'
import type { ZendeskComment, ZendeskTicket } from './zendesk.schema.ts'

export interface Talk {
  /** What it begins with. */
  readonly first: string
  readonly said: readonly SaidThere[]
}

/** As long as one message may be; what is longer goes on in the next. */
const longest = 20_000

/** @throws Unreadable for something that was said at no time */
export function talkOf(ticket: ZendeskTicket, customer: string, at: string): Talk {
  const inOrder = (ticket.comments ?? [])
    .map((comment) => ({ comment, at: timeOf(comment, at) }))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const [opening, ...others] = inOrder
  const first = opening ? wordsOf(opening.comment) : storableText(ticket.description ?? '')
  const isTheirs = !opening || authorOf(opening.comment) === customer
  const written = isTheirs ? '' : `(Written down there by ${nameIn(ticket, authorOf(opening.comment))}.)\n\n`
  const [beginning = '', ...rest] = partsOf(written + (first.trim() || ticket.subject?.trim() || 'Without words.'))
  return {
    first: beginning,
    said: [
      ...rest.map((text) => ({ at, author: customer, name: '', text, isInternal: false })),
      ...others.flatMap(({ comment, at: time }) => saidIn(ticket, comment, customer, time)),
    ],
  }
}

function saidIn(ticket: ZendeskTicket, comment: ZendeskComment, customer: string, at: string): readonly SaidThere[] {
  const author = authorOf(comment)
  const isTheirs = author === customer
  const isSomebodyElse = !isTheirs && peopleIn(ticket).some(({ id, role }) => id === author && role === 'end-user')
  const name = isTheirs ? '' : nameIn(ticket, author)
  const isInternal = comment.public === false || isSomebodyElse
  return partsOf(wordsOf(comment)).map((text) => ({ at, author, name, text, isInternal }))
}

/** Never before the ticket itself. */
function timeOf({ created_at }: ZendeskComment, notBefore: string): string {
  const at = instantOf(created_at)
  if (at === null) throw new Unreadable('The date of something that was said is missing, or says no zone.')
  return at < notBefore ? notBefore : at
}

const authorOf = ({ author_id }: ZendeskComment): string | null => author_id ?? null

const peopleIn = ({ requester, submitter, assignee }: ZendeskTicket) =>
  [requester, submitter, assignee].flatMap((one) => one ?? [])

/** An export that names its agents by numbers only knows no more of them. */
function nameIn(ticket: ZendeskTicket, author: string | null): string {
  if (author === null || author === '-1') return 'the system'
  const name = peopleIn(ticket).find(({ id }) => id === author)?.name ?? ''
  return storableLine(name, 150) || `number ${author}`.slice(0, 150)
}

/** Its words, and what was attached as words: nothing is fetched. */
function wordsOf({ body, plain_body, html_body, attachments }: ZendeskComment): string {
  const text = body?.trim() || plain_body?.trim() || (html_body ? htmlAsText(html_body) : '')
  const files = (attachments ?? []).map(
    ({ file_name, content_type, size, content_url }) =>
      `[Attached there, and not fetched: ${storableLine(file_name ?? 'a file', 200)} (${content_type ?? 'of no kind'}, ${String(size ?? 0)} bytes) ${content_url ?? ''}]`,
  )
  return storableText([text, ...files].join('\n').trim())
}

/** No part is blank, so that each can be a message. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = []
  for (let from = 0; from < text.length; from += longest) parts.push(text.slice(from, from + longest).toWellFormed())
  return parts.filter((part) => part.trim() !== '')
}
