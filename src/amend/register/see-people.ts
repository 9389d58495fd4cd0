// People lately heard, and the parts of a person's page, as the wire shows them.
import type { Context } from '../../platform/context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import type { CustomerId } from '../../shared/ids.ts'
import { whoActs } from '../cases/work/take-case.ts'
import type { CasesOfPerson, KnownOfPerson, PurchasesOfPerson, RecentPeople, WordOfMouth } from './people.schema.ts'
import { mostOnPage } from './people.schema.ts'
import {
  casesOfPerson,
  isPerson,
  knownOfPerson,
  purchasesOfPerson,
  recentPeople,
  wordOfMouthOf,
  type Place,
} from './people.sql.ts'

const mostReferrals = 50

const placeIn = (after: string | undefined): Place | null => {
  if (after === undefined) return null
  const [at = '', id = ''] = after.split('_')
  const instant = new Date(at)
  if (Number.isNaN(instant.getTime())) throw new Refusal('invalid', 'This is no place in this list.')
  return { at: instant, id }
}

/** A page of rows that were asked for with one more than it holds, and where the next begins. */
function paged<Row>(rows: readonly Row[], placeOf: (row: Row) => readonly [Date, string]) {
  const page = rows.slice(0, mostOnPage)
  const last = page.at(-1)
  if (rows.length <= mostOnPage || last === undefined) return { page, next: null }
  const [at, id] = placeOf(last)
  return { page, next: `${at.toISOString()}_${id}` }
}

export async function seeRecentPeople(ctx: Context, after: string | undefined): Promise<RecentPeople> {
  const rows = await recentPeople(ctx.db, whoActs(ctx), placeIn(after), mostOnPage + 1)
  const { page, next } = paged(rows, (row) => [row.at, row.conversationId])
  return { people: page.map(({ conversationId: _, ...one }) => ({ ...one, at: one.at.toISOString() })), next }
}

/** @throws Refusal('not-found') */
export async function seeCasesOfPerson(
  ctx: Context,
  customerId: CustomerId,
  after: string | undefined,
): Promise<CasesOfPerson> {
  await unlessNobody(ctx, customerId)
  const rows = await casesOfPerson(ctx.db, customerId, whoActs(ctx), placeIn(after), mostOnPage + 1)
  const { page, next } = paged(rows, (row) => [row.receivedAt, row.caseId])
  const cases = page.map((one) => ({
    ...one,
    receivedAt: one.receivedAt.toISOString(),
    promise: one.promise && { ...one.promise, dueAt: new Date(one.promise.dueAt).toISOString() },
  }))
  return { cases, next }
}

/** @throws Refusal('not-found') */
export async function seePurchases(
  ctx: Context,
  customerId: CustomerId,
  after: string | undefined,
): Promise<PurchasesOfPerson> {
  await unlessNobody(ctx, customerId)
  const rows = await purchasesOfPerson(ctx.db, customerId, placeIn(after), mostOnPage + 1)
  const { page, next } = paged(rows, (row) => [row.at, row.purchaseId])
  return { purchases: page.map((one) => ({ ...one, at: one.at.toISOString() })), next }
}

/** @throws Refusal('not-found') */
export async function seeWordOfMouth(ctx: Context, customerId: CustomerId): Promise<WordOfMouth> {
  await unlessNobody(ctx, customerId)
  const rows = await wordOfMouthOf(ctx.db, customerId, mostReferrals)
  return { referrals: rows.map((one) => ({ ...one, at: one.at.toISOString() })) }
}

/** @throws Refusal('not-found') */
export async function seeKnown(ctx: Context, customerId: CustomerId): Promise<KnownOfPerson> {
  await unlessNobody(ctx, customerId)
  const rows = await knownOfPerson(ctx.db, customerId, whoActs(ctx))
  return {
    known: rows.map((one) => ({
      ...one,
      since: one.since.toISOString(),
      latest: one.latest?.toISOString() ?? null,
    })),
  }
}

async function unlessNobody(ctx: Context, customerId: CustomerId): Promise<void> {
  if (!(await isPerson(ctx.db, customerId))) throw new Refusal('not-found', 'There is no such person.')
}
