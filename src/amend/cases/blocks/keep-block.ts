// Writes, changes and forgets building blocks: small facts and actions, no letters.
import { recordAudit } from '../../../platform/audit/record-audit.ts'
import type { Context } from '../../../platform/context/context.ts'
import { Refusal } from '../../../shared/errors.ts'
import { whoActs } from '../work/take-case.ts'
import { variables, whyNoBlock } from './block.rules.ts'
import type { NewBlock } from './block.schema.ts'
import { type BlockId, blocksOf, deleteBlock, mostBlocks, saveBlock } from './block.sql.ts'

/** A new one where no identifier is given.
 * @throws Refusal('invalid') for a text that is none, Refusal('not-found'), Refusal('wrong-state') where the name is taken or there are too many */
export async function keepBlock(ctx: Context, blockId: BlockId | null, { name, text }: NewBlock): Promise<BlockId> {
  const staffId = whoActs(ctx)
  unlessNoBlock(text)
  const known = await blocksOf(ctx.db)
  if (blockId !== null && !known.some((one) => one.blockId === blockId)) throw noBlock()
  if (known.some((one) => one.name === name && one.blockId !== blockId))
    throw new Refusal('wrong-state', 'There is a building block of this name already.')
  if (blockId === null && known.length >= mostBlocks)
    throw new Refusal(
      'wrong-state',
      `There are ${String(mostBlocks)} building blocks already. Delete one of them first.`,
    )
  const kept = blockId ?? ctx.newId<'block'>()
  await saveBlock(ctx.db, ctx.organizationId, { blockId: kept, name, text }, { staffId, at: ctx.now() })
  await recordAudit(ctx, 'block.changed', { kind: 'block', id: kept }, { name, text })
  return kept
}

/** @throws Refusal('not-found') */
export async function forgetBlock(ctx: Context, blockId: BlockId): Promise<void> {
  if (!(await deleteBlock(ctx.db, blockId))) throw noBlock()
  await recordAudit(ctx, 'block.deleted', { kind: 'block', id: blockId }, {})
}

function unlessNoBlock(text: string): void {
  const why = whyNoBlock(text)
  if (why === 'too-long')
    throw new Refusal('invalid', 'A building block has at most two sentences, on one line.', {
      '/text': 'has more than two sentences',
    })
  if (why === 'unknown-variable')
    throw new Refusal('invalid', `These can stand in braces: ${variables.join(', ')}.`, {
      '/text': 'names a variable that there is not',
    })
}

const noBlock = (): Refusal =>
  new Refusal('not-found', 'There is no such building block. Somebody may have deleted it.')
