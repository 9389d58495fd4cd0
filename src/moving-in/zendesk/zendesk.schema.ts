// What is read of a Zendesk export: the fields of its tickets and users as its documentation names them. All else is passed over.
// https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/ and …/users/users/, …/tickets/ticket_comments/
import { z } from 'zod'

const id = z.union([z.string(), z.number()]).transform(String)
const text = z.string().nullish()

export const userShape = z.object({
  id,
  name: text,
  email: text,
  phone: text,
  locale: text,
  role: text,
  active: z.boolean().nullish(),
  permanently_deleted: z.boolean().nullish(),
  created_at: text,
})

const attachment = z.object({
  file_name: text,
  content_url: text,
  content_type: text,
  size: z.number().nullish(),
})

const via = z
  .object({
    channel: z.union([z.string(), z.number()]).nullish(),
    source: z
      .object({ rel: text, from: z.object({ ticket_id: id.nullish() }).nullish() })
      .nullish()
      .catch(null),
  })
  .nullish()
  .catch(null)

const comment = z.object({
  author_id: id.nullish(),
  body: text,
  plain_body: text,
  html_body: text,
  public: z.boolean().nullish(),
  created_at: text,
  attachments: z.array(attachment).nullish(),
  via,
})

export const ticketShape = z.object({
  id,
  subject: text,
  raw_subject: text,
  description: text,
  status: text,
  created_at: text,
  updated_at: text,
  requester_id: id.nullish(),
  requester: userShape.nullish().catch(null),
  submitter: userShape.nullish().catch(null),
  assignee: userShape.nullish().catch(null),
  via,
  // `score` alone ("offered") says that nobody answered.
  satisfaction_rating: z.object({ score: text, comment: text }).nullish().catch(null),
  metric_set: z.object({ solved_at: text }).nullish().catch(null),
  tags: z.array(z.string()).nullish(),
  comments: z.array(comment).nullish(),
})

export type ZendeskUser = z.output<typeof userShape>
export type ZendeskTicket = z.output<typeof ticketShape>
export type ZendeskComment = z.output<typeof comment>
