// What an import does with things that are here already, kind by kind: finds them as they are, makes them what a row says, takes them away.
import { findBroughtCases, removeBroughtCases } from '../../amend/cases/brought-cases.sql.ts'
import { removeBroughtConversations } from '../../hear/conversations/brought-words.sql.ts'
import {
  addManyInteractions,
  callPeople,
  findPeopleCalled,
  removeInteractions,
  removeTold,
} from '../../hear/customers/brought-people.sql.ts'
import { nameFor } from '../../hear/customers/customer-name.rules.ts'
import {
  buyersOf,
  changePurchases,
  changeRefunds,
  findPurchases,
  findRefunds,
  type Purchase,
  removePurchases,
  removeRefunds,
  type Refund,
} from '../../know/purchases/purchase.sql.ts'
import {
  changeReferrals,
  findReferrals,
  type Referral,
  removeReferrals,
} from '../../know/word-of-mouth/referral.sql.ts'
import type { Context } from '../../platform/context/context.ts'
import type { CustomerId } from '../../shared/ids.ts'
import { type Happened, toldPurchase, toldReferral, toldRefund } from '../bring-deeds.ts'
import type { HistoryLine } from '../history.schema.ts'
import type { SourceKind } from '../source-record.sql.ts'
import type { ImportKind } from './fields.rules.ts'

/** What an id of theirs is here. */
export type IdOf = (kind: SourceKind, sourceId: string) => string | undefined

