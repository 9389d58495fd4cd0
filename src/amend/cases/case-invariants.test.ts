// What holds for every case whatever happens to it: the invariants of tests/lives, checked at every moment of long random lives.
import { expect, test } from 'vitest'
import { answerInvariants } from '../../../tests/lives/answer-invariants.ts'
import { live } from '../../../tests/lives/case-lives.ts'
import { endInvariants } from '../../../tests/lives/end-invariants.ts'
import { mergingInvariants } from '../../../tests/lives/merging-invariants.ts'
import { ownerInvariants } from '../../../tests/lives/owner-invariants.ts'
import { promiseInvariants } from '../../../tests/lives/promise-invariants.ts'
import { recordInvariants } from '../../../tests/lives/record-invariants.ts'

const runs = 600

const invariants = [
  ...[ownerInvariants, answerInvariants, endInvariants, promiseInvariants, recordInvariants, mergingInvariants],
]

test.each(invariants.flatMap((some) => Object.entries(some)))('%s', (_, holds) => {
  live(holds, runs, 20260302)
})

test('the lives walked reach every state, and every way into one', () => {
  const seen = live(() => true, 4 * runs, 20260303)
  const missing = [
    'received > take > in-progress',
    'acknowledged > letter-bounced > received',
    'in-progress > answer-accepted > answered',
    'in-progress > answer-accepted > in-progress',
    'waiting-for-customer > answer-accepted > answered',
    'waiting-for-customer > customer-wrote > in-progress',
    'waiting-for-third-party > resume > in-progress',
    'answered > answer-bounced > in-progress',
    'answered > letter-bounced > in-progress',
    'answered > customer-wrote > resolved',
    'answered > customer-wrote > in-progress',
    'answered > resolve-by-silence > resolved',
    'answered > reject > rejected',
    'in-progress > resolve-by-customer > resolved',
    'resolved > answer-bounced > in-progress',
    'resolved > close > closed',
    'rejected > close > closed',
    'rejected > letter-bounced > in-progress',
    'closed > customer-wrote > in-progress',
    'closed > reopen > in-progress',
    'resolved > customer-wrote > in-progress',
    'rejected > customer-wrote > in-progress',
    'in-progress > merge-into > merged',
    'closed > merge-into > merged',
    'merged > undo-merge > waiting-for-customer',
    'merged > undo-merge > answered',
    'waiting-for-customer > take-in > in-progress',
    'in-progress > give-back > waiting-for-customer',
    'received > take-in > acknowledged',
    'answered > merged-answer-bounced > in-progress',
  ].filter((way) => !seen.has(way))
  expect(missing).toEqual([])
})
