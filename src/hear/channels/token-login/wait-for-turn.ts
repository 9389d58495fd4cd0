// One asker at a time for a channel's access token, in whatever process: the turn stands in the database and runs out by itself.
import { setTimeout as pause } from 'node:timers/promises'
import { withContext } from '../../../platform/context/context.ts'
import type { House } from '../../../platform/context/house.ts'
import type { ChannelId, OrganizationId } from '../../../shared/ids.ts'
import { beginAsking } from '../grant.sql.ts'

export interface Turn {
  /** The refresh token as it is now; null before anybody signed in. */
  readonly sealed: Buffer | null
  /** Names this turn. */
  readonly until: Date
}

// Longer than a token server may take.
const turnMs = 30_000
const lookMs = 200
const mostLooks = 100

/** Null where somebody else asks for so long that it is better to come back later. */
export async function waitForTurn(
  house: House,
  { organizationId, channelId }: { readonly organizationId: OrganizationId; readonly channelId: ChannelId },
): Promise<Turn | null> {
  const who = { organizationId, actor: { kind: 'system', part: 'channels' } } as const
  for (let look = 0; look < mostLooks; look++) {
    const turn = await withContext(house, who, async (ctx) => {
      const until = new Date(ctx.now().getTime() + turnMs)
      const begun = await beginAsking(ctx.db, channelId, ctx.now(), until)
      return begun && { sealed: begun.sealed, until }
    })
    if (turn) return turn
    await pause(lookMs)
  }
  return null
}
