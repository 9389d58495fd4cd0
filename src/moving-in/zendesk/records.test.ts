// However an export is laid out and cut into pieces, the same records come out of it, each with all its digits.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactJson } from './exact-json.ts'
import { instantOf } from './instant.rules.ts'
import { layoutOf, recordsOf } from './records.ts'

const read = async (text: string, cuts: readonly number[] = []): Promise<readonly (readonly [number, string])[]> => {
  const bytes = Buffer.from(text)
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b)
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (const [at, from] of places.entries()) yield await Promise.resolve(bytes.subarray(from, places[at + 1] ?? from))
  }
  const layout = layoutOf(text)
  if (layout === null) return []
  const found: (readonly [number, string])[] = []
  for await (const { line, cells } of recordsOf(pieces(), { encoding: 'utf-8', layout }))
    found.push([line, cells[0] ?? ''])
  return found
}

const object = fc
  .dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue(), { minKeys: 1 })
  .map((one) => ({ id: 1, ...one }))
const cuts = fc.array(fc.nat(), { maxLength: 8 })

test('a list, a named list and an object a line give the same records, wherever the file is cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(object, { minLength: 1, maxLength: 5 }), cuts, async (objects, places) => {
      const want = objects.map((one, at) => [at + 1, JSON.parse(JSON.stringify(one)) as unknown])
      const list = JSON.stringify(objects, null, 2)
      const texts = [
        objects.map((one) => JSON.stringify(one)).join('\r\n'),
        list,
        `\ufeff{"tickets":${list},"count":1}`,
      ]
      for (const text of texts)
        expect((await read(text, places)).map(([line, one]) => [line, JSON.parse(one)])).toEqual(want)
    }),
    { numRuns: 200 },
  )
})

describe('layout', () => {
  test('a table is no export', () => {
    expect(layoutOf('id;name\n1;[x]')).toBeNull()
    expect(layoutOf('')).toBeNull()
  })

  test('a list that is cut off ends in a record that nobody can read', async () => {
    expect(await read('[{"id":1},{"id":2,"a":"}')).toEqual([
      [1, '{"id":1}'],
      [2, '{"id":2,"a":"}\n'],
    ])
  })

  test('a record that never ends is not gathered for ever', async () => {
    const endless = `{"id":1,"a":"${'x'.repeat(5_000_001)}"}`
    expect(await read(`${endless}\n{"id":2}`)).toEqual([
      [1, ''],
      [2, '{"id":2}'],
    ])
    expect(await read(`[${endless},{"id":2}]`)).toEqual([
      [1, ''],
      [2, '{"id":2}'],
    ])
  })
})

test('no digit of a whole number is lost', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 80n }), (id) => {
      expect(String((exactJson(`{"id":${String(id)}}`) as { readonly id: unknown }).id)).toBe(String(id))
    }),
  )
  expect(exactJson('{"id":')).toBeUndefined()
  expect(exactJson('{"a":"x\\u0000y","b":1.5,"c":1e300}')).toEqual({ a: 'xy', b: 1.5, c: 1e300 })
})

test('a time counts by its zone, and one without says nothing', () => {
  expect(instantOf('2023-05-01T10:00:00+02:00')).toBe('2023-05-01T08:00:00.000Z')
  expect(instantOf('2023-05-01T10:00:00+0200')).toBe('2023-05-01T08:00:00.000Z')
  expect(instantOf('2023-05-01T10:00:00Z')).toBe('2023-05-01T10:00:00.000Z')
  for (const none of ['2023-05-01T10:00:00', '2023-05-01', '2023-13-01T10:00:00Z', '', null, undefined])
    expect(instantOf(none)).toBeNull()
})
