// Questions about a person: who they are, their cases, everything that happened with them.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { timeline } from '../../../src/amend/cases/page/case-messages.schema.ts'
import { personView, type PersonView } from '../../../src/amend/register/search.schema.ts'
import { ask } from '../../api.ts'

export type { PersonView }

export const customerQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['customer', customerId],
    queryFn: ({ signal }) => ask(personView, `/api/customers/${customerId}`, signal),
  })

export const customerTimelineQuery = (customerId: string) =>
  infiniteQueryOptions({
    queryKey: ['customer', customerId, 'timeline'],
    queryFn: ({ pageParam, signal }) =>
      ask(
        timeline,
        `/api/customers/${customerId}/timeline${pageParam === null ? '' : `?before=${encodeURIComponent(pageParam)}`}`,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.earlier,
  })
