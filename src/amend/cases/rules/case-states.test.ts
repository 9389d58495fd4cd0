// Every state against every command, as a table people read: docs/case-states.md is this test's memory and cannot differ from the code.
import { expect, test } from 'vitest'
import type { CaseId, MessageId, PoolId, PromiseId, StaffId } from '../../../shared/ids.ts'
import type { CaseCommand, CustomerMeaning } from './case-commands.rules.ts'
import { caseStates, openedCase } from '../case.rules.ts'
import type { Case, CaseState } from '../case.rules.ts'
import type { Taking } from './case-merging.rules.ts'
import { decideCase } from './decide-case.rules.ts'
import { usualSilencePolicy } from './silence.rules.ts'

const [owner, stranger, colleague] = ['ada', 'ben', 'cleo'] as readonly string[] as [StaffId, StaffId, StaffId]
const [final, later, theirs] = ['final', 'later', 'theirs'] as readonly string[] as [MessageId, MessageId, MessageId]
const promised = 'promised' as PromiseId
const other = 'other' as CaseId
const start = new Date('2026-03-02T09:00:00Z')
const days = (count: number) => new Date(start.getTime() + count * 86_400_000)
const facts = { openPromises: 0, silence: usualSilencePolicy }

/** A case walked through commands, twenty days apart; every one of them must change it. */
function walked(...commands: readonly CaseCommand[]): Case {
  const opened = openedCase({
    kind: 'complaint',
    poolId: 'pool' as PoolId,
    dutyStaffId: colleague,
    aboutStaffIds: [],
    receivedAt: start,
  })
  if (opened === null) throw new Error('not opened')
  return commands.reduce((current, command, n) => {
    const decision = decideCase(current, command, days(20 * n), facts)
    if (decision.outcome !== 'changed') throw new Error(`${current.state}: ${command.do} ${JSON.stringify(decision)}`)
    return decision.next
  }, opened.next)
}

const answer = (messageId: MessageId, isFinal: boolean): Extract<CaseCommand, { do: 'answer' }> => ({
  do: 'answer',
  by: owner,
  messageId,
  final: isFinal,
  finding: isFinal ? 'founded' : null,
  evidence: null,
})
const acknowledged: CaseCommand = { do: 'acknowledge', acceptedAt: start }
const taken: readonly CaseCommand[] = [acknowledged, { do: 'take', by: owner }]
const answered: readonly CaseCommand[] = [
  ...taken,
  answer(final, true),
  { do: 'answer-accepted', messageId: final, acceptedAt: days(60) },
]
const rejected: CaseCommand = { do: 'reject', by: owner, reasons: 'The wheel was sound.', recourse: 'The ombudsman.' }
const wait = { by: owner, reason: 'A picture of the wheel.', until: days(290) }

const asked = (day: number): readonly CaseCommand[] => [
  { do: 'silence-notice' },
  { do: 'notice-accepted', acceptedAt: days(day) },
]

/** A case in each state, and two that are told apart only by their silence. */
const examples: Readonly<Record<CaseState | 'asked twice' | 'silent', readonly CaseCommand[]>> = {
  received: [],
  acknowledged: [acknowledged],
  'in-progress': taken,
  'waiting-for-customer': [...taken, { do: 'wait-for-customer', ...wait }],
  'waiting-for-third-party': [...taken, { do: 'wait-for-third-party', ...wait }],
  answered,
  'asked twice': [...answered, ...asked(100), ...asked(140)],
  resolved: [...answered, { do: 'resolve-by-customer', by: null }],
  silent: [...answered, ...asked(100), ...asked(140), { do: 'resolve-by-silence' }],
  rejected: [...answered, rejected],
  closed: [...answered, { do: 'resolve-by-customer', by: null }, { do: 'close' }],
  merged: [...taken, { do: 'merge-into', by: owner, into: other }],
}

