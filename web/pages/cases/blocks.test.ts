// Asking for a building block in a reply.
import { expect, test } from 'vitest'
import { blockAt, blocksLike, stillToFill, withBlock } from './blocks.ts'

test.for<[string, ReturnType<typeof blockAt>]>([
  ['/', { from: 0, begun: '' }],
  ['Hello\n/ref', { from: 6, begun: 'ref' }],
  ['Hello /refund se', { from: 6, begun: 'refund se' }],
  ['and/or', null],
  ['12/2026', null],
  ['/ref\n', null],
])('at the end of %j', ([text, at]) => {
  expect(blockAt(text, text.length)).toEqual(at)
})

test('what was begun gives way to the block, and the caret stands behind it', () => {
  const text = 'Hello /re and bye'
  const put = withBlock(text, { from: 6, caret: 9 }, 'It is paid.')
  expect(put.text).toBe('Hello It is paid. and bye')
  expect(put.text.slice(0, put.caret)).toBe('Hello It is paid.')
})

test('a block is found by the beginning of any word of its name', () => {
  const blocks = [{ name: 'Refund sent' }, { name: 'Réparation' }]
  expect(blocksLike(blocks, 'se')).toEqual([blocks[0]])
  expect(blocksLike(blocks, 'rep')).toEqual([blocks[1]])
  expect(blocksLike(blocks, 'ent')).toEqual([])
})

test('only names of variables in braces are still to be filled in', () => {
  expect(stillToFill('{order.number} and {order.number}, {curly} {88}')).toEqual(['order.number'])
})
