// Who can be asked outside, and who can get a copy.
import { expect, test } from 'vitest'
import { isSameMailbox } from '../../../hear/channels/address.rules.ts'
import { whyNotAsk, whyNotCopy, type Around } from './enquiry.rules.ts'

const around: Around = {
  ours: ['support@our.example'],
  customers: ['anna@home.example', '+49 171 2345'],
  takingPart: ['ben@home.example'],
  about: ['Rude@our.example'],
}

test.each([
  ['support@our.example', /mailbox of ours/],
  ['Support+c12.abc@our.example', /mailbox of ours/],
  ['ANNA@home.example', /customer of the case/],
  ['anna+lamp@home.example', /customer of the case/],
  ['ben@home.example', /take part/],
  ['rude@our.example', /about the colleague/],
])('%s is not asked', (address, why) => {
  expect(whyNotAsk(address, around)).toMatch(why)
})

test.each([
  'workshop@outside.example',
  'colleague@our.example',
  'support@our.example.evil.example',
  'anna@home.exampl',
])('%s is asked', (address) => {
  expect(whyNotAsk(address, around)).toBeNull()
})

test('a copy goes to whoever takes part, never to ourselves, the customer again or whom it is about', () => {
  expect(whyNotCopy('ben@home.example', around)).toBeNull()
  expect(whyNotCopy('support@our.example', around)).toMatch(/mailbox of ours/)
  expect(whyNotCopy('anna@home.example', around)).toMatch(/gets the letter anyway/)
  expect(whyNotCopy('rude@our.example', around)).toMatch(/about the colleague/)
})

test('a plus part sorts mail and makes nobody else; what is no address is nobody', () => {
  expect(isSameMailbox('a+x@b.example', 'A@B.example')).toBe(true)
  expect(isSameMailbox('a@b.example', 'b@b.example')).toBe(false)
  expect(isSameMailbox('', '')).toBe(false)
})