const taking: Taking = { what: 'case', from: other, ownerStaffId: null, aboutStaffIds: [], acknowledgedAt: null }
const theyWrite = (meaning: CustomerMeaning): CaseCommand => ({ do: 'customer-wrote', messageId: theirs, meaning })
const laterArrives: CaseCommand = { do: 'answer-accepted', messageId: later, acceptedAt: days(300) }

/** Every command (the type sees to it), in the plainest form that could succeed and the forms that make a difference; what precedes it before it. */
const commands: Readonly<Record<CaseCommand['do'], Readonly<Record<string, readonly CaseCommand[]>>>> = {
  acknowledge: { 'the acknowledgement arrives': [{ do: 'acknowledge', acceptedAt: days(300) }] },
  'name-duty': { 'name another duty person': [{ do: 'name-duty', staffId: stranger }] },
  'name-subject': {
    'it is about its owner': [{ do: 'name-subject', staffId: owner, instead: stranger }],
    'it is about its duty person': [{ do: 'name-subject', staffId: colleague, instead: stranger }],
  },
  take: { 'somebody else takes it': [{ do: 'take', by: stranger }], 'the owner takes it': [{ do: 'take', by: owner }] },
  'hand-over': { 'hand over': [{ do: 'hand-over', from: owner, to: stranger, summary: 'The wheel came off.' }] },
  'undo-hand-over': {
    'undo the handover at once': [
      { do: 'hand-over', from: owner, to: stranger, summary: 'The wheel came off.' },
      {
        do: 'undo-hand-over',
        by: owner,
        handOver: { at: days(300), by: owner, from: owner, to: stranger, isTold: false },
      },
    ],
  },
  cover: { 'cover the owner': [{ do: 'cover', from: owner, to: stranger, summary: 'The wheel came off.' }] },
  answer: {
    'the owner writes an answer': [answer(later, false)],
    'the owner writes a final answer': [answer(later, true)],
    'somebody else writes an answer': [{ ...answer(later, false), by: stranger }],
  },
  'recall-answer': {
    'an answer on its way is taken back': [answer(later, false), { do: 'recall-answer', by: owner, messageId: later }],
    'an answer that has arrived is taken back': [{ do: 'recall-answer', by: owner, messageId: final }],
    'somebody else takes an answer back': [
      answer(later, false),
      { do: 'recall-answer', by: stranger, messageId: later },
    ],
  },
  'answer-accepted': {
    'an answer on its way arrives': [answer(later, false), laterArrives],
    'a final answer on its way arrives': [answer(later, true), laterArrives],
    'a final answer arrives after they said it is still broken': [
      answer(later, true),
      theyWrite('still-broken'),
      laterArrives,
    ],
  },
  'answer-bounced': { 'the final answer bounces': [{ do: 'answer-bounced', messageId: final }] },
  'wait-for-customer': { 'wait for the customer': [{ do: 'wait-for-customer', ...wait, until: days(350) }] },
  'wait-for-third-party': { 'wait for a third party': [{ do: 'wait-for-third-party', ...wait, until: days(350) }] },
  resume: { 'the owner goes on': [{ do: 'resume', by: owner }], 'the wait is over': [{ do: 'resume', by: null }] },
  'customer-wrote': {
    'the customer says thank you': [theyWrite('thanks')],
    'the customer says it is still broken': [theyWrite('still-broken')],
    'the customer adds something': [theyWrite('new-information')],
    'the customer has a new matter': [theyWrite('new-matter')],
  },
  'third-party-heard': { 'somebody outside is heard': [{ do: 'third-party-heard' }] },
  'machine-wrote': { 'a machine writes': [{ do: 'machine-wrote', messageId: theirs }] },
  'silence-notice': { 'ask whether all is well': [{ do: 'silence-notice' }] },
  'notice-accepted': {
    'the notice arrives': [{ do: 'silence-notice' }, { do: 'notice-accepted', acceptedAt: days(300) }],
  },
  'letter-bounced': {
    'the acknowledgement bounces': [{ do: 'letter-bounced', letter: 'acknowledgement' }],
    'a notice bounces': [{ do: 'letter-bounced', letter: 'silence-notice' }],
    'the rejection bounces': [{ do: 'letter-bounced', letter: 'rejection' }],
  },
  'promises-broke': {
    'a promise breaks': [
      { do: 'promises-broke', broken: [{ promiseId: promised, kind: 'given', isOwed: true, toldAt: null }] },
    ],
  },
  'resolve-by-silence': { 'resolve by silence': [{ do: 'resolve-by-silence' }] },
  'resolve-by-customer': {
    'the customer says it is settled': [{ do: 'resolve-by-customer', by: null }],
    'the owner was told that it is settled': [{ do: 'resolve-by-customer', by: owner, reason: 'On the phone.' }],
  },
  reject: { reject: [rejected] },
  reopen: { 'the owner opens it again': [{ do: 'reopen', by: owner, reason: 'The refund came back.' }] },
  close: { close: [{ do: 'close' }] },
  'merge-into': { 'merge it into another case': [{ do: 'merge-into', by: owner, into: other }] },
  'undo-merge': { 'undo that': [{ do: 'undo-merge', by: owner }] },
  'take-in': { 'another case is merged into it': [{ do: 'take-in', by: owner, taking }] },
  'give-back': {
    'undo that at once': [
      { do: 'take-in', by: owner, taking },
      { do: 'give-back', by: owner, taking, was: null },
    ],
  },
  'part-with': {
    'messages are split off or moved away': [{ do: 'part-with', by: owner, parting: { what: 'split', other } }],
  },
  'have-back': { 'they come back': [{ do: 'have-back', by: owner, parting: { what: 'split', other } }] },
  'merged-answer-bounced': {
    'an answer of a case merged into it bounces': [{ do: 'merged-answer-bounced', messageId: theirs }],
  },
}

