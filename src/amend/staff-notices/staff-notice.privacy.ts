// Notices name cases and people who work here, no customer and none of their words. What somebody was told is let go after four months: longer than
// a quarter of the longest promise, so that none is told twice.
import { keepNoPerson, type TablePrivacy } from '../../platform/privacy/privacy.ts'
import { forgetDeliveriesBefore } from './notice-delivery.sql.ts'
import { forgetNoticesBefore } from './staff-notice.sql.ts'

const afterDays = 120

export const staffNoticePrivacy: readonly TablePrivacy[] = [
  ...keepNoPerson('notice_setting'),
  {
    table: 'staff_notice',
    erase: 'keeps no person',
    exportRows: 'keeps no person',
    retention: { afterDays, forget: (ctx, before, most) => forgetNoticesBefore(ctx.db, before, most) },
  },
  {
    table: 'notice_delivery',
    erase: 'keeps no person',
    exportRows: 'keeps no person',
    retention: { afterDays, forget: (ctx, before, most) => forgetDeliveriesBefore(ctx.db, before, most) },
  },
]
