// Building blocks as a case fills them. Loaded with the first `/` in a reply.
import { queryOptions } from '@tanstack/react-query'
import { blocksInCase, type BlocksInCase } from '../../../src/amend/cases/blocks/block.schema.ts'
import { ask } from '../../api.ts'

export type FilledBlock = BlocksInCase['blocks'][number]

export const blocksInCaseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'building-blocks'],
    queryFn: ({ signal }) => ask(blocksInCase, `/api/cases/${caseId}/building-blocks`, signal),
  })
