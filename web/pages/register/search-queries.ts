// Search over people and cases.
import { queryOptions } from '@tanstack/react-query'
import { searchFound, type SearchFound } from '../../../src/amend/register/search.schema.ts'
import { ask } from '../../api.ts'

export type { SearchFound }

export const searchQuery = (words: string, limit: number) =>
  queryOptions({
    queryKey: ['search', words, limit],
    queryFn: ({ signal }) =>
      ask(searchFound, `/api/search?${new URLSearchParams({ q: words, limit: String(limit) }).toString()}`, signal),
  })
