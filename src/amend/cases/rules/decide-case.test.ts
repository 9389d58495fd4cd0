// The life of one complaint, told step by step: what each decision asks of its caller, and in which words it says no.
import { expect, test } from 'vitest'
import type { MessageId, PoolId, StaffId } from '../../../shared/ids.ts'
import type { CaseCommand } from './case-commands.rules.ts'
import type { CaseEffect } from './case-effects.rules.ts'
import { findings, openedCase } from '../case.rules.ts'
import type { Case } from '../case.rules.ts'
import { decideCase } from './decide-case.rules.ts'
import { usualSilencePolicy } from './silence.rules.ts'

const [ada, ben, cleo] = ['ada', 'ben', 'cleo'] as readonly string[] as [StaffId, StaffId, StaffId]
const message = (name: string) => name as MessageId
const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 9, minute))
const opening = {
  kind: 'complaint',
  poolId: 'pool' as PoolId,
  dutyStaffId: cleo,
  aboutStaffIds: [],
  receivedAt: at(0),
} as const

function opened(kind: 'complaint' | 'request' = 'complaint'): Case {
  const result = openedCase({ ...opening, kind })
  if (result === null) throw new Error('not opened')
  return result.next
}

function decide(current: Case, minute: number, command: CaseCommand) {
  return decideCase(current, command, at(minute), { openPromises: 0, silence: usualSilencePolicy })
}

/** The case after commands asked at minutes; each must change it. */
function after(current: Case, ...steps: readonly (readonly [number, CaseCommand])[]): Case {
  return steps.reduce((before, [minute, command]) => {
    const decision = decide(before, minute, command)
    if (decision.outcome !== 'changed') throw new Error(`${command.do}: ${JSON.stringify(decision)}`)
    return decision.next
  }, current)
}

/** The effects without the history. */
function effectsOf(current: Case, minute: number, command: CaseCommand): readonly CaseEffect[] {
  const decision = decide(current, minute, command)
  return decision.outcome === 'changed' ? decision.effects.filter((effect) => effect.do !== 'record') : []
}

const finalAnswer = (name: string, by = ada): CaseCommand => ({
  do: 'answer',
  by,
  messageId: message(name),
  final: true,
  finding: 'founded',
  evidence: null,
})
const plainAnswer = (name: string, by = ada): CaseCommand => ({
  do: 'answer',
  by,
  messageId: message(name),
  final: false,
  finding: null,
  evidence: null,
})
const acceptedAt = (name: string, minute: number): CaseCommand => ({
  do: 'answer-accepted',
  messageId: message(name),
  acceptedAt: at(minute),
})
const stillBroken: CaseCommand = { do: 'customer-wrote', messageId: message('still broken'), meaning: 'still-broken' }
const taken = (kind?: 'request') => after(opened(kind), [1, { do: 'take', by: ada }])
const answered = () => after(taken(), [2, finalAnswer('final')], [4, acceptedAt('final', 3)])

test('a new case has its floor promised, its acknowledgement queued and its receipt in the history', () => {
  expect(openedCase(opening)?.effects).toEqual([
    { do: 'make-promise', kind: 'acknowledgement', from: at(0) },
    { do: 'make-promise', kind: 'first-answer', from: at(0) },
    { do: 'make-promise', kind: 'final-answer', from: at(0) },
    { do: 'queue-letter', letter: 'acknowledgement', words: null },
    { do: 'record', event: { kind: 'received', at: at(0), by: null, words: null, about: null } },
  ])
})

test('a complaint about the duty person is not opened on them', () => {
  expect(openedCase({ ...opening, aboutStaffIds: [cleo] })).toBeNull()
})

test('two people take next at once: one owns it, the other hears who was faster', () => {
  expect(decide(taken(), 1, { do: 'take', by: ben })).toEqual({
    outcome: 'refused',
    reason: 'already-taken',
    sentence: 'Somebody else was faster and owns this case now.',
    who: ada,
  })
})

