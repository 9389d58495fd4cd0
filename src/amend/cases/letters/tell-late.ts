// Tells the customer that we broke a promise, and until when they hear now: one letter for all of a case's broken promises, each told once.
import type { Context } from '../../../platform/context/context.ts'
import { ourAddresses } from '../../../hear/channels/channel.sql.ts'
import { whyNotAutomatically } from '../../../hear/conversations/may-send-automatically.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { brokenPromises } from '../../promises/renewal.sql.ts'
import { changeLocked, whenDecided, lockStanding, type LockedCase } from '../change-case.ts'
import type { CaseCommand } from '../rules/case-commands.rules.ts'
import { decideCase } from '../rules/decide-case.rules.ts'
import { logLeftOut } from './send-case-letter.ts'

/** Under the case's lock, so that two who ask at once write one letter. What nobody was told stays untold, to be told with the next one that breaks.
 * @throws Error when the case cannot hear it now (the clock fell back): the job tries again */
export async function tellLate(ctx: Context, late: CaseId): Promise<void> {
  const locked = await lockStanding(ctx, late)
  const { caseId } = locked.kept
  const command: CaseCommand = { do: 'promises-broke', broken: await brokenPromises(ctx.db, caseId) }
  const asked = decideCase(locked.kept.current, command, whenDecided(ctx, locked.kept), locked.facts)
  if (asked.outcome === 'refused') throw new Error(`a case did not hear of its broken promise: ${asked.sentence}`)
  if (asked.outcome === 'unchanged') return
  const whyNot = await whyNotNow(ctx, locked)
  if (whyNot === null) await changeLocked(ctx, locked, command)
  else logLeftOut(ctx, locked.kept, 'late', whyNot)
}

/** A letter that waits for a mailbox would name a time that is long past when it leaves. */
const whyNotNow = async (ctx: Context, { kept }: LockedCase): Promise<string | null> =>
  (await ourAddresses(ctx.db)).length === 0
    ? 'No mailbox is connected, so no letter can leave.'
    : whyNotAutomatically(ctx, kept.conversationId, null)
