// Building blocks as a case fills them.
import type { Context } from '../../../platform/context/context.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { firstName, nameToGreet } from '../letters/greeting.rules.ts'
import { wallTime } from '../letters/wall-time.rules.ts'
import { whoActs } from '../work/take-case.ts'
import { caseFacts, type CaseFacts } from './block-facts.sql.ts'
import { type BlockFacts, filledBlock } from './block.rules.ts'
import type { BlocksInCase } from './block.schema.ts'
import { blocksOf } from './block.sql.ts'

export async function seeBlocksInCase(ctx: Context, caseId: CaseId): Promise<BlocksInCase> {
  const [blocks, known] = await Promise.all([blocksOf(ctx.db), caseFacts(ctx.db, caseId, whoActs(ctx))])
  const facts = known === null ? {} : factsOf(known)
  return {
    blocks: blocks.map(({ text, ...block }) => {
      const filled = filledBlock(text, facts)
      return { ...block, text: filled.text, missing: [...filled.missing] }
    }),
  }
}

function factsOf(known: CaseFacts): BlockFacts {
  const name = nameToGreet(known.customerName)
  const { orderedAt, promisedBy, timeZone, refunded, currency } = known
  return {
    ...{ 'customer.name': name, 'customer.firstName': name === null ? null : firstName(name) },
    ...{ 'case.number': known.number, 'company.name': known.company, 'order.item': known.orderedItem },
    'me.firstName': known.myName === null ? null : firstName(known.myName),
    'order.date': orderedAt === null ? null : wallTime(orderedAt, timeZone),
    'refund.amount': refunded === null || currency === null ? null : `${Number(refunded).toFixed(2)} ${currency}`,
    'promise.due': promisedBy === null ? null : wallTime(promisedBy, timeZone),
  }
}
