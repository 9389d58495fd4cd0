// When time alone may next change a case, so that the tick asks only the few cases whose time has come.
import { closingDue, nextNoticeDue, silenceDue } from './silence.rules.ts'
import type { SilencePolicy } from './silence.rules.ts'
import type { Case } from '../case.rules.ts'

/** The instant to ask `nextSilenceStep` again; null while only people can move the case. */
export function lookAgainAt(current: Case, policy: SilencePolicy): Date | null {
  if (current.waitingUntil !== null) return current.waitingUntil
  const closing = closingDue(current, policy)
  if (closing !== null) return closing
  if (current.state !== 'answered') return null
  return silenceDue(current, policy) ?? nextNoticeDue(current, policy)
}
