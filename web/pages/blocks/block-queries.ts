// Questions about the building blocks of the company.
import { queryOptions } from '@tanstack/react-query'
import { blockKept, blocks, type NewBlock } from '../../../src/amend/cases/blocks/block.schema.ts'
import { done } from '../../../src/platform/http/done.schema.ts'
import { ask, send } from '../../api.ts'

export const blocksQuery = queryOptions({
  queryKey: ['building-blocks'],
  queryFn: ({ signal }) => ask(blocks, '/api/building-blocks', signal),
})
/** A new one where no identifier is given. */
export const keepBlock = (blockId: string | null, block: NewBlock) =>
  blockId === null
    ? send(blockKept, 'POST', '/api/building-blocks', block)
    : send(blockKept, 'PUT', `/api/building-blocks/${blockId}`, block)
export const deleteBlock = (blockId: string) => send(done, 'POST', `/api/building-blocks/${blockId}/delete`)
