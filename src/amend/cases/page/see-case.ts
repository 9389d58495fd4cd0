// The case page's first question: the case as somebody here sees it, and what they can ask of it now.
import { Refusal } from '../../../shared/errors.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { CaseId, StaffId } from '../../../shared/ids.ts'
import { mayDo, type Relation } from '../../../platform/access/access.rules.ts'
import { floorsOf } from '../../promises/known-floors.ts'
import type { PromiseView } from '../../promises/promise.schema.ts'
import { allowedOf } from '../rules/case-allowed.rules.ts'
import { whenDecided } from '../change-case.ts'
import { clockedPromises } from '../clocked-promises.sql.ts'
import type { Case } from '../case.rules.ts'
import type { CaseView } from '../case.schema.ts'
import { findCase, relationTo } from '../case.sql.ts'
import { seenCase, type CaseNames } from './case-view.sql.ts'
import type { KeptCase } from '../case-columns.ts'
import { promiseViewOf } from '../promise-clock.ts'
import { usualSilencePolicy } from '../rules/silence.rules.ts'
import { seeRearrangements } from '../rearranging/see-rearrangements.ts'
import { whoActs } from '../work/take-case.ts'

const noCase = (): Refusal => new Refusal('not-found', 'There is no such case.')

/** How a case stands to whoever asks. @throws Refusal('not-found') for no case of this company, and for one that is about them */
export async function caseRelation(ctx: Context, caseId: CaseId): Promise<Relation> {
  if (ctx.actor.kind !== 'staff') return (await findCase(ctx.db, caseId)) ? 'colleague' : never()
  return (await relationTo(ctx.db, caseId, ctx.actor.staffId)) ?? never()
}

function never(): never {
  throw noCase()
}

/** As `caseRelation`, for a request that answers `seeCase`: the check and the answer look at the same row, asked for once. */
export async function seenRelation(ctx: Context, caseId: CaseId): Promise<Relation> {
  if (ctx.actor.kind !== 'staff') return caseRelation(ctx, caseId)
  return relationOf(await seeOnce(ctx, caseId, ctx.actor.staffId), ctx.actor.staffId)
}

type Seen = NonNullable<Awaited<ReturnType<typeof seenCase>>>
const lastSeen = new WeakMap<Context, { readonly caseId: CaseId; readonly seen: Promise<Seen | null> }>()

async function seeOnce(ctx: Context, caseId: CaseId, staffId: StaffId): Promise<Seen> {
  const last = lastSeen.get(ctx)
  const now = last?.caseId === caseId ? last : { caseId, seen: seenCase(ctx.db, caseId, staffId) }
  lastSeen.set(ctx, now)
  return (await now.seen) ?? never()
}

const relationOf = ({ kept, names }: Seen, staffId: StaffId): CaseView['relation'] =>
  kept.current.ownerStaffId === staffId ? 'own' : isInMyPool(kept, names) ? 'pool' : 'colleague'

/** @throws Refusal('not-found') */
export async function seeCase(ctx: Context, caseId: CaseId): Promise<CaseView> {
  const staffId = whoActs(ctx)
  const seen = await seeOnce(ctx, caseId, staffId)
  const { kept, names } = seen
  const relation = relationOf(seen, staffId)
  const role = ctx.actor.kind === 'staff' ? ctx.actor.role : 'handler'
  const facts = { openPromises: names.openPromises, silence: usualSilencePolicy }
  return {
    ...viewOf(kept, names),
    rearrangements: await seeRearrangements(ctx, caseId),
    relation,
    isMentioned: names.isMentioned,
    maySeeToDanger: mayDo(ctx.actor, 'case.danger', relation),
    allowed: [...allowedOf(kept.current, { staffId, role, relation }, whenDecided(ctx, kept), facts)],
  }
}

const isInMyPool = ({ current }: KeptCase, { isMyPool }: CaseNames): boolean =>
  current.ownerStaffId === null && isMyPool

function viewOf(
  kept: KeptCase,
  names: CaseNames,
): Omit<CaseView, 'relation' | 'isMentioned' | 'maySeeToDanger' | 'allowed' | 'rearrangements'> {
  const { current } = kept
  return {
    ...{
      caseId: kept.caseId,
      number: `${names.casePrefix}-${String(kept.number)}`,
      kind: current.kind,
      state: current.state,
    },
    matter: kept.matter,
    owner: current.ownerStaffId === null ? null : { staffId: current.ownerStaffId, name: names.ownerName ?? '' },
    duty: { staffId: current.dutyStaffId, name: names.dutyName },
    about: [...names.aboutNames],
    aboutStaffIds: [...current.aboutStaffIds],
    pool: { poolId: current.poolId, name: names.poolName },
    customer: {
      customerId: kept.customerId,
      name: names.customerName,
      address: names.address,
      verified: names.verified,
    },
    channel: names.channel,
    brand: names.brandName,
    receivedAt: current.receivedAt.toISOString(),
    acknowledgedAt: iso(current.acknowledgedAt),
    takenAt: iso(current.takenAt),
    firstAnsweredAt: iso(current.firstAnsweredAt),
    finalAnsweredAt: iso(current.finalAnsweredAt),
    finding: current.finding,
    resolvedAt: iso(current.resolvedAt),
    resolvedBy: current.resolvedBy,
    closedAt: iso(current.closedAt),
    reopenings: current.reopenings.map((at) => at.toISOString()),
    waiting: waitingOf(current, kept.waitingReason),
    rejection: current.rejection,
    version: current.version,
    draft: draftOf(names.draftText, names.draftSavedAt),
    noteDraft: draftOf(names.noteDraftText, names.noteDraftSavedAt),
    askDraft: draftOf(names.askDraftText, names.askDraftSavedAt),
    toConfirm: names.toConfirm,
    unreachable: names.unreachable,
    danger:
      names.dangerSince === null
        ? null
        : { at: names.dangerSince.toISOString(), words: [...(names.dangerWords ?? [])] },
    mergedInto: mergedInto(current, names),
  }
}

const mergedInto = ({ merged }: Case, { casePrefix, standingNumber }: CaseNames): CaseView['mergedInto'] =>
  merged && { caseId: merged.into, number: `${casePrefix}-${String(standingNumber)}` }

const draftOf = (text: string | null, savedAt: Date | null): CaseView['draft'] =>
  savedAt === null ? null : { text: text ?? '', savedAt: savedAt.toISOString() }

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

function waitingOf(current: Case, reason: string | null): CaseView['waiting'] {
  if (current.waitingUntil === null) return null
  const isForCustomer = current.state === 'waiting-for-customer'
  return {
    for: isForCustomer ? 'customer' : 'third-party',
    reason: reason ?? '',
    until: current.waitingUntil.toISOString(),
  }
}

/** Every promise of a case with its clock, in the order they are due. */
export async function seePromises(ctx: Context, caseId: CaseId): Promise<{ promises: PromiseView[] }> {
  const promises = await clockedPromises(ctx.db, caseId)
  const floors = await floorsOf(
    ctx,
    promises.map(({ floorVersion }) => floorVersion),
  )
  const views = promises.flatMap((promise) => {
    const floor = floors.get(promise.floorVersion)
    return floor ? promiseViewOf(promise, promise.pauses, floor, ctx.now()) : []
  })
  return { promises: views }
}
