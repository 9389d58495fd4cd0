// Folds a case line through the desk's own decision function, as a reader of histories does, and keeps a book of what is owed.
import { floorDueTimes, defaultFloorPolicy } from '../../src/amend/promises/floor-policy.rules.ts'
import { officeHours } from '../../src/amend/calendars/weekly-hours.rules.ts'
import type { CaseCommand } from '../../src/amend/cases/rules/case-commands.rules.ts'
import type { CasePromiseKind } from '../../src/amend/cases/rules/case-effects.rules.ts'
import { openedCase } from '../../src/amend/cases/case.rules.ts'
import type { Case } from '../../src/amend/cases/case.rules.ts'
import { decideCase } from '../../src/amend/cases/rules/decide-case.rules.ts'
import { usualSilencePolicy } from '../../src/amend/cases/rules/silence.rules.ts'
import { kindOf } from '../../src/hear/understanding/kind.rules.ts'
import { meaningOf } from '../../src/hear/understanding/meaning.rules.ts'
import type { CaseLine, CaseStep } from '../../src/moving-in/history.schema.ts'
import type { MessageId, PoolId, StaffId } from '../../src/shared/ids.ts'

const day = 86_400_000

export interface Folded {
  readonly end: Case
  readonly refusals: readonly string[]
  /** Steps whose command changed nothing. */
  readonly idle: readonly string[]
  readonly isLateForFirst: boolean
  readonly isLateForFinal: boolean
}

export function foldCase(line: CaseLine, until: Date): Folded {
  const receivedAt = new Date(line.at)
  const kind = kindOf(line.subject, line.text)
  const opened = openedCase({
    ...{ kind, poolId: 'pool' as PoolId, dutyStaffId: 'duty' as StaffId, aboutStaffIds: [], receivedAt },
  })!
  let current = opened.next
  let owed: CasePromiseKind[] = ['acknowledgement', 'first-answer', 'final-answer']
  const refusals: string[] = []
  const idle: string[] = []
  const ask = (command: CaseCommand, at: Date) => {
    const decision = decideCase(current, command, at, { openPromises: owed.length, silence: usualSilencePolicy })
    if (decision.outcome === 'refused') refusals.push(`${command.do}: ${decision.reason}`)
    if (decision.outcome === 'unchanged') idle.push(command.do)
    if (decision.outcome !== 'changed') return
    current = decision.next
    for (const effect of decision.effects) {
      if (effect.do === 'make-promise') owed.push(effect.kind)
      if (effect.do === 'settle-promise') owed = owed.filter((one) => one !== effect.kind)
      if (effect.do === 'release-promises') owed = []
    }
  }
  for (const [index, step] of line.steps.entries())
    for (const [command, at] of commandsOf(step, index, line.steps)) ask(command, at)
  const due = floorDueTimes(
    defaultFloorPolicy,
    { timeZone: 'Europe/Berlin', weekly: officeHours, holidays: [] },
    receivedAt,
  )
  return {
    ...{ end: current, refusals, idle },
    isLateForFirst: (current.firstAnsweredAt ?? until) > due['first-answer'],
    isLateForFinal: (current.finalAnsweredAt ?? until) > due['final-answer'],
  }
}

const later = (at: Date, milliseconds: number): Date => new Date(at.getTime() + milliseconds)

function commandsOf(
  step: CaseStep,
  index: number,
  steps: readonly CaseStep[],
): readonly (readonly [CaseCommand, Date])[] {
  const at = new Date(step.at)
  const messageId = `message-${String(index)}` as MessageId
  switch (step.do) {
    case 'acknowledged':
      return [[{ do: 'acknowledge', acceptedAt: at }, at]]
    case 'taken':
      return [[{ do: 'take', by: step.by as StaffId }, at]]
    case 'handed-over':
      return [[{ do: 'hand-over', from: step.by as StaffId, to: step.to as StaffId, summary: step.summary }, at]]
    case 'answered': {
      const { isFinal: final, finding } = step
      const accepted = later(at, 5_000)
      return [
        [{ do: 'answer', by: step.by as StaffId, messageId, final, finding, evidence: null }, at],
        [{ do: 'answer-accepted', messageId, acceptedAt: accepted }, accepted],
      ]
    }
    case 'customer-wrote':
      return [[{ do: 'customer-wrote', messageId, meaning: meaningOf(step.text, 0) }, at]]
    case 'waiting': {
      const wait = { by: step.by as StaffId, reason: step.reason, until: new Date(step.until) }
      return [[{ do: step.for === 'customer' ? 'wait-for-customer' : 'wait-for-third-party', ...wait }, at]]
    }
    case 'resumed':
      return [[{ do: 'resume', by: step.by as StaffId }, at]]
    case 'rejected':
      return [[{ do: 'reject', by: step.by as StaffId, reasons: step.reasons, recourse: step.recourse }, at]]
    case 'resolved-by-silence': {
      const last = new Date(steps.findLast((one) => one.do === 'answered')?.at ?? step.at)
      const [first, second] = [later(last, 7 * day + 300_000), later(last, 14 * day + 900_000)]
      return [
        [{ do: 'silence-notice' }, first],
        [{ do: 'notice-accepted', acceptedAt: later(first, 5_000) }, later(first, 5_000)],
        [{ do: 'silence-notice' }, second],
        [{ do: 'notice-accepted', acceptedAt: later(second, 5_000) }, later(second, 5_000)],
        [{ do: 'resolve-by-silence' }, at],
      ]
    }
    case 'closed':
      return [[{ do: 'close' }, at]]
  }
}
