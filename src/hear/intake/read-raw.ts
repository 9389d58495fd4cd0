// Reads one raw record: parsed outside any transaction, then taken through the steps and settled with exactly one disposition in one transaction.
import { withContext } from '../../platform/context/context.ts'
import type { House } from '../../platform/context/house.ts'
import type { OrganizationId } from '../../shared/ids.ts'
import { parseRaw } from './parse-raw.ts'
import type { ParsePool } from './parse-pool.ts'
import { type ClaimedRaw, type Disposition, lockForReading, settleRaw } from './raw.sql.ts'
import { type Parsed, quarantine, type Reading } from './reading.ts'
import { readerVersion, steps } from './steps.ts'
import type { Context } from '../../platform/context/context.ts'

/** A record that cannot be read after so many tries waits in quarantine. */
export const mostFailures = 3
/** A desk is killed by many things, and whatever it had in hand is seldom one of them; a record that it died over so often may be. */
const mostDeaths = 6

const reader = { kind: 'system', part: 'reader' } as const

/** What became of it; null when another reader had settled it already. Reading the same record again changes nothing.
 * @throws whatever failed outside the record itself; the caller tries again */
export async function readRaw(
  house: House,
  parsePool: ParsePool,
  organizationId: OrganizationId,
  raw: ClaimedRaw,
): Promise<Disposition | 'later' | null> {
  const deaths = raw.attempts - 1 - raw.failures
  if (raw.failures >= mostFailures || deaths >= mostDeaths)
    return settle(house, organizationId, raw, tooManyTries(raw, deaths))
  const outcome = await parseRaw(parsePool, raw)
  if (outcome.kind === 'again') return 'later'
  if (outcome.kind === 'unreadable') return settle(house, organizationId, raw, quarantine(outcome.words).disposition)
  return withContext(house, { organizationId, actor: reader, isRedoable: true, isFollowedUp: true }, (ctx) =>
    readParsed(ctx, raw, outcome.parsed),
  )
}

/** The steps and the disposition, in the caller's transaction. */
export async function readParsed(ctx: Context, raw: ClaimedRaw, parsed: Parsed): Promise<Disposition | null> {
  const known = await lockForReading(ctx.db, raw, parsed.inbound.externalId)
  if (!known) return null
  const disposition = await takeSteps(ctx, { raw, parsed, known })
  const isSettled = await settleRaw(ctx.db, ctx.organizationId, raw.rawId, disposition, {
    readerVersion,
    at: ctx.now(),
  })
  if (!isSettled) throw new Error('a locked record left the inbox')
  return disposition
}

async function takeSteps(ctx: Context, start: Reading): Promise<Disposition> {
  let reading = start
  for (const step of steps) {
    const next = await step(ctx, reading)
    if ('disposition' in next) return next.disposition
    reading = next
  }
  throw new Error('no step ended the reading')
}

const tooManyTries = ({ failures, lastError }: ClaimedRaw, deaths: number): Disposition =>
  quarantine(
    failures >= mostFailures
      ? `Reading it failed ${String(failures)} times: ${lastError ?? ''}. Its bytes are kept.`
      : `The desk ended ${String(deaths)} times while it had this in hand, so it may be the cause. Its bytes are kept.`,
  ).disposition

const settle = (
  house: House,
  organizationId: OrganizationId,
  raw: ClaimedRaw,
  disposition: Disposition,
): Promise<Disposition | null> =>
  withContext(house, { organizationId, actor: reader }, async (ctx) =>
    (await settleRaw(ctx.db, organizationId, raw.rawId, disposition, { readerVersion, at: ctx.now() }))
      ? disposition
      : null,
  )
