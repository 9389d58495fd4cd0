// Words typed in a hurry find what is meant.
import { expect, test } from 'vitest'
import { bestFits, fits } from './fuzzy.ts'

const places = [
  'Desk',
  'Customers',
  'Register',
  'Settings',
  'Web form',
  'Failed jobs',
  'Hand the case over',
  'Écrire à Zoë',
]
const found = (typed: string) => bestFits(typed, places, (place) => place)

test.each([
  ['de', 'Desk'],
  ['REG', 'Register'],
  ['jobs', 'Failed jobs'],
  ['form web', 'Web form'],
  ['ecrire zoe', 'Écrire à Zoë'],
  ['hndovr', 'Hand the case over'],
  ['ustom', 'Customers'],
])('%s finds %s first', (typed, place) => {
  expect(found(typed)[0]).toBe(place)
})

test('nothing typed finds everything in its order; what fits nowhere finds nothing', () => {
  expect(found('  ')).toEqual(places)
  expect(found('xyz')).toEqual([])
  expect(found('desk xyz')).toEqual([])
  expect(fits('zz', 'a.*z(z')).toBeNull()
})

test('a beginning is better than a middle, and of equals the shorter', () => {
  expect(bestFits('set', ['A set of settings', 'Settings'], (one) => one)[0]).toBe('Settings')
  expect(bestFits('re', ['Register of all', 'Register'], (one) => one)[0]).toBe('Register')
})
