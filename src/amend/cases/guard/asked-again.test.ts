// Requests for facts that were told already, in fifty threads of five languages; and what is asked for the first time, which nobody warns of.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cueLanguages } from '../../../hear/understanding/cues/cues.rules.ts'
import { askedAgain, type ToldMessage } from './asked-again.rules.ts'

const threads = readFileSync(new URL('fixtures/threads.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [language = '', told = '', draft = '', kinds = ''] = line.split(' | ')
    const spoken = cueLanguages.find((one) => one === language)
    if (!spoken) throw new Error(line)
    return { language: spoken, told, draft, kinds: kinds === '-' ? [] : kinds.split(',') }
  })
const message = (text: string, more: Partial<ToldMessage> = {}): ToldMessage => ({
  ...{ text, language: null, hasFiles: false },
  ...more,
})

test('nine in ten requests for what was told are found, and nothing is where nothing was told', () => {
  const found = threads.map(({ language, told, draft, kinds }) => ({
    kinds,
    draft,
    is: askedAgain(draft, language, [message(told, { language })]).map(({ kind }) => kind),
  }))
  const wanted = found.filter(({ kinds }) => kinds.length > 0)
  const missed = wanted.filter(({ kinds, is }) => !kinds.every((kind) => is.some((one) => one === kind)))
  expect(threads).toHaveLength(50)
  expect(missed.length / wanted.length, JSON.stringify(missed)).toBeLessThanOrEqual(0.1)
  expect(found.filter(({ kinds, is }) => kinds.length === 0 && is.length > 0)).toEqual([])
})

test('of what was told twice the newest counts, and it says what and where', () => {
  const told = [message('The order number is 55120.'), message('Sorry, hello.'), message('My order number is 48213.')]
  const draft = 'Could you please tell us your order number?'
  expect(askedAgain(draft, 'en', told)).toEqual([
    {
      kind: 'order-number',
      from: draft.indexOf('order number'),
      until: draft.indexOf('?'),
      message: 0,
      value: '55120',
    },
  ])
})

test('a photo counts as told where files came with a message, not where it was only spoken of', () => {
  const draft = 'Could you send us a photo of the damage?'
  expect(askedAgain(draft, 'en', [message('I can send a photo.')])).toEqual([])
  expect(askedAgain(draft, 'en', [message('See here.', { hasFiles: true })])).toMatchObject([
    { kind: 'photo', message: 0 },
  ])
})

test('whatever was written, nothing throws, and places lie in the draft', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 300 }),
      fc.array(fc.string({ maxLength: 300 }), { maxLength: 3 }),
      (words, told) => {
        const draft = `Could you tell us your order number? ${words}`
        for (const { from, until } of askedAgain(
          draft,
          null,
          told.map((text) => message(`Order 48213 ${text}`)),
        )) {
          expect(from).toBeGreaterThanOrEqual(0)
          expect(until).toBeLessThanOrEqual(draft.length)
          expect(until).toBeGreaterThan(from)
        }
      },
    ),
  )
})
