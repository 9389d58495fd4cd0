// What somebody can ask of a case now: the decision function is asked what it would say, so that buttons and rules never differ.
import { mayDo, type Permission, type Relation } from '../../../platform/access/access.rules.ts'
import type { MessageId, StaffId } from '../../../shared/ids.ts'
import type { CaseCommand, CaseFacts } from './case-commands.rules.ts'
import type { Case } from '../case.rules.ts'
import { decideCase } from './decide-case.rules.ts'

export type Askable =
  | 'take'
  | 'answer'
  | 'finish'
  | 'wait'
  | 'resume'
  | 'resolve'
  | 'reject'
  | 'reopen'
  | 'promise'
  | 'note'
  | 'ask'
  | 'assign'
  | 'name-subject'
  | 'rearrange'

export interface Asking {
  readonly staffId: StaffId
  readonly role: 'handler' | 'lead' | 'administrator'
  readonly relation: Relation
}

const permissions: Readonly<Record<Askable, Permission>> = {
  take: 'case.take',
  answer: 'case.work',
  finish: 'case.work',
  wait: 'case.work',
  resume: 'case.work',
  resolve: 'case.work',
  reject: 'case.work',
  reopen: 'case.work',
  promise: 'case.work',
  note: 'case.note',
  ask: 'case.work',
  assign: 'case.assign',
  'name-subject': 'case.assign',
  rearrange: 'case.rearrange',
}

const nobody = '00000000-0000-0000-0000-000000000000'
const minute = 60_000

/** In the order in which a page offers them. */
export function allowedOf(current: Case, asking: Asking, at: Date, facts: CaseFacts): readonly Askable[] {
  const { staffId, role, relation } = asking
  const names = Object.keys(permissions) as Askable[]
  return names.filter((name) => {
    if (!mayDo({ kind: 'staff', staffId, role }, permissions[name], relation)) return false
    if (name === 'note') return current.merged === null
    if (name === 'promise' || name === 'ask') return current.state !== 'closed' && current.merged === null
    // Whether it can be done hangs on the other case as well: the preview says.
    if (name === 'rearrange') return current.merged === null
    return decideCase(current, trial(name, current, staffId, at), at, facts).outcome === 'changed'
  })
}

function trial(
  name: Exclude<Askable, 'promise' | 'note' | 'ask' | 'rearrange'>,
  current: Case,
  by: StaffId,
  at: Date,
): CaseCommand {
  const said = { reason: 'x', until: new Date(at.getTime() + minute), messageId: nobody as MessageId }
  const isFinal = name === 'finish'
  switch (name) {
    case 'take':
      return { do: 'take', by }
    case 'answer':
    case 'finish':
      return {
        ...{ do: 'answer', by, messageId: said.messageId, final: isFinal, evidence: null },
        finding: isFinal && current.kind === 'complaint' ? 'undecided' : null,
      }
    case 'wait':
      return { do: 'wait-for-customer', by, reason: said.reason, until: said.until }
    case 'resume':
      return { do: 'resume', by }
    case 'resolve':
      return { do: 'resolve-by-customer', by, reason: said.reason }
    case 'reject':
      return { do: 'reject', by, reasons: said.reason, recourse: said.reason }
    case 'reopen':
      return { do: 'reopen', by, reason: said.reason }
    case 'name-subject':
      return { do: 'name-subject', staffId: nobody as StaffId, instead: null }
    case 'assign':
      return current.ownerStaffId === null
        ? { do: 'name-duty', staffId: nobody as StaffId }
        : { do: 'hand-over', from: current.ownerStaffId, to: nobody as StaffId, summary: 'x' }
  }
}
