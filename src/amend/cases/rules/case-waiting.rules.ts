// Waiting: for the customer (the promises pause, for a stated reason) or for a third party (they do not). Both have a due time.
import type { CaseCommand } from './case-commands.rules.ts'
import { changed, endOfPause, isBlank, record, refused, unchanged } from './case-decision.rules.ts'
import type { CaseDecision } from './case-decision.rules.ts'
import type { CaseEffect } from './case-effects.rules.ts'
import { unlessOwner } from './case-owner.rules.ts'
import type { Case } from '../case.rules.ts'

type Waiting = Extract<CaseCommand, { readonly do: 'wait-for-customer' | 'wait-for-third-party' }>

/** Whether the case is with us or waiting, and not yet answered or over. */
export const isUnderWay = ({ state }: Case): boolean =>
  state === 'in-progress' || state === 'waiting-for-customer' || state === 'waiting-for-third-party'

export function decideWait(current: Case, command: Waiting, at: Date): CaseDecision {
  const { by, reason, until } = command
  const stranger = unlessOwner(current, by)
  if (stranger !== null) return stranger
  if (!isUnderWay(current)) return refused('over', 'Nothing is being worked on in this case. Reopen it first.')
  if (isBlank(reason)) return refused('no-reasons', 'Say what the case is waiting for.')
  if (!(until > at)) return refused('time-out-of-order', 'A wait ends in the future.')
  const isForCustomer = command.do === 'wait-for-customer'
  const state = isForCustomer ? 'waiting-for-customer' : 'waiting-for-third-party'
  const pause: readonly CaseEffect[] = isForCustomer ? [{ do: 'start-pause', at, until, reason }] : []
  return changed(current, at, { state, waitingUntil: until }, [
    ...endOfPause(current, at),
    ...pause,
    record(state, at, { by, words: reason }),
  ])
}

/** Somebody outside is heard: the wait for them ends, and nothing else. No case is reopened by it, and no clock of the customer's moves. */
export function decideThirdPartyHeard(current: Case, at: Date): CaseDecision {
  if (current.state !== 'waiting-for-third-party') return unchanged('It does not wait for anybody outside.')
  return changed(current, at, { state: 'in-progress', waitingUntil: null }, [record('resumed', at)])
}

export function decideResume(current: Case, command: Extract<CaseCommand, { do: 'resume' }>, at: Date): CaseDecision {
  if (current.waitingUntil === null) return unchanged('It is not waiting.')
  if (command.by !== null) {
    const stranger = unlessOwner(current, command.by)
    if (stranger !== null) return stranger
  } else if (at < current.waitingUntil) {
    return refused('too-early', 'The wait is not over yet.')
  }
  return changed(current, at, { state: 'in-progress', waitingUntil: null }, [
    ...endOfPause(current, at),
    record('resumed', at, { by: command.by }),
  ])
}
