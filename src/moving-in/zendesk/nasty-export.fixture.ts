// A small export of Zendesk with what goes wrong in large ones. Made up; field names as Zendesk documents them. Not a test of its own.

/** Numbers are written by hand, because JSON.stringify would round them. */
const beyond = '9007199254740993'

const agent = { id: 77, name: 'Smith, Agent', email: 'smith@desk.example', role: 'agent' }

export const users: readonly string[] = [
  `{"id":${beyond},"name":"Mira Kaya","email":"Mira@Kaya.example","phone":"+49 30 123456","locale":"de-DE","role":"end-user","suspended":true,"created_at":"2023-05-01T10:00:00+02:00","organization_id":5,"tags":["vip"],"user_fields":{"tier":"gold"}}`,
  JSON.stringify({
    id: 12,
    name: 'Bo\u0000 Lund',
    email: 'bo@lund.example',
    role: 'end-user',
    created_at: '2024-01-01T00:00:00Z',
  }),
  JSON.stringify({ ...agent, created_at: '2020-01-01T00:00:00Z' }),
  JSON.stringify({
    id: 13,
    name: 'Permanently deleted user',
    email: null,
    role: 'end-user',
    active: false,
    created_at: '2024-01-01T00:00:00Z',
  }),
  JSON.stringify({
    id: 14,
    name: 'No zone',
    email: 'no@zone.example',
    role: 'end-user',
    created_at: '2024-01-01 00:00:00',
  }),
  '{"id":15,"name":"cut o',
]

const said = (author: number | string, at: string, body: string, more: object = {}): object => ({
  ...{ id: 1, type: 'Comment', author_id: author, body, public: true, created_at: at, attachments: [] },
  ...more,
})

const ticket = (id: number, more: object): string =>
  JSON.stringify({
    ...{
      url: `https://acme.zendesk.example/api/v2/tickets/${String(id)}.json`,
      id,
      external_id: null,
      type: 'incident',
    },
    ...{ via: { channel: 'email', source: { from: {}, to: {}, rel: null } }, subject: 'Kettle', priority: 'high' },
    ...{ description: 'The kettle leaks.', created_at: '2024-06-01T10:00:00Z', updated_at: '2024-06-20T10:00:00Z' },
    ...{
      requester_id: 12,
      submitter_id: 12,
      assignee_id: 77,
      organization_id: 5,
      tags: [],
      custom_fields: [{ id: 1, value: 'x' }],
    },
    ...more,
  })

export const tickets: readonly string[] = [
  // Everything at once: out of order, a colleague's note, HTML only, a file, somebody else, tags, content.
  ticket(101, {
    ...{
      status: 'solved',
      assignee: agent,
      tags: ['kettle', 'vip'],
      satisfaction_rating: { score: 'good', comment: 'Quick!' },
    },
    comments: [
      said(77, '2024-06-02T09:00:00Z', '', {
        html_body: '<p>A new one is on its way.</p><script>alert(1)</script>',
        attachments: [
          {
            file_name: '../label.pdf',
            content_url: 'https://acme.zendesk.example/attachments/token/x',
            content_type: 'application/pdf',
            size: 12,
          },
        ],
      }),
      said(12, '2024-06-01T10:00:00Z', 'The kettle leaks.'),
      said(77, '2024-06-02T08:00:00Z', 'Third one this week.', { public: false }),
      said(9007199254740992, '2024-06-03T08:00:00Z', 'Mine leaks as well.').valueOf(),
      said(-1, '2024-06-04T08:00:00Z', 'This request was closed and merged into request #102.', {
        via: { source: { rel: 'merge' } },
      }),
    ],
  }).replace('9007199254740992', beyond),
  ticket(102, {
    status: 'pending',
    via: { channel: 'twitter', source: { rel: 'follow_up', from: { ticket_id: 101 } } },
  }),
  ticket(103, { status: 'closed', requester_id: 999 }),
  ticket(104, { status: 'deleted' }),
  ticket(105, { status: 'open', requester_id: null }),
  ticket(106, { status: 'awaiting moon' }),
  ticket(107, { status: 'new', created_at: '2024-06-01T10:00:00' }),
  // Written down by an agent, and longer than one message is.
  ticket(108, {
    status: 'hold',
    requester_id: 555,
    requester: { id: 555, name: 'Ida', email: 'ida@by.example', role: 'end-user' },
    comments: [said(77, '2024-05-31T10:00:00Z', `She called. ${'a'.repeat(45_000)}`)],
  }),
  ticket(101, { status: 'open' }),
  '{"id":109,"status":"open"',
  '[]',
  JSON.stringify({ id: { nested: true }, status: 'open' }),
  // Agents by their number only, and nothing said but a file.
  ticket(110, {
    status: 'open',
    subject: '',
    comments: [said(12, '2024-06-01T10:00:00Z', ''), said(78, '2024-06-01T12:00:00Z', 'We look into it.')],
  }),
]

export const asLines = (records: readonly string[]): string => `${records.join('\n')}\n`
export const asList = (name: 'tickets' | 'users', records: readonly string[]): string =>
  `{ "${name}": [\n${records.join(',\n')}\n], "next_page": null, "count": ${String(records.length)} }`
