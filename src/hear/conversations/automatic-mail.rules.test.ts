// The loop guard as a table: each reason alone is enough.
import { expect, test } from 'vitest'
import {
  type AutomaticMail,
  mostInConversation,
  mostToAddressADay,
  whyNoAutomaticMail,
} from './automatic-mail.rules.ts'

const fine: AutomaticMail = {
  to: 'anna@example.test',
  ourAddresses: ['support@our.example'],
  isVerified: false,
  isBad: false,
  answers: 'human',
  isAllowedByHeaders: true,
  toAddressToday: 0,
  inConversation: 0,
}

test('a person’s first message today is answered', () => {
  expect(whyNoAutomaticMail(fine)).toBeNull()
  expect(whyNoAutomaticMail({ ...fine, isVerified: true, toAddressToday: 3 })).toBeNull()
})

test.for<[string, Partial<AutomaticMail>]>([
  ['a machine wrote', { answers: 'machine' }],
  ['the sender is not confirmed', { answers: 'to-confirm' }],
  ['it came through a list', { isAllowedByHeaders: false }],
  ['it is our own address', { to: 'support@our.example' }],
  ['it is our own address with a key', { to: 'Support+c1.abc@our.example' }],
  ['letters there come back', { isBad: true }],
  ['an unproved address had its one today', { toAddressToday: 1 }],
  ['a proved address had its many today', { isVerified: true, toAddressToday: mostToAddressADay }],
  ['the conversation had its share', { isVerified: true, inConversation: mostInConversation }],
])('no automatic letter when %s', ([, change]) => {
  expect(whyNoAutomaticMail({ ...fine, ...change })).not.toBeNull()
})
