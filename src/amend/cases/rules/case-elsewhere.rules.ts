// A case that began in another desk. Where it ended there it is closed here without an end of ours: nobody here resolved or rejected it, and nothing was
// promised. Where it is open it waits like any other, and the floor counts from when it came here.
import type { Case, CaseOpening } from '../case.rules.ts'
import { openedCase, standingEnd } from '../case.rules.ts'

/** @param endedAt when it ended there; null while it is open
 * @returns null when the duty person is somebody it is about */
export function caseFromElsewhere(opening: CaseOpening, endedAt: Date | null, broughtAt: Date): Case | null {
  const opened = openedCase(opening)
  if (!opened) return null
  if (endedAt === null) return { ...opened.next, changedAt: broughtAt }
  return {
    ...opened.next,
    state: 'closed',
    ends: [{ kind: 'closed', at: endedAt }],
    closedAt: endedAt,
    changedAt: broughtAt,
  }
}

/** Whether it ended in another desk: closed, and never resolved or rejected here. */
export const endedElsewhere = (current: Case): boolean =>
  current.state === 'closed' && standingEnd(current) === undefined
