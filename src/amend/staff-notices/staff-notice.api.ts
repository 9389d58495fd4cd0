// Routes of a person's own notices and of how they want them.
import { z } from 'zod'
import { done } from '../../platform/http/done.schema.ts'
import { route } from '../../platform/http/route.ts'
import { personOf } from '../../platform/staff/staff.api.ts'
import { changeNoticeSettings, seeNoticeSettings } from './change-notice-settings.ts'
import { noteTest, removeWebhook, setWebhook, switchWebhookOn, tryWebhook } from './change-webhook.ts'
import { readNotices, seeNotices } from './see-notices.ts'
import {
  noticeList,
  noticeSettings,
  noticeSettingsChange,
  noticesRead,
  webhookAddress,
  webhookTried,
} from './staff-notice.schema.ts'

const nothing = z.strictObject({}).nullish()

export const staffNoticeRoutes = [
  route({
    method: 'GET',
    url: '/api/notices',
    summary: 'My newest notices.',
    permission: 'self.change',
    response: noticeList,
    isAskedWithCheck: true,
    answer: (ctx) => seeNotices(ctx),
  }),
  route({
    method: 'POST',
    url: '/api/notices/read',
    summary: 'Mark notices of mine as read.',
    permission: 'self.change',
    body: noticesRead,
    response: done,
    answer: async (ctx, { body }) => {
      await readNotices(ctx, body.noticeIds)
      return { done: true }
    },
  }),
  route({
    method: 'GET',
    url: '/api/notices/settings',
    summary: 'What I am told, how and when.',
    permission: 'self.change',
    response: noticeSettings,
    answer: (ctx) => seeNoticeSettings(ctx),
  }),
  route({
    method: 'PUT',
    url: '/api/notices/settings',
    summary: 'Change what I am told, how and when.',
    permission: 'self.change',
    body: noticeSettingsChange,
    response: noticeSettings,
    answer: (ctx, { body }) => changeNoticeSettings(ctx, body),
  }),
  route({
    method: 'PUT',
    url: '/api/notices/webhook',
    summary: 'Set my webhook. Its address is not shown again.',
    permission: 'self.change',
    body: webhookAddress,
    response: noticeSettings,
    answer: async (ctx, { body }) => {
      await setWebhook(ctx, body.url)
      return seeNoticeSettings(ctx)
    },
  }),
  route({
    method: 'POST',
    url: '/api/notices/webhook/test',
    summary: 'Send a test to my webhook.',
    permission: 'self.change',
    body: nothing,
    response: webhookTried,
    before: (house, who) => tryWebhook(house, who.organizationId, personOf(who)),
    answer: (ctx, _input, _http, tried) => noteTest(ctx, tried),
  }),
  route({
    method: 'POST',
    url: '/api/notices/webhook/on',
    summary: 'Switch my webhook on again.',
    permission: 'self.change',
    body: nothing,
    response: noticeSettings,
    answer: async (ctx) => {
      await switchWebhookOn(ctx)
      return seeNoticeSettings(ctx)
    },
  }),
  route({
    method: 'POST',
    url: '/api/notices/webhook/remove',
    summary: 'Forget my webhook.',
    permission: 'self.change',
    body: nothing,
    response: noticeSettings,
    answer: async (ctx) => {
      await removeWebhook(ctx)
      return seeNoticeSettings(ctx)
    },
  }),
] as const