export interface Things {
  /** Why a row that says something else than before changes nothing; null where it does. */
  readonly whyUnchanged: string | null
  /** As they are, ready for JSON, by identifier. */
  find(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, object>>
  /** The same thing as a line has it; null where the line names something that is not here. */
  as(line: HistoryLine, before: object, idOf: IdOf): object | null
  change(ctx: Context, to: readonly object[]): Promise<void>
  /** Those on which nothing hangs; answers which are gone. */
  remove(ctx: Context, ids: readonly string[]): Promise<ReadonlySet<string>>
}

/** How the things of one kind are kept. `told` says whose timelines they stand on. */
interface Kept<Thing extends object> {
  readonly idOf: (thing: Thing) => string
  readonly find: (ctx: Context, ids: readonly string[]) => Promise<readonly Thing[]>
  readonly as: (line: HistoryLine, before: Thing, idOf: IdOf) => Thing | null
  readonly change: (ctx: Context, things: readonly Thing[]) => Promise<void>
  readonly remove: (ctx: Context, ids: readonly string[]) => Promise<ReadonlySet<string>>
  readonly told: (ctx: Context, things: readonly Thing[]) => Promise<readonly Happened[]>
}

function keptAs<Thing extends object>(kept: Kept<Thing>): Things {
  const untell = async (ctx: Context, happened: readonly Happened[]): Promise<void> => {
    await removeInteractions(
      ctx.db,
      happened.map(({ customerId, thing }) => ({ customerId, interactionId: thing })),
    )
  }
  const tell = (ctx: Context, happened: readonly Happened[]): Promise<void> =>
    addManyInteractions(
      ctx.db,
      ctx.organizationId,
      happened.map(({ thing, ...one }) => ({ ...one, interactionId: thing, messageId: null, caseId: null })),
    )
  return {
    whyUnchanged: null,
    find: async (ctx, ids) => new Map((await kept.find(ctx, ids)).map((thing) => [kept.idOf(thing), thing])),
    as: (line, before, idOf) => kept.as(line, before as Thing, idOf),
    change: async (ctx, to) => {
      const things = to.map((one) => withTime(one) as Thing)
      await untell(ctx, await kept.told(ctx, await kept.find(ctx, things.map(kept.idOf))))
      await kept.change(ctx, things)
      await tell(ctx, await kept.told(ctx, things))
    },
    remove: async (ctx, ids) => {
      const told = await kept.told(ctx, await kept.find(ctx, ids))
      const gone = await kept.remove(ctx, ids)
      await untell(
        ctx,
        told.filter(({ thing }) => gone.has(thing)),
      )
      return gone
    },
  }
}

/** A time that was kept as JSON is a time again. */
const withTime = (thing: object): object =>
  'at' in thing && typeof thing.at === 'string' ? { ...thing, at: new Date(thing.at) } : thing

const customers: Things = {
  whyUnchanged: null,
  find: async (ctx, ids) => new Map((await findPeopleCalled(ctx.db, ids)).map((one) => [one.customerId, one])),
  as: (line, before) =>
    line.kind === 'customer'
      ? { ...before, name: nameFor(line.name, line.emails[0] ?? '?@'), language: line.language }
      : null,
  change: (ctx, to) => callPeople(ctx.db, to as Parameters<typeof callPeople>[1]),
  // People go with their addresses: see undo-import.ts.
  remove: () => Promise.resolve(new Set()),
}

const purchases: Kept<Purchase> = {
  idOf: ({ purchaseId }) => purchaseId,
  find: (ctx, ids) => findPurchases(ctx.db, ids),
  as: (line, before, idOf) => {
    const customerId = line.kind === 'order' ? idOf('customer', line.customer) : undefined
    if (line.kind !== 'order' || customerId === undefined) return null
    const { at, amount, currency, items } = line
    return { ...before, customerId: customerId as CustomerId, at: new Date(at), amount, currency, items }
  },
  change: (ctx, things) => changePurchases(ctx.db, things),
  remove: (ctx, ids) => removePurchases(ctx.db, ids),
  told: (_ctx, things) => Promise.resolve(things.map(toldPurchase)),
}

const refunds: Kept<Refund> = {
  idOf: ({ refundId }) => refundId,
  find: (ctx, ids) => findRefunds(ctx.db, ids),
  as: (line, before, idOf) => {
    const purchaseId = line.kind === 'refund' ? idOf('order', line.order) : undefined
    if (line.kind !== 'refund' || purchaseId === undefined) return null
    const { at, amount, reason } = line
    return { ...before, purchaseId: purchaseId as Refund['purchaseId'], at: new Date(at), amount, reason }
  },
  change: (ctx, things) => changeRefunds(ctx.db, things),
  remove: (ctx, ids) => removeRefunds(ctx.db, ids),
  told: async (ctx, things) => {
    const buyers = await buyersOf(
      ctx.db,
      things.map(({ purchaseId }) => purchaseId),
    )
    return things.flatMap((one) => {
      const buyer = buyers.get(one.purchaseId)
      return buyer ? [toldRefund(one, buyer)] : []
    })
  },
}

const referrals: Kept<Referral> = {
  idOf: ({ referralId }) => referralId,
  find: (ctx, ids) => findReferrals(ctx.db, ids),
  as: (line, before, idOf) => {
    if (line.kind !== 'referral') return null
    const [from, to] = [idOf('customer', line.from), idOf('customer', line.to)]
    if (from === undefined || to === undefined || from === to) return null
    return { ...before, from: from as CustomerId, to: to as CustomerId, at: new Date(line.at), how: line.how }
  },
  change: (ctx, things) => changeReferrals(ctx.db, things),
  remove: (ctx, ids) => removeReferrals(ctx.db, ids),
  told: (_ctx, things) => Promise.resolve(things.flatMap(toldReferral)),
}

const complaints: Things = {
  whyUnchanged: 'It is here already. What was said is not rewritten: undo the import that brought it to bring it anew.',
  find: async (ctx, ids) => new Map((await findBroughtCases(ctx.db, ids)).map((caseId) => [caseId, { caseId }])),
  as: () => null,
  change: () => Promise.resolve(),
  remove: async (ctx, ids) => {
    const gone = await removeBroughtCases(ctx.db, ids)
    const conversations = gone.map(({ conversationId }) => conversationId)
    await removeTold(ctx.db, await removeBroughtConversations(ctx.db, conversations))
    return new Set(gone.map(({ caseId }) => caseId))
  },
}

export const thingsOf: Readonly<Record<ImportKind, Things>> = {
  customer: customers,
  order: keptAs(purchases),
  refund: keptAs(refunds),
  referral: keptAs(referrals),
  complaint: complaints,
}
