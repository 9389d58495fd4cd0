// Undo of a handover, while the letter that would tell the customer of it has not left.
import { recordAudit } from '../../../platform/audit/record-audit.ts'
import type { Context } from '../../../platform/context/context.ts'
import { findStaff } from '../../../platform/staff/staff.sql.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { changeLocked, doneOr409, lockForChange, unlessSameVersion } from '../change-case.ts'
import { lastHandOver } from '../case-event.sql.ts'
import { newestLetterFor } from '../case-message.sql.ts'
import type { CommandDone } from '../case.schema.ts'
import { whoActs } from './take-case.ts'

/** @throws Refusal('wrong-state') where it is too late, Refusal('invalid') where the owner before works here no more */
export async function undoHandOver(ctx: Context, caseId: CaseId, version: number): Promise<CommandDone> {
  const locked = await lockForChange(ctx, caseId)
  unlessSameVersion(locked.kept, version)
  const [last, letter] = await Promise.all([
    lastHandOver(ctx.db, caseId),
    newestLetterFor(ctx.db, caseId, 'owner-changed'),
  ])
  const hasLeft = letter !== null && letter.state !== 'held' && letter.state !== 'queued'
  const handOver = last && { ...last, isTold: hasLeft && letter.countedAt >= last.at }
  if (last && (await findStaff(ctx.db, last.from))?.disabledAt !== null)
    throw new Refusal('invalid', 'The owner before does not work here any more.')
  const done = doneOr409(await changeLocked(ctx, locked, { do: 'undo-hand-over', by: whoActs(ctx), handOver }))
  await recordAudit(ctx, 'case.hand-over-undone', { kind: 'case', id: caseId }, { to: last?.from ?? null })
  return done
}
