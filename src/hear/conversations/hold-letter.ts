// Holds a letter while it waits for its turn and while it is sent, however slow the far server is, so that nobody else sends it as well.
import { withContext } from '../../platform/context/context.ts'
import type { House } from '../../platform/context/house.ts'
import type { OrganizationId } from '../../shared/ids.ts'
import { type ClaimedLetter, renewLetter } from './outbox.sql.ts'

export interface Held {
  readonly organizationId: OrganizationId
  readonly letter: ClaimedLetter
  /** When the lease that it was claimed with ends. */
  readonly until: Date
  /** How often the lease is renewed while it is sent. */
  readonly beatMs: number
}

const leaseMs = 5 * 60_000

export const leaseFrom = (now: Date): Date => new Date(now.getTime() + leaseMs)

/** Renews the lease before and during `work`; does nothing where it went to somebody else meanwhile. `work` is told to end when it is lost. */
export async function keepHolding(
  house: House,
  { organizationId, letter, until, beatMs }: Held,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  let held = until
  const renew = async (): Promise<boolean> => {
    const next = leaseFrom(house.clock.now())
    if (next.getTime() === held.getTime()) return true
    const who = { organizationId, actor: { kind: 'system', part: 'sender' } } as const
    const isOurs = await withContext(house, who, (ctx) => renewLetter(ctx.db, letter.messageId, held, next))
    if (isOurs) held = next
    return isOurs
  }
  const isFresh = held.getTime() - house.clock.now().getTime() > leaseMs - beatMs
  if (!isFresh && !(await renew())) return
  const lost = new AbortController()
  const beat = setInterval(() => {
    renew()
      .then((isOurs) => {
        if (!isOurs) lost.abort()
      })
      .catch((error: unknown) => {
        house.log.warn({ err: error, messageId: letter.messageId }, 'the lease of a letter could not be renewed')
      })
  }, beatMs)
  try {
    await work(AbortSignal.any([signal, lost.signal]))
  } finally {
    clearInterval(beat)
  }
}