test('a final answer that comes first is the first answer too, counted from the acceptance and not from the writing', () => {
  const waiting = after(taken(), [2, finalAnswer('final')])
  expect(waiting).toMatchObject({ state: 'in-progress', firstAnsweredAt: null, finalAnsweredAt: null })
  expect(effectsOf(waiting, 9, acceptedAt('final', 3))).toEqual([
    { do: 'settle-promise', kind: 'first-answer', at: at(3) },
    { do: 'settle-promise', kind: 'final-answer', at: at(3) },
  ])
  expect(answered()).toMatchObject({
    state: 'answered',
    firstAnsweredAt: at(3),
    finalAnsweredAt: at(3),
    finding: 'founded',
  })
})

test('a bounced final answer sets both clocks running again and puts the case back to its owner', () => {
  const bounce: CaseCommand = { do: 'answer-bounced', messageId: message('final') }
  expect(effectsOf(answered(), 5, bounce)).toEqual([
    { do: 'reopen-promise', kind: 'first-answer' },
    { do: 'reopen-promise', kind: 'final-answer' },
  ])
  expect(after(answered(), [5, bounce])).toMatchObject({
    state: 'in-progress',
    firstAnsweredAt: null,
    finalAnsweredAt: null,
    finding: null,
    reopenings: [],
  })
})

test('reports that come in the wrong order leave the times in order', () => {
  const both = after(taken(), [2, finalAnswer('final')], [4, plainAnswer('plain')], [6, acceptedAt('plain', 5)])
  expect(after(both, [7, acceptedAt('final', 3)])).toMatchObject({ firstAnsweredAt: at(5), finalAnsweredAt: at(5) })
})

test('when one of two answers bounces, the other keeps what it can', () => {
  const both = after(
    taken(),
    [2, plainAnswer('one')],
    [3, acceptedAt('one', 3)],
    [4, finalAnswer('two')],
    [5, acceptedAt('two', 5)],
  )
  const bounce: CaseCommand = { do: 'answer-bounced', messageId: message('one') }
  expect(effectsOf(both, 6, bounce)).toEqual([
    { do: 'reopen-promise', kind: 'first-answer' },
    { do: 'settle-promise', kind: 'first-answer', at: at(5) },
  ])
  expect(after(both, [6, bounce])).toMatchObject({ state: 'answered', firstAnsweredAt: at(5), finalAnsweredAt: at(5) })
})

test('"still broken" that crosses the final answer on its way opens the case again as soon as that answer leaves', () => {
  const crossed = after(taken(), [2, finalAnswer('final')], [3, stillBroken])
  expect(crossed.state).toBe('in-progress')
  const left = after(crossed, [4, acceptedAt('final', 4)])
  expect(left).toMatchObject({ state: 'in-progress', isReopened: true, finalAnsweredAt: at(4), reopenings: [at(4)] })
})

test('a second round keeps the times of the first, and its end stands beside the first end', () => {
  const settled: CaseCommand = { do: 'resolve-by-customer', by: null }
  const again = after(
    answered(),
    [5, settled],
    [6, stillBroken],
    [7, finalAnswer('again')],
    [8, acceptedAt('again', 8)],
  )
  expect(again).toMatchObject({
    firstAnsweredAt: at(3),
    finalAnsweredAt: at(3),
    resolvedAt: at(5),
    isReopened: false,
    reopenings: [at(6)],
  })
  expect(after(again, [9, settled]).ends).toEqual([
    { kind: 'resolved', at: at(5), by: 'customer' },
    { kind: 'resolved', at: at(9), by: 'customer' },
  ])
})

test('a customer who settles it before any answer releases the answers and ends the pause', () => {
  const waiting = after(taken(), [2, { do: 'wait-for-customer', by: ada, reason: 'A picture.', until: at(50) }])
  expect(effectsOf(waiting, 3, { do: 'resolve-by-customer', by: ada, reason: 'On the phone.' })).toEqual([
    { do: 'end-pause', at: at(3) },
    { do: 'release-promises', at: at(3) },
  ])
})

