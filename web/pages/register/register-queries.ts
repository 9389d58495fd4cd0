// Questions of the register: its pages, its saved views, and a file of it.
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { done } from '../../../src/platform/http/done.schema.ts'
import {
  registerPage,
  type ExportFormat,
  type RegisterLine,
  type RegisterPage,
} from '../../../src/amend/register/register.schema.ts'
import { savedViews, viewKept, type SavedView } from '../../../src/amend/register/saved-view.schema.ts'
import { ask, fetchFile, send } from '../../api.ts'
import { askedIn, wordsOf, type ViewFilter } from './register-search.ts'

export type { ExportFormat, RegisterLine, RegisterPage, SavedView }

/** More pages than these are not asked for again by themselves: somebody who has scrolled far would wait for all of them. */
const mostRenewed = 5

const isShort = ({ state }: { readonly state: { readonly data: unknown } }): boolean =>
  ((state.data as { readonly pages: readonly unknown[] } | undefined)?.pages.length ?? 0) <= mostRenewed

/** What was shown stays while another filter is asked for. */
export const registerQuery = (filter: ViewFilter) =>
  infiniteQueryOptions({
    queryKey: ['register', wordsOf(filter)],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams(wordsOf(filter))
      if (pageParam !== null) asked.set('after', pageParam)
      return ask(registerPage, `/api/register?${asked.toString()}`, signal)
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    // Earlier pages stay the objects they are. Comparing thousands of them whenever one more comes would hold the browser up.
    structuralSharing: false,
    refetchOnMount: isShort,
    refetchOnWindowFocus: isShort,
    refetchOnReconnect: isShort,
  })

export const viewsQuery = queryOptions({
  queryKey: ['register-views'],
  queryFn: ({ signal }) => ask(savedViews, '/api/register/views', signal),
})
export const keepView = ({ name, isShared, filter }: Pick<SavedView, 'name' | 'isShared' | 'filter'>) =>
  send(viewKept, 'POST', '/api/register/views', { name, isShared, filter: askedIn(filter) })
export const renameView = (savedViewId: string, name: string) =>
  send(viewKept, 'PUT', `/api/register/views/${savedViewId}`, { name })
export const deleteView = (savedViewId: string) => send(done, 'POST', `/api/register/views/${savedViewId}/delete`)

export function exportRegister(filter: ViewFilter, format: ExportFormat): Promise<void> {
  const { sort: _sort, ...asked } = askedIn(filter)
  return fetchFile('/api/register/export', { format, filter: asked })
}
