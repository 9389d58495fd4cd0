// A person's own notices, newest first, and marking them as read.
import type { Context } from '../../platform/context/context.ts'
import type { NoticeId } from '../../shared/ids.ts'
import { whoActs } from '../cases/work/take-case.ts'
import { markRead, recentNotices } from './notice-list.sql.ts'
import type { NoticeView } from './staff-notice.schema.ts'

const most = 50

export async function seeNotices(ctx: Context): Promise<{ readonly notices: NoticeView[] }> {
  const found = await recentNotices(ctx.db, whoActs(ctx), most)
  return {
    notices: found.map(({ at, dueAt, readAt, ...rest }) => ({
      ...rest,
      at: at.toISOString(),
      dueAt: dueAt?.toISOString() ?? null,
      isRead: readAt !== null,
    })),
  }
}

/** Others' notices are not touched, whatever is named. */
export const readNotices = (ctx: Context, noticeIds: readonly NoticeId[]): Promise<void> =>
  markRead(ctx.db, whoActs(ctx), noticeIds, ctx.now())
