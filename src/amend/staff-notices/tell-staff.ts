// Run by the tick: what has waited for others of its kind, and for its person's hours, goes together by each way they chose.
import { type Context, withContext } from '../../platform/context/context.ts'
import type { TickPart } from '../../platform/jobs/job.ts'
import type { BundleId } from '../../shared/ids.ts'
import { addDelivery, dueDeliveries } from './notice-delivery.sql.ts'
import { type NoticeSetting, noticeSetting } from './notice-setting.sql.ts'
import { gatherMs, isGathered, isUrgent, mayGoNow, type NoticeWay, waysFor } from './staff-notice.rules.ts'
import { bundle, dropStale, type Gathering, gatherings, settleNotices, wasToldSince } from './staff-notice.sql.ts'

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

interface ToDeliver {
  readonly bundleId: BundleId
  readonly way: NoticeWay
}

const askToDeliver = (ctx: Context, bundleId: BundleId, way: NoticeWay): void => {
  ctx.addJob(deliverTask, { bundleId, way }, `${deliverTask}:${bundleId}:${way}`)
}

/** Answers what there is to deliver. */
async function sendOff(ctx: Context, gathering: Gathering): Promise<readonly ToDeliver[]> {
  const { staffId, kind, oldest } = gathering
  await dropStale(ctx.db, gathering)
  const setting = await noticeSetting(ctx.db, staffId)
  if (!setting || !isGathered(kind, oldest, ctx.now()) || !mayGoNow(kind, setting, ctx.now())) return []
  const bundleId = ctx.newId<'bundle'>()
  if ((await bundle(ctx.db, gathering, bundleId)) === 0) return []
  const ways = waysOf(setting, kind)
  for (const way of ways) {
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
  return ways.filter((way) => way !== 'browser').map((way) => ({ bundleId, way }))
}

/** A webhook that is not there, or is off, is no way. */
const waysOf = ({ choices, webhook }: NoticeSetting, kind: Gathering['kind']): readonly NoticeWay[] =>
  waysFor(kind, choices).filter((way) => way !== 'webhook' || webhook?.offAt === null)

/** What cannot wait for the next tick: in the transaction that noted it. Whoever was told a moment ago is told of the rest together, by the tick: a
 * hundred mails in a minute make two, and none waits for more than that. */
export async function tellUrgent(ctx: Context): Promise<void> {
  for (const gathering of await gatherings(ctx.db, most))
    if (isUrgent(gathering.kind) && !(await wasToldSince(ctx.db, gathering, new Date(ctx.now().getTime() - gatherMs))))
      for (const { bundleId, way } of await sendOff(ctx, gathering)) askToDeliver(ctx, bundleId, way)
}
