// The loop that reads the inbox: woken after each commit and twice a second, a few records at once, for ever. Nothing it meets ends it.
import { withContext } from '../../platform/context/context.ts'
import type { House } from '../../platform/context/house.ts'
import type { OrganizationId, RawId } from '../../shared/ids.ts'
import { Refusal } from '../../shared/errors.ts'
import { startLoop, type Loop } from '../../platform/jobs/loop.ts'
import { dueRaws } from './due-raw.sql.ts'
import { createParsePool, type ParsePool } from './parse-pool.ts'
import { type ClaimedRaw, claimRaws, tryAgain } from './raw.sql.ts'
import { mostFailures, readRaw } from './read-raw.ts'

const atOnce = 4
/** Among so many that are due, the small ones come first. */
const lookedAt = 64
const leaseMs = 60_000
const reader = { kind: 'system', part: 'reader' } as const

/** Starts reading, with children of its own for parsing; `stop` waits for the records in hand. */
export function startReader(house: House): Loop {
  const parsePool = createParsePool()
  const loop = startLoop(house, 'reader', 500, async () => {
    const { due, taken } = await readRound(house, parsePool)
    // All that were due were taken; one stored meanwhile wakes it.
    return due - taken
  })
  return {
    wake: loop.wake,
    stop: async () => {
      await loop.stop()
      await parsePool.close()
    },
  }
}

/** Reads what is due now, at most one round of it; answers how many records were looked at. Tests and stories call it by hand. */
export const readDue = async (house: House, parsePool: ParsePool): Promise<number> =>
  (await readRound(house, parsePool)).due

async function readRound(
  house: House,
  parsePool: ParsePool,
): Promise<{ readonly due: number; readonly taken: number }> {
  const due = await dueRaws(house.ownerPool, house.clock.now(), lookedAt)
  const byOrganization = Map.groupBy(due, (one) => one.organizationId)
  let taken = 0
  for (const [organizationId, some] of byOrganization) {
    const claimed = await claim(
      house,
      organizationId,
      some.map((one) => one.rawId),
    )
    taken += claimed.length
    // Whoever failed before is read alone, so that it takes nobody with it.
    const [fresh, tried] = [claimed.filter((raw) => raw.attempts === 1), claimed.filter((raw) => raw.attempts > 1)]
    await readSome(house, parsePool, organizationId, fresh, atOnce)
    await readSome(house, parsePool, organizationId, tried, 1)
  }
  return { due: due.length, taken }
}

const claim = (
  house: House,
  organizationId: OrganizationId,
  rawIds: readonly RawId[],
): Promise<readonly ClaimedRaw[]> =>
  withContext(house, { organizationId, actor: reader, isRedoable: true }, (ctx) =>
    claimRaws(ctx.db, rawIds, ctx.now(), new Date(ctx.now().getTime() + leaseMs)),
  )

async function readSome(
  house: House,
  parsePool: ParsePool,
  organizationId: OrganizationId,
  raws: readonly ClaimedRaw[],
  lanes: number,
): Promise<void> {
  const waiting = [...raws]
  const lane = async (): Promise<void> => {
    for (let raw = waiting.shift(); raw; raw = waiting.shift()) await readOne(house, parsePool, organizationId, raw)
  }
  await Promise.all(Array.from({ length: Math.min(lanes, waiting.length) }, lane))
}

async function readOne(
  house: House,
  parsePool: ParsePool,
  organizationId: OrganizationId,
  raw: ClaimedRaw,
): Promise<void> {
  await house.turns.giveWay(house.clock.now().getTime() - raw.receivedAt.getTime())
  await house.turns.letOthersFinish()
  try {
    const became = await readRaw(house, parsePool, organizationId, raw)
    if (became === 'later') await postpone(house, organizationId, raw, 'the parser ended', true)
  } catch (error) {
    const isOurs = !(error instanceof Refusal && (error.code === 'unavailable' || error.code === 'storage-full'))
    if (isOurs)
      house.log.error(
        { err: error, rawId: raw.rawId, attempts: raw.attempts },
        'a record could not be read; it is tried again',
      )
    await postpone(house, organizationId, raw, error instanceof Error ? error.message : String(error), isOurs)
  }
}

/** Backs off. A try that failed because the database was away does not count. */
async function postpone(
  house: House,
  organizationId: OrganizationId,
  raw: ClaimedRaw,
  words: string,
  counts: boolean,
): Promise<void> {
  const failures = raw.failures + 1
  const waitMs = counts ? Math.min(1000 * 4 ** failures, 300_000) : 1000
  const dueAt = new Date(house.clock.now().getTime() + (counts && failures >= mostFailures ? 0 : waitMs))
  await withContext(house, { organizationId, actor: reader }, (ctx) =>
    tryAgain(ctx.db, raw.rawId, dueAt, words, counts),
  )
}
