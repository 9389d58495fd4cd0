// What time alone does to an answered case: two notices that arrive, then silence, then closing; and never a day too early.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MessageId, PoolId, StaffId } from '../../shared/ids.ts'
import type { CaseCommand } from './rules/case-commands.rules.ts'
import { openedCase } from './case.rules.ts'
import type { Case } from './case.rules.ts'
import { decideCase } from './rules/decide-case.rules.ts'
import { nextSilenceStep, usualSilencePolicy } from './rules/silence.rules.ts'
import type { SilencePolicy } from './rules/silence.rules.ts'

const ada = 'ada' as StaffId
const final = 'final' as MessageId
const start = new Date('2026-03-02T09:00:00Z')
const on = (day: number) => new Date(start.getTime() + day * 86_400_000)
const owesNothing = { openPromises: 0 }

function after(current: Case, steps: readonly (readonly [number, CaseCommand])[], silence = usualSilencePolicy): Case {
  return steps.reduce((before, [day, command]) => {
    const decision = decideCase(before, command, on(day), { ...owesNothing, silence })
    if (decision.outcome !== 'changed') throw new Error(`${command.do}: ${JSON.stringify(decision)}`)
    return decision.next
  }, current)
}

function answered(): Case {
  const opened = openedCase({
    kind: 'request',
    poolId: 'pool' as PoolId,
    dutyStaffId: ada,
    aboutStaffIds: [],
    receivedAt: start,
  })
  if (opened === null) throw new Error('not opened')
  return after(opened.next, [
    [0, { do: 'take', by: ada }],
    [0, { do: 'answer', by: ada, messageId: final, final: true, finding: null, evidence: null }],
    [0, { do: 'answer-accepted', messageId: final, acceptedAt: start }],
  ])
}

const step = (current: Case, day: number, facts = owesNothing) =>
  nextSilenceStep(current, usualSilencePolicy, on(day), facts)
const asked = (day: number): readonly (readonly [number, CaseCommand])[] => [
  [day, { do: 'silence-notice' }],
  [day, { do: 'notice-accepted', acceptedAt: on(day) }],
]
const nothing = { do: 'nothing' }

test('a customer who says nothing is asked after a week and after two, and after three the case is resolved as silent', () => {
  expect(step(answered(), 6.999)).toEqual(nothing)
  expect(step(answered(), 7)).toEqual({ do: 'silence-notice', notice: 1 })
  const once = after(answered(), asked(7))
  expect(step(once, 13.999)).toEqual(nothing)
  expect(step(once, 14)).toEqual({ do: 'silence-notice', notice: 2 })
  const twice = after(once, asked(14))
  expect(step(twice, 20.999)).toEqual(nothing)
  expect(step(twice, 21)).toEqual({ do: 'resolve-by-silence' })
  const silent = after(twice, [[21, { do: 'resolve-by-silence' }]])
  expect(silent).toMatchObject({ state: 'resolved', resolvedBy: 'silence' })
  expect(step(silent, 34.999)).toEqual(nothing)
  expect(step(silent, 35)).toEqual({ do: 'close' })
})

test('a rejected case is watched for sixty days before it is closed', () => {
  const rejected = after(answered(), [[1, { do: 'reject', by: ada, reasons: 'No.', recourse: 'The ombudsman.' }]])
  expect(step(rejected, 60.999)).toEqual(nothing)
  expect(step(rejected, 61)).toEqual({ do: 'close' })
})

test('a notice that has not left counts for nothing, however long it takes', () => {
  const queued = after(answered(), [[7, { do: 'silence-notice' }]])
  expect(step(queued, 400)).toEqual(nothing)
})

test('while we owe the customer something their silence means nothing', () => {
  const twice = after(answered(), [...asked(7), ...asked(14)])
  for (const current of [answered(), twice]) expect(step(current, 400, { openPromises: 1 })).toEqual(nothing)
})

test('another answer gives the customer their time again', () => {
  const more = 'more' as MessageId
  const twice = after(answered(), [
    ...asked(7),
    ...asked(14),
    [20, { do: 'answer', by: ada, messageId: more, final: false, finding: null, evidence: null }],
    [20, { do: 'answer-accepted', messageId: more, acceptedAt: on(20) }],
  ])
  expect(step(twice, 26.999)).toEqual(nothing)
  expect(step(twice, 27)).toEqual({ do: 'resolve-by-silence' })
})

test('a wait that is over gives the case back', () => {
  const open = after(answered(), [
    [1, { do: 'reopen', by: ada, reason: 'Not settled.' }],
    [1, { do: 'wait-for-customer', by: ada, reason: 'A picture.', until: on(3) }],
  ])
  expect(step(open, 2.999)).toEqual(nothing)
  expect(step(open, 3)).toEqual({ do: 'resume' })
})

test('whatever the policy and whenever it is asked, the step named is one the decision makes', () => {
  const some = fc.integer({ min: 0, max: 90 })
  const policies: fc.Arbitrary<SilencePolicy> = fc.record({
    ...{ firstNoticeAfterDays: some, secondNoticeAfterDays: some, resolveAfterDays: some },
    ...{ closeAfterDays: some, closeRejectedAfterDays: some },
  })
  fc.assert(
    fc.property(
      policies,
      fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 6, maxLength: 30 }),
      (silence, pauses) => {
        let current = answered()
        let day = 0
        for (const pause of pauses) {
          day += pause
          const next = nextSilenceStep(current, silence, on(day), owesNothing)
          if (next.do === 'nothing' || next.do === 'resume') continue
          current = after(current, [[day, { do: next.do }]], silence)
          if (next.do === 'silence-notice')
            current = after(current, [[day, { do: 'notice-accepted', acceptedAt: on(day) }]], silence)
        }
        expect(current.silenceNotices.length).toBeLessThanOrEqual(2)
      },
    ),
    { numRuns: 500, seed: 20260304 },
  )
})
