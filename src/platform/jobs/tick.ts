// The one tick a minute: asks every organization what is due at the house's clock. Stories move the clock and call it.
import type { OrganizationId } from '../../shared/ids.ts'
import type { House } from '../context/house.ts'
import { allOrganizations } from './organizations.sql.ts'
import type { TickPart } from './job.ts'

/** Runs every part for every organization. One part's failure neither stops the others nor the next tick; it is logged. */
export async function tick(house: House, parts: readonly TickPart[], stopping?: AbortSignal): Promise<void> {
  for (const organizationId of await allOrganizations(house.ownerPool)) {
    for (const part of parts) {
      if (stopping?.aborted) return
      await runPart(house, part, organizationId, stopping)
    }
  }
}

async function runPart(
  house: House,
  part: TickPart,
  organizationId: OrganizationId,
  stopping: AbortSignal | undefined,
): Promise<void> {
  try {
    await part.run(house, organizationId, stopping)
  } catch (error) {
    house.log.error(
      { err: error, part: part.name, organizationId },
      'a part of the tick failed; it is tried again in a minute',
    )
  }
}

/** Ticks every minute until stopped; a tick that takes longer delays the next instead of overlapping it. `stop` waits for the round in hand. */
export function startTicking(house: House, parts: readonly TickPart[]): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const stopping = new AbortController()
  const next = (): void => {
    running = tick(house, parts, stopping.signal)
      .catch((error: unknown) => {
        house.log.warn({ err: error }, 'a tick failed; the next one is in a minute')
      })
      .then(() => {
        if (!stopping.signal.aborted) timer = setTimeout(next, 60_000)
      })
  }
  timer = setTimeout(next, 1000)
  return {
    stop: async () => {
      stopping.abort()
      clearTimeout(timer)
      await running
    },
  }
}
