// The small understanding rules: what must never be taken for thanks or for a mere request, and lines fit for lists.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kindOf } from './kind.rules.ts'
import { matterOf } from './matter.rules.ts'
import { meaningOf } from './meaning.rules.ts'

test.for([
  'Thank you!',
  'Thanks a lot, all good now.',
  'Vielen Dank, es hat geklappt!',
  'Merci beaucoup !',
  'Muchas gracias',
  'Grazie mille',
])('“%s” is thanks', (text) => {
  expect(meaningOf(text, 0)).toBe('thanks')
})

test.for([
  'Thank you, but it is still broken.',
  'It still does not work.',
  'Danke, aber es funktioniert immer noch nicht.',
  'Merci, mais toujours pas de réponse.',
  'Gracias, pero sigue igual.',
  'Grazie, ma ancora non funziona.',
])('“%s” is still broken', (text) => {
  expect(meaningOf(text, 0)).toBe('still-broken')
})

test.for([
  'Thanks for nothing, I want a refund.',
  'Thank you. When will it arrive?',
  'My order number is 4711.',
  'Danke, leider fehlt eine Schraube.',
  '',
  'Thanks, see the picture',
])('“%s” is not taken for thanks', (text) => {
  expect(meaningOf(text, text.includes('picture') ? 1 : 0)).toBe('new-information')
})

test('a word of discontent anywhere keeps thanks from ending a matter', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('broken', 'refund', 'wrong', 'unacceptable', 'kaputt', 'déçu'),
      fc.string(),
      (word, more) => {
        expect(meaningOf(`Thank you. ${word} ${more}`, 0)).not.toBe('thanks')
      },
    ),
  )
})

test.for([
  'What are your opening hours?',
  'Do you sell this lamp in blue?',
  'Haben Sie sonntags geöffnet?',
  'Combien coûte la livraison ? Livrez-vous en Suisse ?',
])('“%s” is a request', (text) => {
  expect(kindOf('', text)).toBe('request')
})

test.for([
  'What are your opening hours? I was there yesterday and it was closed, I am disappointed.',
  'My lamp is broken.',
  'Where is my parcel?',
  'Hello',
  'Können Sie mir sagen, warum die Lampe kaputt ist?',
])('“%s” counts as a complaint', (text) => {
  expect(kindOf('', text)).toBe('complaint')
})

test.for<[string, string, string]>([
  ['Re: AW: [A-42] Lamp broken', '', 'Lamp broken'],
  ['Complaint', 'Dear Sir,\nthe lamp arrived broken. I want another.', 'the lamp arrived broken.'],
  ['', '', 'No subject'],
  ['<b onclick=x>Lamp</b>', '', 'Lamp'],
])('“%s” with “%s” is about “%s”', ([subject, text, matter]) => {
  expect(matterOf(subject, text)).toBe(matter)
})

test('whatever comes in, the matter is one short line without markup', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: 'binary', maxLength: 400 }),
      (subject, text) => {
        const matter = matterOf(subject.toWellFormed(), text.toWellFormed())
        expect(matter.length).toBeGreaterThan(0)
        expect(matter.length).toBeLessThanOrEqual(120)
        expect(matter).not.toMatch(/[\n\r<>\u202e]/)
      },
    ),
  )
})
