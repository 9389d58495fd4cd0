// Notices to staff and their settings as they stand on the wire. Of a webhook's address only the host.
import { z } from 'zod'
import { idOf, instant } from '../../shared/wire.schema.ts'
import { weeklyHours } from '../promises/promise.schema.ts'

export const noticeKind = z.enum([
  'customer-answered',
  'outside-answered',
  'promise-due',
  'case-yours',
  'mentioned',
  'customer-unhappy',
  'letter-returned',
  'danger',
])
export const noticeWay = z.enum(['mail', 'browser', 'webhook'])

export const noticeView = z.object({
  noticeId: idOf<'notice'>(),
  // A newer desk may tell of more; the pages show what they have words for.
  kind: z.string(),
  at: instant,
  caseId: idOf<'case'>(),
  number: z.string(),
  dueAt: instant.nullable(),
  isRead: z.boolean(),
  /** Those of one bundle are shown by the browser together; null for what it does not show. */
  bundleId: idOf<'bundle'>().nullable(),
})
export const noticeList = z.object({ notices: z.array(noticeView) })
export const noticesRead = z.strictObject({ noticeIds: z.array(idOf<'notice'>()).max(100) })

const choices = z.partialRecord(noticeKind, z.array(noticeWay).max(3))

export const webhookView = z.object({
  host: z.string(),
  isOff: z.boolean(),
  failures: z.int(),
  failingSince: instant.nullable(),
  why: z.string().nullable(),
})

export const noticeSettings = z.object({
  kinds: z.array(noticeKind),
  /** Those that nobody can leave out. */
  always: z.array(noticeKind),
  choices,
  /** Null: at any hour. */
  weekly: weeklyHours.nullable(),
  timeZone: z.string(),
  promisesAlways: z.boolean(),
  /** Whether mail can go now; else why not. */
  mail: z.enum(['possible', 'none', 'off']),
  webhook: webhookView.nullable(),
  /** A webhook is switched off after so many failures in a row. */
  mostFailures: z.int(),
})
export const noticeSettingsChange = z.strictObject({
  choices,
  weekly: weeklyHours.nullable(),
  timeZone: z.string().min(1).max(64),
  promisesAlways: z.boolean(),
})
export const webhookAddress = z.strictObject({ url: z.string().trim().min(1).max(2000) })
export const webhookTried = z.object({ ok: z.boolean(), words: z.string() })

export type NoticeView = z.output<typeof noticeView>
export type NoticeSettings = z.output<typeof noticeSettings>
export type NoticeSettingsChange = z.output<typeof noticeSettingsChange>
