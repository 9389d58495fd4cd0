// Questions about my own notices and how I want them, and what can be changed about them.
import { queryOptions } from '@tanstack/react-query'
import { done } from '../../../src/platform/http/done.schema.ts'
import {
  noticeList,
  noticeSettings,
  webhookTried,
  type NoticeSettings,
  type NoticeSettingsChange,
  type NoticeView,
} from '../../../src/amend/staff-notices/staff-notice.schema.ts'
import { ask, send } from '../../api.ts'

export type { NoticeSettings, NoticeSettingsChange, NoticeView }

export const noticesQuery = queryOptions({
  queryKey: ['notices'],
  queryFn: ({ signal }) => ask(noticeList, '/api/notices', signal),
})
export const noticeSettingsQuery = queryOptions({
  queryKey: ['notice-settings'],
  queryFn: ({ signal }) => ask(noticeSettings, '/api/notices/settings', signal),
})

export const readNotices = (noticeIds: readonly string[]) => send(done, 'POST', '/api/notices/read', { noticeIds })
export const saveNoticeSettings = (change: NoticeSettingsChange) =>
  send(noticeSettings, 'PUT', '/api/notices/settings', change)
export const setWebhook = (url: string) => send(noticeSettings, 'PUT', '/api/notices/webhook', { url })
export const changeWebhook = (to: 'on' | 'remove') => send(noticeSettings, 'POST', `/api/notices/webhook/${to}`)
export const testWebhook = () => send(webhookTried, 'POST', '/api/notices/webhook/test')
