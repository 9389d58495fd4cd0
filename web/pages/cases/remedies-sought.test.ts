// What the customer asks for, over several messages: each remedy once, and from nobody else's words.
import { expect, test } from 'vitest'
import { gravestIn, soughtIn } from './remedies-sought.ts'

const customer = (text: string) => ({ direction: 'in', kind: 'human', standing: 'joined', text })

test('each remedy stands once, in the words in which it was said last', () => {
  const sought = soughtIn([
    customer('I want a refund.'),
    customer('Please send me a replacement.'),
    customer('Ich möchte mein Geld zurück.'),
  ])
  expect(sought.map(({ remedy }) => remedy)).toEqual(['replacement', 'refund'])
  expect(sought.at(-1)?.words).toContain('Geld zurück')
})

test('what we wrote, what a machine wrote and what waits to be confirmed asks for nothing; nor does who wants none', () => {
  const asks = customer('I want a refund.')
  expect(soughtIn([{ ...asks, direction: 'out', kind: 'answer' }])).toEqual([])
  expect(soughtIn([{ ...asks, kind: 'machine' }])).toEqual([])
  expect(soughtIn([{ ...asks, kind: 'outside' }])).toEqual([])
  expect(soughtIn([{ ...asks, standing: 'to-confirm' }])).toEqual([])
  expect(soughtIn([customer('I do not want a refund.')])).toEqual([])
})

test('the gravest thing is told, in the words that told it last; an annoyance is none, and a colleague tells nothing', () => {
  const said = [
    customer('The kettle burned my hand.'),
    customer('The delivery cost me a day off.'),
    customer('It is a nuisance.'),
  ]
  expect(gravestIn(said)).toMatchObject({ severity: 3, words: expect.stringContaining('burned') as string })
  expect(gravestIn([customer('The lid is a little loose.')])).toBeNull()
  expect(gravestIn(said.map((one) => ({ ...one, direction: 'out' })))).toBeNull()
})
