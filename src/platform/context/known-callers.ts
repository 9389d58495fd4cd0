// Who asked a moment ago: the requests of one page, or of a busy program, do not each look the same token up again.
import type { Actor } from './actor.rules.ts'

export interface KnownCallers {
  /** Who holds this token: as found a moment ago, or looked up now. Requests at the same time wait for one look.
   * @param token the token's hash, never itself */
  ask(token: string, at: Date, look: () => Promise<Actor>): Promise<Actor>
  /** Nobody is known any more: a session ended, or a key was revoked. Another process of the same desk hears of it within `knownForMs`. */
  forget(): void
}

export const knownForMs = 5000
const mostKnown = 10_000

export function makeKnownCallers(): KnownCallers {
  // Kept from the beginning of the look, so that one begun before `forget` is not kept after it.
  const known = new Map<string, { readonly since: number; readonly actor: Promise<Actor> }>()
  return {
    ask: (token, at, look) => {
      const found = known.get(token)
      // A clock that was set back makes nobody known for longer.
      if (found && Math.abs(at.getTime() - found.since) < knownForMs) return found.actor
      if (known.size >= mostKnown) known.clear()
      const actor = look()
      known.set(token, { since: at.getTime(), actor })
      actor.catch(() => {
        if (known.get(token)?.actor === actor) known.delete(token)
      })
      return actor
    },
    forget: () => {
      known.clear()
    },
  }
}
