// The platform's part of erasing, exporting and forgetting: mostly settings and people who work here, no customer's words.
import { forgetAttemptsBefore } from '../access/attempt.sql.ts'
import { forgetAnswersBefore } from '../access/idempotency.sql.ts'
import { forgetLiveEventsBefore } from '../context/announce.sql.ts'
import { forgetSessionsBefore } from '../staff/session.sql.ts'
import { decisionsAbout } from './privacy.sql.ts'
import { keepNoPerson, type TablePrivacy } from './privacy.ts'

export const platformPrivacy: readonly TablePrivacy[] = [
  ...keepNoPerson('organization', 'organization_key', 'audit_entry', 'audit_head', 'staff', 'invite', 'api_key'),
  {
    table: 'decision',
    // Inputs are figures and codes, never words: the decision stays explicable when the person is gone.
    erase: 'keeps no person',
    exportRows: (ctx, customerId) => decisionsAbout(ctx.db, customerId),
    retention: 'kept',
  },
  {
    table: 'live_event',
    erase: 'keeps no person',
    exportRows: 'keeps no person',
    retention: { afterDays: 2, forget: (ctx, before, most) => forgetLiveEventsBefore(ctx.db, before, most) },
  },
  {
    table: 'attempt',
    erase: 'keeps no person',
    exportRows: 'keeps no person',
    retention: { afterDays: 2, forget: (ctx, before, most) => forgetAttemptsBefore(ctx.db, before, most) },
  },
  {
    table: 'session',
    erase: 'keeps no person',
    exportRows: 'keeps no person',
    retention: { afterDays: 90, forget: (ctx, before, most) => forgetSessionsBefore(ctx.db, before, most) },
  },
  {
    table: 'idempotency_key',
    erase: 'keeps no person',
    exportRows: 'keeps no person',
    retention: { afterDays: 2, forget: (ctx, before, most) => forgetAnswersBefore(ctx.db, before, most) },
  },
]
