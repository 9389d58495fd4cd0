// A body that each route would take, so that a refusal comes from who asks and not from what is asked.
import type { AnyRoute } from '../../src/platform/http/route.ts'

const mailbox = {
  name: 'Support',
  address: 'support@rival.example',
  displayName: 'Rival',
  imap: { host: '127.0.0.1', port: 9, security: 'none', user: 'u', password: 'p', mailbox: 'INBOX' },
  smtp: { host: '127.0.0.1', port: 9, security: 'none', user: null, password: null },
  trustedAuthservId: null,
}

const plan = { mapping: { id: 0 }, dateOrder: null, decimalMark: null, currency: null }

const bodies: Readonly<Record<string, (ids: Readonly<Record<string, string>>) => object>> = {
  'POST /api/me/password': () => ({ current: 'x', next: 'heron lantern gravel wednesday' }),
  'POST /api/staff/:staffId/disable': () => ({ successorId: null }),
  'POST /api/invites': () => ({ email: 'new@rival.example', role: 'handler' }),
  'POST /api/api-keys': () => ({ name: 'x' }),
  'POST /api/customers/:customerId/evidence': () => ({
    ...{ kind: 'purchase', words: 'A kettle, receipt seen', at: '2025-01-01T00:00:00Z', amount: '10', currency: 'EUR' },
  }),
  'POST /api/evidence/:evidenceId/verify': () => ({ document: 'The receipt' }),
  'POST /api/customers/:customerId/erase': () => ({ confirm: 'erase' }),
  'POST /api/customers/:customerId/not-the-same': ({ customerId }) => ({ other: customerId }),
  'POST /api/customers/:customerId/link': ({ customerId }) => ({ other: customerId, evidence: 'They said so.' }),
  'POST /api/customers/:customerId/separate': ({ customerId }) => ({ linkId: customerId, why: 'They did not.' }),
  'POST /api/channels/mail': () => mailbox,
  'POST /api/channels/mail/check': () => mailbox,
  'POST /api/channels/mail/sign-in/return': ({ channelId }) => ({
    state: `${channelId ?? ''}.x`,
    code: 'x',
    error: null,
  }),
  'PUT /api/channels/mail/:channelId': () => mailbox,
  'POST /api/quarantine/:rawId/release': () => ({ as: 'human', senderAddress: null }),
  'POST /api/v1/complaints': () => ({
    from: { name: 'M', email: 'm@rival.example' },
    subject: 's',
    text: 'It is broken.',
  }),
  'POST /api/v1/history': () => ({
    lines: [
      {
        kind: 'customer',
        id: '1',
        name: 'M',
        emails: ['m@rival.example'],
        language: null,
        since: '2025-01-01T00:00:00Z',
      },
    ],
  }),
  'POST /api/imports/:importId/check': () => plan,
  'POST /api/imports/:importId/start': () => plan,
  'PUT /api/company': () => ({ name: 'Halden Home', kindOfBusiness: 'lamps', timeZone: 'Europe/Berlin' }),
  'PUT /api/floor': () => ({
    terms: { acknowledgeMinutes: 10, firstAnswerBusinessDays: 1, finalAnswerBusinessDays: 9 },
    calendar: { timeZone: 'Europe/Berlin', weekly: { '0': [[540, 1020]] }, holidays: [] },
  }),
  'PUT /api/staff/:staffId/absence': () => ({ from: null, until: '2026-12-01T10:00:00.000Z' }),
  'PUT /api/surveys/settings': () => ({ state: 'paused', afterHours: 48, share: 100, capDays: 90, version: 0 }),
  'POST /api/notices/read': () => ({ noticeIds: [] }),
  'PUT /api/notices/settings': () => ({
    choices: { 'case-yours': ['mail'] },
    weekly: null,
    timeZone: 'Europe/Berlin',
    promisesAlways: true,
  }),
  'PUT /api/notices/webhook': () => ({ url: 'https://chat.rival.example/hook' }),
  'POST /api/register/export': () => ({ format: 'jsonl', filter: {} }),
  'POST /api/register/views': () => ({ name: 'Late', isShared: false, filter: { late: 'now' } }),
  'PUT /api/register/views/:savedViewId': () => ({ name: 'Late now' }),
  'POST /api/webhooks': () => ({ url: 'https://hooks.example/cases', kinds: ['case.opened'] }),
  'PUT /api/webhooks/:webhookId': () => ({ url: null, kinds: ['case.opened'] }),
  'POST /api/webhooks/:webhookId/replay': () => ({ since: '2026-01-01T00:00:00.000Z' }),
  'POST /api/brands': () => ({ name: 'Nordlicht' }),
  'PUT /api/brands/:brandId': () => ({ name: 'Nordlicht' }),
  'PUT /api/channels/:channelId/brand': () => ({ brandId: null }),
  'POST /api/building-blocks': () => ({ name: 'On its way', text: 'It leaves us today.' }),
  'PUT /api/building-blocks/:blockId': () => ({ name: 'Repair', text: 'We repair it.' }),
  'POST /api/messages/:messageId/confirm': () => ({ decision: 'join' }),
  'POST /api/cases/:caseId/take': () => ({ version: 1 }),
  'POST /api/cases/:caseId/answer': () => ({ version: 1, text: 'Hello', final: false, finding: null, fileIds: [] }),
  'POST /api/cases/:caseId/wait': () => ({
    version: 1,
    for: 'customer',
    reason: 'a photo',
    until: '2026-12-01T10:00:00.000Z',
  }),
  'POST /api/cases/:caseId/resume': () => ({ version: 1 }),
  'POST /api/cases/:caseId/reopen': () => ({ version: 1, reason: 'still broken' }),
  'POST /api/cases/:caseId/resolve': () => ({ version: 1, reason: 'on the phone' }),
  'POST /api/cases/:caseId/reject': () => ({ version: 1, reasons: 'r', recourse: 'r' }),
  'POST /api/cases/:caseId/assign': (ids) => ({ version: 1, staffId: ids['staffId'], summary: 's' }),
  'POST /api/cases/:caseId/undo-hand-over': () => ({ version: 1 }),
  'POST /api/cases/:caseId/subject': (ids) => ({ version: 1, staffId: ids['staffId'] }),
  'POST /api/cases/:caseId/merge': (ids) => ({ version: 1, into: ids['caseId'], intoVersion: 1 }),
  'POST /api/cases/:caseId/split': (ids) => ({ version: 1, messageIds: [ids['messageId']] }),
  'POST /api/cases/:caseId/move': (ids) => ({
    ...{ version: 1, messageIds: [ids['messageId']], to: ids['caseId'], toVersion: 1 },
  }),
  'POST /api/cases/:caseId/rearrangements/:rearrangementId/undo': () => ({ version: 1 }),
  'POST /api/cases/:caseId/danger': () => ({ as: 'seen-to' }),
  'POST /api/cases/:caseId/reach': () => ({ address: 'other@customer.example' }),
  'POST /api/cases/:caseId/meaning': (ids) => ({ version: 1, messageId: ids['messageId'], meaning: 'thanks' }),
  'POST /api/cases/:caseId/promises': () => ({ version: 1, about: 'a call', dueAt: '2026-12-01T10:00:00.000Z' }),
  'POST /api/cases/:caseId/promises/:promiseId/keep': () => ({ version: 1 }),
  'PUT /api/cases/:caseId/draft': () => ({ text: 'draft' }),
  'POST /api/cases/:caseId/draft/compare': () => ({ text: 'draft' }),
  'PUT /api/cases/:caseId/note-draft': () => ({ text: 'draft' }),
  'POST /api/cases/:caseId/enquiries': () => ({
    version: 1,
    address: 'workshop@outside.example',
    subject: 'A repair',
    text: 'Can you mend it?',
    fileIds: [],
    until: null,
  }),
  'PUT /api/cases/:caseId/ask-draft': () => ({ text: 'draft' }),
  'POST /api/cases/:caseId/presence': () => ({ screen: 'a', doing: 'reading' }),
  'POST /api/cases/:caseId/notes': () => ({ text: 'note', call: 'in', mentions: [] }),
}

/** A body for a route, or none. */
export const bodyFor = (route: AnyRoute, ids: Readonly<Record<string, string>>): object | undefined =>
  bodies[`${route.method} ${route.url}`]?.(ids)
