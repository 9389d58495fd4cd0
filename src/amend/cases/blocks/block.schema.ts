// Building blocks as they stand on the wire.
import { z } from 'zod'
import { idOf } from '../../../shared/wire.schema.ts'

export const block = z.object({ blockId: idOf<'block'>(), name: z.string(), text: z.string() })
export const blocks = z.object({ blocks: z.array(block) })
/** As a case fills it; `missing` names what it does not know, which stands in braces in the text. */
export const blocksInCase = z.object({ blocks: z.array(block.extend({ missing: z.array(z.string()) })) })
export const newBlock = z.strictObject({
  name: z.string().trim().min(1).max(60),
  text: z.string().trim().min(1).max(400),
})
export const blockKept = z.object({ blockId: idOf<'block'>() })

export type Block = z.output<typeof block>
export type BlocksInCase = z.output<typeof blocksInCase>
export type NewBlock = z.output<typeof newBlock>
