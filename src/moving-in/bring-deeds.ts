// What people did: bought, gave back, visited, told somebody. Each stands on their timeline.
import type { Context } from '../platform/context/context.ts'
import { addManyInteractions } from '../hear/customers/brought-people.sql.ts'
import type { NewInteraction } from '../hear/customers/interaction.sql.ts'
import {
  addPurchases,
  addRefunds,
  buyersOf,
  type Purchase,
  type PurchaseId,
  type Refund,
} from '../know/purchases/purchase.sql.ts'
import { addReferrals, type Referral } from '../know/word-of-mouth/referral.sql.ts'
import type { CustomerId, Id } from '../shared/ids.ts'
import { type Arrivals, isPast } from './arrivals.ts'

const future = 'It happened in the future.'
const nobody = 'No line before it brought this customer.'

/** On the timeline under the identifier of the thing itself, by which it is found again. */
export type Happened = Pick<NewInteraction, 'customerId' | 'at' | 'kind' | 'details'> & {
  readonly thing: Id<'interaction'>
}

export async function bringDeeds(ctx: Context, arrivals: Arrivals): Promise<void> {
  const happened = [
    ...(await bringOrders(ctx, arrivals)),
    ...(await bringRefunds(ctx, arrivals)),
    ...bringVisits(ctx, arrivals),
    ...(await bringReferrals(ctx, arrivals)),
  ]
  await addManyInteractions(
    ctx.db,
    ctx.organizationId,
    happened.map(({ thing, ...one }) => ({
      ...one,
      interactionId: thing,
      messageId: null,
      caseId: null,
    })),
  )
}

async function bringOrders(ctx: Context, arrivals: Arrivals): Promise<readonly Happened[]> {
  const purchases: Purchase[] = []
  for (const arrival of arrivals.fresh('order')) {
    const { customer, at, amount, currency, items } = arrival.line
    const customerId = arrivals.idOf('customer', customer) as CustomerId | undefined
    if (customerId === undefined || !isPast(ctx, at)) {
      arrivals.refuse(arrival, customerId === undefined ? nobody : future)
      continue
    }
    const purchaseId = ctx.newId<'purchase'>()
    purchases.push({ purchaseId, customerId, at: new Date(at), amount, currency, items })
    arrivals.took(arrival, purchaseId)
  }
  await addPurchases(ctx.db, ctx.organizationId, purchases)
  return purchases.map(toldPurchase)
}

const onTimeline = (id: Id<string>): Id<'interaction'> => id as Id<'interaction'>

/** A purchase on its buyer's timeline. */
export const toldPurchase = ({ purchaseId, customerId, at, amount, currency, items }: Purchase): Happened => ({
  ...{ thing: onTimeline(purchaseId), customerId, at, kind: 'purchase' },
  details: {
    amount,
    currency,
    what: items
      .map(({ name }) => name)
      .join(', ')
      .slice(0, 200),
  },
})

async function bringRefunds(ctx: Context, arrivals: Arrivals): Promise<readonly Happened[]> {
  const fresh = arrivals.fresh('refund')
  const ids = fresh.flatMap(({ line }) => (arrivals.idOf('order', line.order) as PurchaseId | undefined) ?? [])
  const buyers = await buyersOf(ctx.db, ids)
  const refunds: Refund[] = []
  const happened: Happened[] = []
  for (const arrival of fresh) {
    const { order, at, amount, reason } = arrival.line
    const purchaseId = arrivals.idOf('order', order) as PurchaseId | undefined
    const buyer = purchaseId && buyers.get(purchaseId)
    if (!purchaseId || !buyer || !isPast(ctx, at)) {
      arrivals.refuse(arrival, buyer ? future : 'No line before it brought this order.')
      continue
    }
    const refundId = ctx.newId<'refund'>()
    const refund = { refundId, purchaseId, at: new Date(at), amount, reason }
    refunds.push(refund)
    happened.push(toldRefund(refund, buyer))
    arrivals.took(arrival, refundId)
  }
  await addRefunds(ctx.db, ctx.organizationId, refunds)
  return happened
}

export const toldRefund = (
  { refundId, at, amount }: Refund,
  { customerId, currency }: { readonly customerId: CustomerId; readonly currency: string },
): Happened => ({ thing: onTimeline(refundId), customerId, at, kind: 'refund', details: { amount, currency } })

function bringVisits(ctx: Context, arrivals: Arrivals): readonly Happened[] {
  return arrivals.fresh('visit').flatMap((arrival): readonly Happened[] => {
    const { customer, at, page } = arrival.line
    const customerId = arrivals.idOf('customer', customer) as CustomerId | undefined
    if (customerId === undefined || !isPast(ctx, at)) {
      arrivals.refuse(arrival, customerId === undefined ? nobody : future)
      return []
    }
    const visitId = ctx.newId<'visit'>()
    arrivals.took(arrival, visitId)
    return [{ thing: onTimeline(visitId), customerId, at: new Date(at), kind: 'visit', details: { page } }]
  })
}

async function bringReferrals(ctx: Context, arrivals: Arrivals): Promise<readonly Happened[]> {
  const referrals: Referral[] = []
  for (const arrival of arrivals.fresh('referral')) {
    const { line } = arrival
    const from = arrivals.idOf('customer', line.from) as CustomerId | undefined
    const to = arrivals.idOf('customer', line.to) as CustomerId | undefined
    if (!from || !to || from === to || !isPast(ctx, line.at)) {
      arrivals.refuse(arrival, !from || !to ? nobody : from === to ? 'Nobody brings themselves.' : future)
      continue
    }
    const referralId = ctx.newId<'referral'>()
    referrals.push({ referralId, from, to, at: new Date(line.at), how: line.how })
    arrivals.took(arrival, referralId)
  }
  await addReferrals(ctx.db, ctx.organizationId, referrals)
  return referrals.flatMap(toldReferral)
}

/** A referral on both timelines. */
export const toldReferral = ({ referralId, from, to, at, how }: Referral): readonly Happened[] => [
  { thing: onTimeline(referralId), customerId: from, at, kind: 'referral', details: { what: 'told', how } },
  { thing: onTimeline(referralId), customerId: to, at, kind: 'referral', details: { what: 'came', how } },
]
