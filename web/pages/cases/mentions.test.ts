// Names in a note: the one being written is found, an address is none, and names within names are told apart.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mentionedIn, nameAt, namesLike, piecesOf, withName } from './mentions.ts'

const lea = { staffId: 'lea', name: 'Lea Sommer' }
const leas = { staffId: 'leas', name: 'Lea Sommerfeld' }
const jose = { staffId: 'jose', name: 'José O’Brien' }
const everybody = [lea, leas, jose]

test.each([
  ['@', 1, { from: 0, begun: '' }],
  ['Ask @Le', 7, { from: 4, begun: 'Le' }],
  ['Ask @Lea So', 11, { from: 4, begun: 'Lea So' }],
  ['Ask @Lea Sommer now', 8, { from: 4, begun: 'Lea' }],
  ['(@jos', 5, { from: 1, begun: 'jos' }],
  ['marta@customer.example', 22, null],
  ['Ask @Lea\nthen', 13, null],
  ['nobody', 6, null],
])('in %j at %d somebody is being named: %j', (text, caret, expected) => {
  expect(nameAt(text, caret)).toEqual(expected)
})

test('a name is found by its beginning, by its last name, and without accents', () => {
  expect(namesLike(everybody, 'lea s')).toEqual([lea, leas])
  expect(namesLike(everybody, 'sommerf')).toEqual([leas])
  expect(namesLike(everybody, 'jose')).toEqual([jose])
  expect(namesLike(everybody, 'lea sommer asks')).toEqual([])
  expect(namesLike(everybody, '')).toEqual(everybody)
})

test('choosing a name puts it in the place of what was begun, and the caret after it', () => {
  expect(withName('Ask @le please', { from: 4, caret: 7 }, 'Lea Sommer')).toEqual({
    text: 'Ask @Lea Sommer please',
    caret: 16,
  })
})

test('a longer name is not taken for a shorter one, and of one name who was chosen is meant', () => {
  const none = new Set<string>()
  expect(mentionedIn('@Lea Sommerfeld knows', everybody, none)).toEqual(['leas'])
  expect(mentionedIn('@Lea Sommer, @José O’Brien!', everybody, none)).toEqual(['lea', 'jose'])
  expect(mentionedIn('Lea Sommer knows; write to info@Lea', everybody, none)).toEqual([])
  expect(mentionedIn('@Lea Sommerzeit', everybody, none)).toEqual([])
  const twin = { staffId: 'twin', name: 'Lea Sommer' }
  expect(mentionedIn('@Lea Sommer', [lea, twin], none)).toEqual(['lea', 'twin'])
  expect(mentionedIn('@Lea Sommer', [lea, twin], new Set(['twin']))).toEqual(['twin'])
})

test('the pieces of a text are the text, whatever the names', () => {
  const names = fc.array(fc.constantFrom('Lea Sommer', 'Lea Sommerfeld', 'A.', '(', 'José O’Brien', ''), {
    maxLength: 4,
  })
  const text = fc.string({ unit: fc.constantFrom('@', 'Lea Sommer', 'feld', ' ', 'A.', '(', '\n', 'José O’Brien') })
  fc.assert(
    fc.property(text, names, (written, wanted) => {
      expect(
        piecesOf(written, wanted)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(written)
    }),
    { numRuns: 500, seed: 20260305 },
  )
})
