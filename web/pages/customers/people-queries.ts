// Questions about people in lists, and about each part of a person's page by itself.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import {
  casesOfPerson,
  knownOfPerson,
  purchasesOfPerson,
  recentPeople,
  wordOfMouth,
  type CasesOfPerson,
  type KnownOfPerson,
  type PurchasesOfPerson,
  type RecentPeople,
} from '../../../src/amend/register/people.schema.ts'
import { ask } from '../../api.ts'

export type { CasesOfPerson, KnownOfPerson, PurchasesOfPerson, RecentPeople }

const pages = <Shape extends z.ZodType<{ next: string | null }>>(
  queryKey: readonly string[],
  shape: Shape,
  address: string,
) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      ask(shape, pageParam === null ? address : `${address}?after=${encodeURIComponent(pageParam)}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

const of = (customerId: string, part: string) => `/api/customers/${customerId}/${part}`

export const recentPeopleQuery = pages(['customer', 'recent'], recentPeople, '/api/customers')
export const casesOfPersonQuery = (customerId: string) =>
  pages(['customer', customerId, 'cases'], casesOfPerson, of(customerId, 'cases'))
export const purchasesQuery = (customerId: string) =>
  pages(['customer', customerId, 'purchases'], purchasesOfPerson, of(customerId, 'purchases'))
export const wordOfMouthQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['customer', customerId, 'word-of-mouth'],
    queryFn: ({ signal }) => ask(wordOfMouth, of(customerId, 'word-of-mouth'), signal),
  })
export const knownQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['customer', customerId, 'known'],
    queryFn: ({ signal }) => ask(knownOfPerson, of(customerId, 'known'), signal),
  })