/** What the last command does to the example, in a word; a dash where what precedes it is not possible. */
function cell(steps: readonly CaseCommand[], example: readonly CaseCommand[]): string {
  let current = walked(...example)
  for (const [n, command] of steps.entries()) {
    const decision = decideCase(current, command, days(300), facts)
    const isLast = n === steps.length - 1
    if (!isLast && decision.outcome === 'refused') return '–'
    if (isLast && decision.outcome === 'refused') return `✗ ${decision.reason}`
    if (isLast && decision.outcome === 'unchanged') return '·'
    const before = current.state
    if (decision.outcome === 'changed') current = decision.next
    if (isLast) return before === current.state ? 'noted' : `**${current.state}**`
  }
  return '–'
}

test('the example of each state is in that state', () => {
  expect(caseStates.map((state) => walked(...examples[state]).state)).toEqual(caseStates)
})

test('docs/case-states.md is what the code does', async () => {
  const rows = Object.values(commands)
    .flatMap((forms) => Object.entries(forms))
    .map(([name, steps]) => [name, ...Object.values(examples).map((example) => cell(steps, example))])
  const head = ['', ...Object.keys(examples)]
  const lines = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`)
  const text = `# The states of a case

What each command does in each state. This page is written from the code by the test \`src/amend/cases/rules/case-states.test.ts\`
(run it with \`-u\` after a wanted change), which fails when the two differ.

A **state in bold** is where the case goes. *noted*: it stays, and the history says what happened. ·: nothing changes.
–: cannot come to that. ✗: refused, with the reason. *asked twice* is answered after both notices, *silent* is resolved by silence. The
example is a complaint with one final answer, long enough ago that no time is too early, and no promise open. While a promise is open or
something written has not left, a case is neither asked about, nor closed, nor resolved by silence.

${lines.join('\n')}

A case is *reopened* (in progress again, a short clock and a new final answer promised, every earlier time kept) whenever it leaves
answered, resolved, rejected or closed because of what the customer says, because its owner sees that it is not settled, or because a
letter it rests on came back. A *merged* case lives on in the one it was merged into: what is owed goes there, and what its customer writes is
told to that one (docs/decisions/0010-merge-split-move.md). When the final answer itself comes back, the promises it had kept run again with the due times they had.
`
  await expect(text).toMatchFileSnapshot('../../../../docs/case-states.md')
})
