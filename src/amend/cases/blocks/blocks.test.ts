// Building blocks of a company: written by leads, filled from a case with what is beyond doubt, and never sent in braces.
import { afterAll, expect, test } from 'vitest'
import { caseOf, letterOf, staff } from '../../../../tests/setup/cases.ts'
import { openCaseDesk } from '../../../../tests/setup/taken-case.ts'
import { addPurchases, addRefunds } from '../../../know/purchases/purchase.sql.ts'
import type { CustomerId } from '../../../shared/ids.ts'
import { answerCase } from '../work/answer-case.ts'
import type { BlockId } from './block.sql.ts'
import { blocksOf } from './block.sql.ts'
import { forgetBlock, keepBlock } from './keep-block.ts'
import { seeBlocksInCase } from './see-blocks.ts'

const { home, jonas, taken, versionOf } = await openCaseDesk()
afterAll(() => home.close())
const lead = staff(home.founder, 'administrator')
const keep = (name: string, text: string, blockId: BlockId | null = null) =>
  home.as(lead, (ctx) => keepBlock(ctx, blockId, { name, text }))
const names = () => home.as(lead, async (ctx) => (await blocksOf(ctx.db)).map(({ name }) => name))

/** Somebody buys something for so much, and has it back. */
const buy = (customerId: CustomerId, item: string, amount: string) =>
  home.as('system', async (ctx) => {
    const purchaseId = ctx.newId<'purchase'>()
    const bought = { purchaseId, customerId, at: ctx.now(), amount, currency: 'EUR' }
    await addPurchases(ctx.db, ctx.organizationId, [{ ...bought, items: [{ name: item, quantity: 1 }] }])
    const refund = { refundId: ctx.newId<'refund'>(), purchaseId, at: ctx.now(), amount, reason: 'broken' }
    await addRefunds(ctx.db, ctx.organizationId, [refund])
  })

test('a block is written, changed and deleted; its name is its own', async () => {
  const blockId = await keep('Refund sent', 'We have sent you {refund.amount}.')
  await expect(keep('Refund sent', 'Something else.')).rejects.toMatchObject({ code: 'wrong-state' })
  await keep('Refund on its way', '{refund.amount} is on its way.', blockId)
  expect(await names()).toEqual(['Refund on its way'])
  await home.as(lead, (ctx) => forgetBlock(ctx, blockId))
  expect(await names()).toEqual([])
  await expect(home.as(lead, (ctx) => forgetBlock(ctx, blockId))).rejects.toMatchObject({ code: 'not-found' })
  await expect(keep('x', 'y.', blockId)).rejects.toMatchObject({ code: 'not-found' })
})

test.for(['Dear customer. We are sorry. Bye.', 'Your {order.colour} lamp.'])('“%s” is no block', async (text) => {
  await expect(keep('No block', text)).rejects.toMatchObject({ code: 'invalid' })
})

test('a case fills what is beyond doubt: of two orders none, and a refund only where there is one', async () => {
  const { caseId, customerId } = await taken()
  const blockId = await keep('Lamp', '{me.firstName} here about {case.number}: {order.item}, {refund.amount}.')
  const inCase = async () =>
    (await home.as(staff(jonas), (ctx) => seeBlocksInCase(ctx, caseId))).blocks.find((one) => one.blockId === blockId)
  const number = String((await caseOf(home, caseId)).number)
  expect((await inCase())?.missing).toEqual(['order.item', 'refund.amount'])
  await buy(customerId, 'Lamp Nord', '25.5')
  expect(await inCase()).toMatchObject({
    text: `Jonas here about A-${number}: Lamp Nord, 25.50 EUR.`,
    missing: [],
  })
  await buy(customerId, 'Lamp Süd', '12')
  expect((await inCase())?.missing).toEqual(['order.item', 'refund.amount'])
})

test('a letter with a variable in braces does not leave, and says which', async () => {
  const { caseId } = await taken()
  const answer = async (text: string) => {
    const given = { version: await versionOf(caseId), text, final: false, finding: null, evidence: null, fileIds: [] }
    return home.as(staff(jonas), (ctx) => answerCase(ctx, caseId, given))
  }
  await expect(answer('Your order {order.number} is here.')).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringContaining('order.number'),
  })
  await answer('Your order {88} is here.')
  expect(await letterOf(home, caseId, 'answer')).toBeDefined()
})
