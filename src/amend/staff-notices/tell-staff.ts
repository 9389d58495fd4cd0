// Run by the tick: what has waited for others of its kind, and for its person's hours, goes together by each way they chose.
import { type Context, withContext } from '../../platform/context/context.ts'
import type { TickPart } from '../../platform/jobs/job.ts'
import type { BundleId } from '../../shared/ids.ts'
import { addDelivery, dueDeliveries } from './notice-delivery.sql.ts'
import { type NoticeSetting, noticeSetting } from './notice-setting.sql.ts'
import { isGathered, mayGoNow, type NoticeWay } from './staff-notice.rules.ts'
import { bundle, dropStale, type Gathering, gatherings, settleNotices } from './staff-notice.sql.ts'

const most = 500

/** The name of the job that tries one delivery (staff-notice.jobs.ts). */
export const deliverTask = 'staff-notices.deliver'

export const tellStaff: TickPart = {
  name: 'notices to staff',
  run: async (house, organizationId, stopping) => {
    const who = { organizationId, actor: { kind: 'system', part: 'tick' } } as const
    const waiting = await withContext(house, who, (ctx) => gatherings(ctx.db, most))
    for (const gathering of waiting) {
      if (stopping?.aborted) return
      await withContext(house, who, (ctx) => sendOff(ctx, gathering))
    }
    if (stopping?.aborted) return
    // Those just sent off have their jobs; these failed before, or their job was lost.
    await withContext(house, who, async (ctx) => {
      for (const { bundleId, way } of await dueDeliveries(ctx.db, ctx.now(), most)) askToDeliver(ctx, bundleId, way)
    })
  },
}

const askToDeliver = (ctx: Context, bundleId: BundleId, way: NoticeWay): void => {
  ctx.addJob(deliverTask, { bundleId, way }, `${deliverTask}:${bundleId}:${way}`)
}

async function sendOff(ctx: Context, gathering: Gathering): Promise<void> {
  const { staffId, kind, oldest } = gathering
  await dropStale(ctx.db, gathering)
  const setting = await noticeSetting(ctx.db, staffId)
  if (!setting || !isGathered(oldest, ctx.now()) || !mayGoNow(kind, setting, ctx.now())) return
  const bundleId = ctx.newId<'bundle'>()
  if ((await bundle(ctx.db, gathering, bundleId)) === 0) return
  for (const way of waysOf(setting, kind)) {
    const isShown = way === 'browser'
    await addDelivery(
      ctx.db,
      ctx.organizationId,
      { bundleId, way, staffId, kind },
      isShown ? 'sent' : 'waiting',
      ctx.now(),
    )
    if (isShown) ctx.emit({ kind: 'staff.noticed', noticedStaffId: staffId })
  }
  await settleNotices(ctx.db, bundleId)
}

/** A webhook that is not there, or is off, is no way. */
const waysOf = ({ choices, webhook }: NoticeSetting, kind: Gathering['kind']): readonly NoticeWay[] =>
  (choices[kind] ?? []).filter((way) => way !== 'webhook' || webhook?.offAt === null)
