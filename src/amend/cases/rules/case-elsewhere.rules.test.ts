// What ended in another desk has no owner here: nobody takes it up, and its customer is heard all the same.
import { expect, test } from 'vitest'
import type { MessageId, PoolId, StaffId } from '../../../shared/ids.ts'
import type { CaseOpening } from '../case.rules.ts'
import { caseFromElsewhere, endedElsewhere } from './case-elsewhere.rules.ts'
import { decideCase } from './decide-case.rules.ts'
import { lookAgainAt } from './look-again.rules.ts'
import { usualSilencePolicy } from './silence.rules.ts'

const [received, ended, brought, later] = ['2025-03-01', '2025-03-04', '2026-11-17', '2026-11-18'].map(
  (day) => new Date(`${day}T10:00:00Z`),
) as [Date, Date, Date, Date]
const [amira, jonas] = ['amira', 'jonas'] as StaffId[] as [StaffId, StaffId]
const opening: CaseOpening = {
  ...{ kind: 'complaint', poolId: 'pool' as PoolId, dutyStaffId: amira, aboutStaffIds: [jonas], receivedAt: received },
}
const facts = { openPromises: 0, silence: usualSilencePolicy }
const messageId = 'm1' as MessageId

const closed = () => {
  const one = caseFromElsewhere(opening, ended, brought)
  if (!one) throw new Error('nobody is on duty')
  return one
}

test('time alone changes nothing of it', () => {
  expect(endedElsewhere(closed())).toBe(true)
  expect(lookAgainAt(closed(), usualSilencePolicy)).toBeNull()
})

test.each(['still-broken', 'new-information'] as const)(
  'what its customer says later (%s) is a case of its own',
  (meaning) => {
    const decision = decideCase(closed(), { do: 'customer-wrote', messageId, meaning }, later, facts)
    expect(decision).toMatchObject({ outcome: 'changed', next: { state: 'closed' } })
    expect('effects' in decision ? decision.effects : []).toContainEqual({ do: 'open-new-case', messageId })
  },
)

test('nobody is named to answer for it', () => {
  const decision = decideCase(closed(), { do: 'name-duty', staffId: 'cleo' as StaffId }, later, facts)
  expect(decision).toMatchObject({ outcome: 'refused', reason: 'over' })
})

test('nobody takes it', () => {
  expect(decideCase(closed(), { do: 'take', by: amira }, later, facts)).toMatchObject({
    outcome: 'refused',
    reason: 'over',
  })
})

test('an open one is like any other, and is never taken by somebody it is about', () => {
  const open = caseFromElsewhere(opening, null, brought)
  if (!open) throw new Error('nobody is on duty')
  expect(endedElsewhere(open)).toBe(false)
  expect(decideCase(open, { do: 'take', by: amira }, later, facts)).toMatchObject({ outcome: 'changed' })
  expect(decideCase(open, { do: 'take', by: jonas }, later, facts)).toMatchObject({ outcome: 'refused' })
  expect(caseFromElsewhere({ ...opening, dutyStaffId: jonas }, null, brought)).toBeNull()
})
