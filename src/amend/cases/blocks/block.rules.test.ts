// Building blocks: what is one, and that nothing in braces is ever made up or lost.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filledBlock, unfilledIn, variables, whyNoBlock } from './block.rules.ts'

test.for<[string, ReturnType<typeof whyNoBlock>]>([
  ['Your order {order.number} leaves us today.', null],
  ['{customer.firstName}, it leaves us today. It is with you on Monday', null],
  ['One. Two. Three.', 'too-long'],
  ['Dear Ms Lind,\nthank you.', 'too-long'],
  ['Your {order.colour} lamp.', 'unknown-variable'],
  ['A brace { alone is none.', null],
])('“%s” is %s', ([text, why]) => {
  expect(whyNoBlock(text)).toBe(why)
})

test('what is known is said, and what is not stays to be filled in', () => {
  const text = '{customer.firstName}, {refund.amount} for {order.number} is on its way.'
  const filled = filledBlock(text, { 'customer.firstName': 'Marta', 'refund.amount': '25.00 EUR' })
  expect(filled).toEqual({
    text: 'Marta, 25.00 EUR for {order.number} is on its way.',
    missing: ['order.number'],
  })
  expect(unfilledIn(filled.text)).toEqual(['order.number'])
  expect(unfilledIn('In {curly} words {order.number')).toEqual([])
})

test('whatever a case knows, what is filled has braces just around what is missing, and a fact brings none along', () => {
  const fact = fc.option(fc.string({ unit: 'binary', maxLength: 20 }), { nil: null })
  const facts = fc.record(Object.fromEntries(variables.map((name) => [name, fact])))
  const text = fc
    .array(fc.constantFrom(...variables.map((name) => `{${name}}`), 'and', '.', ' '))
    .map((some) => some.join(' '))
  fc.assert(
    fc.property(text, facts, (block, known) => {
      const filled = filledBlock(block, known)
      expect(unfilledIn(filled.text)).toEqual(filled.missing)
      for (const name of filled.missing) expect(known[name] ?? '').toBe('')
    }),
  )
})
