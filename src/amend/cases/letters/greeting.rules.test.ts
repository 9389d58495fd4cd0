// A letter nobody checks repeats a name, and nothing else that a sender may have put in its place.
import { expect, test } from 'vitest'
import { firstName, nameToGreet } from './greeting.rules.ts'
import { wallTime } from './wall-time.rules.ts'

test.each([
  'Mira Brandt',
  'Zoë Müller-Lüdenscheidt',
  'José María de la Cruz',
  '李伟',
  "Siobhán O'Neill",
  'Dr. Amira Haddad',
])('%s is greeted by name', (name) => {
  expect(nameToGreet(name)).toBe(name)
})

test.each([
  'Win a prize at evil.example',
  'www.evil.example',
  'https://evil.example',
  'mira@customer.example',
  'Call +49 170 1234567 now',
  'Your account is locked, please sign in',
  'Mira\nBcc: everybody@evil.example',
  '<b>Mira</b>',
  'a'.repeat(51),
  '',
])('%j is not repeated', (name) => {
  expect(nameToGreet(name)).toBeNull()
})

test('a colleague is introduced by first name', () => {
  expect(firstName(' Jonas Weber ')).toBe('Jonas')
})

test('times are said in the wall clock of the company, with its zone', () => {
  expect(wallTime(new Date('2026-07-01T22:30:00Z'), 'Europe/Berlin')).toBe('Thursday 2 July 2026 at 00:30 (CEST)')
  expect(wallTime(new Date('2026-07-01T22:30:00Z'), 'Asia/Kolkata')).toBe('Thursday 2 July 2026 at 04:00 (GMT+5:30)')
})
