// Who else is in a case, each once, with the most telling of what their screens do there.
import type { StaffId } from '../../../shared/ids.ts'

/** The most telling first. */
export const doings = ['replying', 'noting', 'reading'] as const
export type DoingInCase = (typeof doings)[number]

const isDoing = (text: string): text is DoingInCase => (doings as readonly string[]).includes(text)

export function othersThere(
  seen: readonly { readonly staffId: StaffId; readonly doing: string }[],
  me: StaffId,
): ReadonlyMap<StaffId, DoingInCase> {
  const others = new Map<StaffId, DoingInCase>()
  for (const { staffId, doing } of seen) {
    if (staffId === me || !isDoing(doing)) continue
    const before = others.get(staffId)
    if (before === undefined || doings.indexOf(doing) < doings.indexOf(before)) others.set(staffId, doing)
  }
  return others
}
