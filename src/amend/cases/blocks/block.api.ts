// Routes of building blocks: everybody inserts them, leads write them.
import { z } from 'zod'
import { done } from '../../../platform/http/done.schema.ts'
import { route } from '../../../platform/http/route.ts'
import { idOf } from '../../../shared/wire.schema.ts'
import { caseRelation } from '../page/see-case.ts'
import { blockKept, blocks, blocksInCase, newBlock } from './block.schema.ts'
import { blocksOf } from './block.sql.ts'
import { forgetBlock, keepBlock } from './keep-block.ts'
import { seeBlocksInCase } from './see-blocks.ts'

const params = z.object({ blockId: idOf<'block'>() })

export const blockRoutes = [
  route({
    ...{ method: 'GET', url: '/api/building-blocks', permission: 'desk.see' },
    summary: 'The building blocks of the company, with their variables.',
    response: blocks,
    answer: async (ctx) => ({ blocks: [...(await blocksOf(ctx.db))] }),
  }),
  route({
    ...{ method: 'POST', url: '/api/building-blocks', permission: 'block.change', status: 201 },
    summary: 'Write a building block.',
    body: newBlock,
    response: blockKept,
    answer: async (ctx, { body }) => ({ blockId: await keepBlock(ctx, null, body) }),
  }),
  route({
    ...{ method: 'PUT', url: '/api/building-blocks/:blockId', permission: 'block.change', params },
    summary: 'Give a building block another name and text.',
    body: newBlock,
    response: blockKept,
    answer: async (ctx, input) => ({ blockId: await keepBlock(ctx, input.params.blockId, input.body) }),
  }),
  route({
    ...{ method: 'POST', url: '/api/building-blocks/:blockId/delete', permission: 'block.change', params },
    summary: 'Delete a building block.',
    body: z.strictObject({}).nullish(),
    response: done,
    answer: async (ctx, input) => {
      await forgetBlock(ctx, input.params.blockId)
      return { done: true }
    },
  }),
  route({
    ...{ method: 'GET', url: '/api/cases/:caseId/building-blocks', permission: 'case.read' },
    summary: 'The building blocks as a case fills them.',
    relation: (ctx, { caseId }) => caseRelation(ctx, caseId),
    params: z.object({ caseId: idOf<'case'>() }),
    response: blocksInCase,
    answer: (ctx, input) => seeBlocksInCase(ctx, input.params.caseId),
  }),
]
