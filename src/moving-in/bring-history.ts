// Brings along what happened before, in one transaction: people first, then what they did, then what they complained of.
import { recordAudit } from '../platform/audit/record-audit.ts'
import { storableText } from '../hear/channels/mail/storable-text.ts'
import type { Context } from '../platform/context/context.ts'
import { ofHistory, receive } from './arrivals.ts'
import { bringCases } from './bring-cases.ts'
import { bringDeeds } from './bring-deeds.ts'
import { bringPeople } from './bring-people.ts'
import type { HistoryTaken, ProgramLine } from './history.schema.ts'
import { lockMovingIn } from './source-record.sql.ts'

/** The same lines again change nothing. Nobody is written to, and nothing is announced. */
export async function bringHistory(ctx: Context, lines: readonly ProgramLine[]): Promise<HistoryTaken> {
  await lockMovingIn(ctx.db)
  const arrivals = await receive(ctx, storable(lines), ofHistory)
  await bringPeople(ctx, arrivals)
  await bringDeeds(ctx, arrivals)
  await bringCases(ctx, arrivals)
  const taken = await arrivals.settle()
  await recordAudit(ctx, 'history.brought', { kind: 'organization', id: ctx.organizationId }, { taken: taken.taken })
  return taken
}

/** What no database and no eye takes goes from every text. */
const storable = (lines: readonly ProgramLine[]): readonly ProgramLine[] =>
  JSON.parse(JSON.stringify(lines), (_key, value: unknown) =>
    typeof value === 'string' ? storableText(value) : value,
  ) as readonly ProgramLine[]
