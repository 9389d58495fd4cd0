// Who may use which route, said independently of the code that decides it. A route that is not listed here fails the build.
// By how the object stands to the person: `own`, `pool` (nobody owns it yet), `colleague` (somebody else's); a complaint about them
// does not exist for them, whatever the route. `any`: the route is about no
// single object, or about one that everybody of the company may see. Another company's object does not exist for anybody.

type Roles = 'nobody' | 'everybody' | 'leads' | 'administrators'

export type Expected =
  /** Anybody; the route itself says why. */
  | 'open'
  /** Programs with a key, and nobody else. */
  | 'key'
  | { readonly any: Roles }
  | { readonly own: Roles; readonly pool: Roles; readonly colleague: Roles }

const seen: Expected = { own: 'everybody', pool: 'everybody', colleague: 'everybody' }
const worked: Expected = { own: 'everybody', pool: 'nobody', colleague: 'nobody' }
const rearranged: Expected = { own: 'everybody', pool: 'everybody', colleague: 'leads' }
const everybody: Expected = { any: 'everybody' }
const leads: Expected = { any: 'leads' }
const administrators: Expected = { any: 'administrators' }

export const expected: Readonly<Record<string, Expected>> = {
  'GET /api/health': 'open',
  'GET /api/ready': 'open',
  'GET /api/events': 'open',
  'GET /api/first-run': 'open',
  'POST /api/first-run': 'open',
  'POST /api/sign-in': 'open',
  'POST /api/invites/look': 'open',
  'POST /api/invites/accept': 'open',
  'GET /api/v1/openapi.json': 'open',
  'GET /form': 'open',
  'GET /form/:channelId': 'open',
  'POST /form': 'open',
  'POST /form/:channelId': 'open',
  'GET /form/:channelId/received/:rawId': 'open',

  'GET /survey/:token': 'open',
  'POST /survey/:token': 'open',
  'GET /survey/:token/unsubscribe': 'open',
  'POST /survey/:token/unsubscribe': 'open',

  'POST /api/v1/complaints': 'key',
  'GET /api/v1/complaints/:rawId': 'key',

  'POST /api/sign-out': everybody,
  'GET /api/me': everybody,
  'POST /api/me/password': everybody,
  'GET /api/staff': everybody,
  'POST /api/staff/:staffId/disable': administrators,
  'PUT /api/staff/:staffId/absence': leads,
  'POST /api/staff/:staffId/absence/end': leads,
  'GET /api/invites': administrators,
  'POST /api/invites': administrators,
  'POST /api/invites/:inviteId/revoke': administrators,
  'POST /api/v1/history': administrators,
  'GET /api/api-keys': administrators,
  'POST /api/api-keys': administrators,
  'POST /api/api-keys/:apiKeyId/revoke': administrators,
  'GET /api/failed-jobs': administrators,
  'POST /api/failed-jobs/:jobId/replay': administrators,

  'GET /api/customers': everybody,
  'GET /api/customers/:customerId': everybody,
  'GET /api/customers/:customerId/cases': everybody,
  'GET /api/customers/:customerId/purchases': everybody,
  'GET /api/customers/:customerId/word-of-mouth': everybody,
  'GET /api/customers/:customerId/known': everybody,
  'GET /api/customers/:customerId/timeline': everybody,
  'POST /api/customers/:customerId/export': administrators,
  'POST /api/customers/:customerId/erase': administrators,

  'GET /api/channels': everybody,
  'POST /api/channels/mail': administrators,
  'POST /api/channels/mail/check': administrators,
  'POST /api/channels/mail/:channelId/sign-in': administrators,
  'POST /api/channels/mail/sign-in/return': administrators,
  'PUT /api/channels/mail/:channelId': administrators,
  'POST /api/channels/:channelId/off': administrators,
  'POST /api/channels/:channelId/on': administrators,
  'GET /api/quarantine': leads,
  'GET /api/quarantine/:rawId/raw': leads,
  'POST /api/quarantine/:rawId/release': leads,

  'GET /api/company': everybody,
  'PUT /api/company': administrators,
  'GET /api/floor': everybody,
  'PUT /api/floor': administrators,

  'GET /api/surveys/settings': administrators,
  'PUT /api/surveys/settings': administrators,
  'GET /api/surveys/figures': everybody,
  'GET /api/desk': everybody,
  'POST /api/desk/take-next': everybody,
  'GET /api/team': leads,
  'GET /api/team/cases': leads,
  'GET /api/search': everybody,
  'GET /api/register': everybody,
  'POST /api/register/export': leads,
  'GET /api/register/views': everybody,
  'POST /api/register/views': everybody,
  'PUT /api/register/views/:savedViewId': leads,
  'POST /api/register/views/:savedViewId/delete': leads,
  'GET /api/reports/volume': leads,
  'GET /api/reports/backlog': leads,
  'GET /api/reports/times': leads,
  'GET /api/reports/promises': leads,
  'GET /api/reports/channels': leads,
  'GET /api/reports/topics': leads,
  'GET /api/reports/handlers': leads,
  'GET /api/to-confirm': everybody,
  'POST /api/messages/:messageId/confirm': everybody,
  'GET /api/messages/:messageId': everybody,
  'GET /api/files/:fileId': everybody,

  'GET /api/notices': everybody,
  'POST /api/notices/read': everybody,
  'GET /api/notices/settings': everybody,
  'PUT /api/notices/settings': everybody,
  'PUT /api/notices/webhook': everybody,
  'POST /api/notices/webhook/test': everybody,
  'POST /api/notices/webhook/on': everybody,
  'POST /api/notices/webhook/remove': everybody,

  'GET /api/cases/:caseId': seen,
  'GET /api/cases/:caseId/page': seen,
  'GET /api/cases/:caseId/messages': seen,
  'GET /api/cases/:caseId/timeline': seen,
  'GET /api/cases/:caseId/promises': seen,
  'GET /api/cases/:caseId/participants': seen,
  'POST /api/cases/:caseId/presence': seen,
  'POST /api/cases/:caseId/take': { own: 'nobody', pool: 'everybody', colleague: 'nobody' },
  'POST /api/cases/:caseId/assign': { own: 'everybody', pool: 'leads', colleague: 'leads' },
  'POST /api/cases/:caseId/subject': { own: 'everybody', pool: 'leads', colleague: 'leads' },
  'POST /api/cases/:caseId/undo-hand-over': {
    own: 'everybody',
    pool: 'nobody',
    colleague: 'everybody',
  },
  'POST /api/cases/:caseId/answers/:messageId/recall': {
    own: 'everybody',
    pool: 'nobody',
    colleague: 'everybody',
  },
  'GET /api/cases/:caseId/merge/:intoId': rearranged,
  'POST /api/cases/:caseId/merge': rearranged,
  'POST /api/cases/:caseId/split': rearranged,
  'POST /api/cases/:caseId/move': rearranged,
  'POST /api/cases/:caseId/rearrangements/:rearrangementId/undo': rearranged,
  'POST /api/cases/:caseId/answer': worked,
  'POST /api/cases/:caseId/wait': worked,
  'POST /api/cases/:caseId/resume': worked,
  'POST /api/cases/:caseId/resolve': worked,
  'POST /api/cases/:caseId/reject': worked,
  'POST /api/cases/:caseId/reopen': worked,
  'GET /api/customers/:customerId/links': everybody,
  'GET /api/customers/:customerId/link-preview/:otherId': everybody,
  'POST /api/customers/:customerId/link': everybody,
  'POST /api/customers/:customerId/separate': everybody,
  'POST /api/cases/:caseId/danger': rearranged,
  'POST /api/cases/:caseId/reach': worked,
  'POST /api/cases/:caseId/meaning': worked,
  'POST /api/cases/:caseId/promises': worked,
  'POST /api/cases/:caseId/promises/:promiseId/keep': worked,
  'PUT /api/cases/:caseId/draft': worked,
  'POST /api/cases/:caseId/draft/compare': seen,
  'POST /api/cases/:caseId/files': worked,
  'GET /api/cases/:caseId/survey': seen,
  'POST /api/cases/:caseId/notes': seen,
  'POST /api/cases/:caseId/notes/:noteId/take-back': seen,
  'POST /api/cases/:caseId/mention/seen': seen,
  'PUT /api/cases/:caseId/note-draft': seen,
  'GET /api/cases/:caseId/enquiries': seen,
  'POST /api/cases/:caseId/enquiries': worked,
  'POST /api/cases/:caseId/enquiries/:conversationId/let-go': worked,
  'PUT /api/cases/:caseId/ask-draft': worked,
}
