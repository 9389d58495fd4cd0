// How a case begins that was split off another: with whoever answers for that one, and acknowledged where its customer was.
import type { StaffId } from '../../../shared/ids.ts'
import type { CaseCommand } from './case-commands.rules.ts'
import type { CaseEffect } from './case-effects.rules.ts'
import type { Case } from '../case.rules.ts'
import { decideCase } from './decide-case.rules.ts'
import { undoMs } from '../work/hand-over-undo.rules.ts'
import { usualSilencePolicy } from './silence.rules.ts'

export interface BegunBeside {
  readonly dutyStaffId: StaffId
  readonly ownerStaffId: StaffId | null
  readonly acknowledgedAt: Date | null
}

interface Opened {
  readonly next: Case
  readonly effects: readonly CaseEffect[]
}

/** A customer who was told that we have what they wrote is not told again; who was not is told once a minute to undo it has passed.
 * Whoever owned what it came from owns it, unless it is about them. */
export function begunBeside(opened: Opened, { ownerStaffId, acknowledgedAt }: BegunBeside, at: Date): Opened {
  const { receivedAt, dutyStaffId } = opened.next
  const acceptedAt = acknowledgedAt !== null && acknowledgedAt < receivedAt ? receivedAt : acknowledgedAt
  const leavesAt = new Date(at.getTime() + undoMs)
  const commands: readonly CaseCommand[] = [
    ...(acceptedAt === null ? [] : [{ do: 'acknowledge', acceptedAt } as const]),
    ...(ownerStaffId === dutyStaffId ? [{ do: 'take', by: ownerStaffId } as const] : []),
  ]
  const effects = opened.effects.flatMap((effect): readonly CaseEffect[] => {
    if (effect.do !== 'queue-letter') return [effect]
    return acceptedAt === null ? [{ ...effect, leavesAt }] : []
  })
  let so: Opened = { next: opened.next, effects }
  for (const command of commands) {
    // Neither promises nor silence have a say in these two.
    const decision = decideCase(so.next, command, at, { openPromises: 0, silence: usualSilencePolicy })
    if (decision.outcome === 'changed') so = { next: decision.next, effects: [...so.effects, ...decision.effects] }
  }
  return so
}
