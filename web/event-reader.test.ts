// The event stream, cut anywhere, gives the same events.
import { expect, test } from 'vitest'
import { createEventReader } from './event-reader.ts'

const stream = ': hello\n\nid: 7\ndata: {"a":1}\n\nid: 8\r\ndata: first\r\ndata: second\r\n\r\ndata\n\nretry: 5\n\n'
const events = [
  { id: '7', data: '{"a":1}' },
  { id: '8', data: 'first\nsecond' },
  { id: '8', data: '' },
]

test('an event stream is read the same however it is cut', () => {
  for (let size = 1; size <= stream.length; size++) {
    const reader = createEventReader()
    const read = []
    for (let at = 0; at < stream.length; at += size) read.push(...reader.read(stream.slice(at, at + size)))
    expect(read, `pieces of ${String(size)}`).toEqual(events)
  }
})

test('an event that is not finished is not given', () => {
  expect(createEventReader().read('id: 9\ndata: half\n')).toEqual([])
})
