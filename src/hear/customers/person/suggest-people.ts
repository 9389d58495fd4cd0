// Who may be the same person as a customer, likeliest first, with what speaks for it. Worked out when somebody looks; nobody is joined by it.
import { recordAudit } from '../../../platform/audit/record-audit.ts'
import type { Context } from '../../../platform/context/context.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { CustomerId } from '../../../shared/ids.ts'
import type { Suggestions } from './person.schema.ts'
import { likenessOf, worthALook } from './suggest.rules.ts'
import { whoItIs } from './person-link.sql.ts'
import { addRefusal, candidatesFor, countCustomers } from './suggestion.sql.ts'

const mostOfASort = 60
const mostShown = 5

/** @throws Refusal('not-found') */
export async function suggestPeople(ctx: Context, customerId: CustomerId): Promise<Suggestions> {
  const [compared, customers] = await Promise.all([
    candidatesFor(ctx.db, customerId, mostOfASort),
    countCustomers(ctx.db),
  ])
  const one = compared.find((each) => each.customerId === customerId)
  if (!one) throw notFound()
  const others = compared.filter((each) => each !== one)
  const found = others
    .map((other) => ({ other, ...likenessOf(one, other, customers) }))
    .filter(({ probability }) => probability >= worthALook)
    .sort((a, b) => b.probability - a.probability || (a.other.customerId < b.other.customerId ? -1 : 1))
  return {
    suggestions: found.slice(0, mostShown).map(({ other, probability, reasons }) => ({
      ...{ customerId: other.customerId, name: other.shownName, address: other.address },
      ...{ probability: Math.round(probability * 100) / 100, reasons: [...reasons] },
    })),
  }
}

/** They are two: not suggested again. @throws Refusal('not-found'), Refusal('invalid') */
export async function refuseSuggestion(ctx: Context, one: CustomerId, other: CustomerId): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'staff') throw new Refusal('not-allowed', 'Only people say who is one person.')
  const both = await Promise.all([one, other].map((each) => whoItIs(ctx.db, each)))
  if (both.some((each) => each === null || each.isErased)) throw notFound()
  if (one === other) throw new Refusal('invalid', 'Choose another customer than this one.')
  await addRefusal(ctx.db, ctx.organizationId, [one, other], { staffId: actor.staffId, at: ctx.now() })
  await recordAudit(ctx, 'person.refused', { kind: 'customer', id: one }, { other })
}

const notFound = (): Refusal => new Refusal('not-found', 'There is no such person.')
