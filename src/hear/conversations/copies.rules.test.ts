// Whom a sender named beside us.
import { expect, test } from 'vitest'
import { othersNamed } from './copies.rules.ts'

test('neither our mailboxes nor the sender, each other address once, twenty at most', () => {
  const named = [
    'Support+c1.x@our.example',
    'Ben@x.example',
    'ben@x.example',
    'anna@x.example',
    'a b@x.example',
    'cleo@x.example',
  ]
  expect(othersNamed(named, ['support@our.example'], 'ANNA@x.example')).toEqual(['ben@x.example', 'cleo@x.example'])
  const many = Array.from({ length: 100 }, (_, n) => `p${String(n)}@x.example`)
  expect(othersNamed(many, [], '')).toHaveLength(20)
})
