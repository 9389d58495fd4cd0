// Frequent words are those that matters share, and no more: chosen so that each says what the others do not.
import { expect, test } from 'vitest'
import { asWritten, frequentWordsOf } from './frequent-words.rules.ts'

const times = (count: number, matter: string): readonly string[] => new Array<string>(count).fill(matter)

test('what many matters share is found, the ones in most matters first, and two words where they say more', () => {
  const matters = [
    ...times(5, 'my parcel never arrived'),
    ...times(4, 'charged twice for one lamp'),
    ...times(3, 'kettle leaks'),
    'something else altogether',
    'thanks anyway',
  ]
  expect(frequentWordsOf(matters)).toEqual(['never arrived', 'charged twice', 'kettle leaks'])
})

test('words of few matters, words of nearly all, numbers and words that only hold others together are none', () => {
  expect(frequentWordsOf(['kettle leaks', 'kettle leaks'])).toEqual([])
  expect(frequentWordsOf(times(9, 'the and of with'))).toEqual([])
  expect(frequentWordsOf(times(9, 'order 4711 h261101-231'))).toEqual([])
  const named = ['a', 'b', 'c'].flatMap((word) => times(4, `halden ${word}${word}${word}${word} broke`))
  expect(frequentWordsOf(named).filter((words) => words === 'halden')).toEqual([])
  expect(frequentWordsOf([])).toEqual([])
})

test('what is found stands in its matters as it is written: never over a comma or two blanks', () => {
  const matters = times(4, 'lamp, broken  switch')
  const found = frequentWordsOf([...matters, ...times(6, 'voucher')])
  for (const words of found) expect([...matters, 'voucher'].some((matter) => matter.includes(words))).toBe(true)
  expect(found).not.toContain('lamp broken')
})

test('it is shown with its accents where those can be told', () => {
  expect(asWritten('lasst nach', { matter: 'Motor LÄSST nach', plain: 'motor lasst nach' })).toBe('lässt nach')
  expect(asWritten('gross', { matter: 'Zu groß', plain: 'zu gross' })).toBe('gross')
})

test('what somebody sends to make it slow does not', () => {
  const matters = Array.from({ length: 2000 }, (_, at) =>
    Array.from({ length: 20 }, (_, n) => `w${'abcdefghij'[(at * n) % 10] ?? ''}rd${'abcdefghij'[n % 10] ?? ''}`).join(
      ' ',
    ),
  )
  expect(frequentWordsOf(matters).length).toBeLessThanOrEqual(8)
})
