// The question what we promise everybody.
import { queryOptions } from '@tanstack/react-query'
import { floorView } from '../../../src/amend/promises/promise.schema.ts'
import { ask } from '../../api.ts'

export const floorQuery = queryOptions({
  queryKey: ['floor'],
  queryFn: ({ signal }) => ask(floorView, '/api/floor', signal),
})
