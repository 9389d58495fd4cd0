// People as lists and the parts of their page show them on the wire.
import { z } from 'zod'
import { idOf, instant } from '../../shared/wire.schema.ts'
import { caseState } from '../cases/case-state.schema.ts'
import { promiseKind } from '../promises/promise.schema.ts'

/** As many as a page of any of these lists holds. */
export const mostOnPage = 30

/** Where a page ended: an instant and an identifier. */
export const place = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z_[0-9a-f-]{36}$/, 'is no place in this list')
export const placeQuery = z.object({ after: place.optional() })

/** Somebody with whom we spoke lately, and what about. */
export const recentPeople = z.object({
  people: z.array(
    z.object({
      customerId: idOf<'customer'>(),
      name: z.string(),
      address: z.string(),
      at: instant,
      matter: z.string(),
      openCases: z.int(),
    }),
  ),
  next: z.string().nullable(),
})

/** `promise`: what is owed next in it; null where nothing is. */
export const casesOfPerson = z.object({
  cases: z.array(
    z.object({
      caseId: idOf<'case'>(),
      number: z.string(),
      state: caseState,
      matter: z.string(),
      receivedAt: instant,
      promise: z.object({ kind: promiseKind, about: z.string(), dueAt: instant }).nullable(),
    }),
  ),
  next: z.string().nullable(),
})

export const purchasesOfPerson = z.object({
  purchases: z.array(
    z.object({
      purchaseId: z.string(),
      at: instant,
      amount: z.string(),
      currency: z.string(),
      items: z.array(z.object({ name: z.string(), quantity: z.number() })),
      /** What of it was given back; null where nothing was. */
      givenBack: z.string().nullable(),
    }),
  ),
  next: z.string().nullable(),
})

export const wordOfMouth = z.object({
  referrals: z.array(
    z.object({
      /** Whether this person brought the other, or came because of them. */
      direction: z.enum(['brought', 'came-by']),
      customerId: idOf<'customer'>(),
      name: z.string(),
      at: instant,
      how: z.string(),
    }),
  ),
})

/** What we know of somebody, each with since when we do. `count` where it is a number of things. */
export const knownOfPerson = z.object({
  known: z.array(
    z.object({
      what: z.enum([
        'first-seen',
        'address-proved',
        'complained',
        'bought',
        'given-back',
        'visited',
        'brought',
        'came-by',
      ]),
      since: instant,
      latest: instant.nullable(),
      count: z.int().nullable(),
    }),
  ),
})

export type RecentPeople = z.output<typeof recentPeople>
export type CasesOfPerson = z.output<typeof casesOfPerson>
export type PurchasesOfPerson = z.output<typeof purchasesOfPerson>
export type WordOfMouth = z.output<typeof wordOfMouth>
export type KnownOfPerson = z.output<typeof knownOfPerson>