test('waiting for a third party pauses nothing, and ends by itself when it is due', () => {
  const wait: CaseCommand = { do: 'wait-for-third-party', by: ada, reason: 'The carrier.', until: at(50) }
  expect(effectsOf(taken(), 2, wait)).toEqual([])
  const waiting = after(taken(), [2, wait])
  expect(decide(waiting, 49, { do: 'resume', by: null })).toMatchObject({ reason: 'too-early' })
  expect(after(waiting, [50, { do: 'resume', by: null }])).toMatchObject({ state: 'in-progress', waitingUntil: null })
})

test('a handover tells the customer, and neither a blank summary nor the person it is about will do', () => {
  const about = after(taken(), [2, { do: 'name-subject', staffId: ben, instead: null }])
  const handOver = (to: StaffId, summary: string): CaseCommand => ({ do: 'hand-over', from: ada, to, summary })
  expect(effectsOf(about, 3, handOver(cleo, 'The wheel.'))).toEqual([
    { do: 'queue-letter', letter: 'owner-changed', words: null, leavesAt: expect.any(Date) as Date },
  ])
  expect(decide(about, 3, handOver(cleo, ' '))).toMatchObject({ reason: 'no-summary' })
  expect(decide(about, 3, handOver(ben, 'The wheel.'))).toMatchObject({ reason: 'about-this-person', who: ben })
  expect(decide(about, 3, { do: 'hand-over', from: cleo, to: ada, summary: 'Mine?' })).toMatchObject({
    reason: 'not-owner',
    who: ada,
  })
})

test('a complaint found to be about its owner goes to somebody else in the same step, or not at all', () => {
  expect(decide(taken(), 2, { do: 'name-subject', staffId: ada, instead: null })).toMatchObject({
    reason: 'about-this-person',
  })
  expect(after(taken(), [2, { do: 'name-subject', staffId: ada, instead: ben }])).toMatchObject({
    ownerStaffId: ben,
    aboutStaffIds: [ada],
  })
})

test('a complaint is finished with a finding, dishonesty with what shows it, a request without either', () => {
  const answer = (finding: (typeof findings)[number] | null, evidence: string | null): CaseCommand => ({
    do: 'answer',
    by: ada,
    messageId: message('final'),
    final: true,
    finding,
    evidence,
  })
  expect(decide(taken(), 2, answer(null, null))).toMatchObject({ reason: 'no-finding' })
  expect(decide(taken(), 2, answer('dishonest', ' '))).toMatchObject({ reason: 'no-evidence' })
  expect(decide(taken(), 2, answer('dishonest', 'The same receipt twice.')).outcome).toBe('changed')
  expect(decide(taken('request'), 2, answer('founded', null))).toMatchObject({ reason: 'finding-not-wanted' })
  expect(decide(taken('request'), 2, answer(null, null)).outcome).toBe('changed')
})

test('nothing is closed while a promise is open, however long ago it was settled', () => {
  const settled = after(answered(), [5, { do: 'resolve-by-customer', by: null }])
  const facts = { openPromises: 1, silence: usualSilencePolicy }
  const inAYear = new Date('2027-03-02T09:00:00Z')
  expect(decideCase(settled, { do: 'close' }, inAYear, facts)).toMatchObject({ reason: 'promise-open' })
  expect(decideCase(settled, { do: 'close' }, inAYear, { ...facts, openPromises: 0 })).toMatchObject({
    next: { state: 'closed' },
  })
})

test('a time before the last change, or none at all, is refused', () => {
  expect(decide(answered(), 3, stillBroken)).toMatchObject({ reason: 'clock-behind' })
  expect(decide(answered(), Number.NaN, stillBroken)).toMatchObject({ reason: 'clock-behind' })
})

test('a message counted twice, or reported for another case, does no harm', () => {
  expect(decide(answered(), 5, acceptedAt('final', 5)).outcome).toBe('unchanged')
  expect(decide(answered(), 5, finalAnswer('final')).outcome).toBe('unchanged')
  expect(decide(answered(), 5, acceptedAt('unknown', 5))).toMatchObject({ reason: 'no-such-answer' })
})
