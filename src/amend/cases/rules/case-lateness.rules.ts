// We are late: which broken promises the customer is told of, each once and with a new one, before they ask.
import { couldKeep } from './case-answers.rules.ts'
import type { BrokenNow, CaseCommand } from './case-commands.rules.ts'
import { changed, record, unchanged } from './case-decision.rules.ts'
import type { CaseDecision } from './case-decision.rules.ts'
import type { CaseEffect } from './case-effects.rules.ts'
import { isOnItsWay } from '../case.rules.ts'
import type { Case } from '../case.rules.ts'

type Command = Extract<CaseCommand, { readonly do: 'promises-broke' }>

/** One letter for all that can be told now. Whether a machine may write at all is asked by whoever asks this. */
export function decidePromisesBroke(current: Case, { broken }: Command, at: Date): CaseDecision {
  if (current.state === 'resolved' || current.state === 'rejected' || current.state === 'closed')
    return unchanged('It is over for the customer.')
  const renewed = broken.flatMap((promise): readonly CaseEffect[] => {
    const { promiseId, kind } = promise
    if (kind === 'acknowledgement' || !isToTell(current, promise)) return []
    return [{ do: 'renew-promise', promiseId, kind }]
  })
  if (renewed.length === 0) return unchanged('There is nothing the customer has to be told.')
  return changed(current, at, {}, [
    ...renewed,
    { do: 'queue-letter', letter: 'late', words: null },
    record('told-late', at),
  ])
}

/** Still owed, not yet told, and no answer on its way that does it. */
const isToTell = (current: Case, { kind, isOwed, toldAt }: BrokenNow): boolean =>
  isOwed &&
  toldAt === null &&
  (kind === 'given' ||
    !current.answers.some(
      (answer) => isOnItsWay(answer) && answer.round === current.reopenings.length && couldKeep(answer, kind),
    ))
