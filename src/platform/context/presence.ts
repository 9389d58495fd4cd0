// Who has what before them at this moment, in this process alone: nothing of it is written down, and it is gone when a screen falls silent.
import type { OrganizationId, StaffId } from '../../shared/ids.ts'

/** A screen that says nothing for this long shows nothing any more. Pages speak more often (web/pages/cases/use-presence.ts). */
export const presentForMs = 20_000
const mostScreens = 5000

/** One page on one machine. Its name is its own choice, so it counts only together with who is signed in there. */
export interface Screen {
  readonly staffId: StaffId
  readonly name: string
}

export interface Seen {
  readonly staffId: StaffId
  readonly doing: string
}

export interface Presence {
  /** A screen shows an object, and what is done there; where it showed another one, it does no more. */
  show(organizationId: OrganizationId, screen: Screen, objectId: string, doing: string, at: Date): void
  /** A screen shows an object no more. */
  leave(organizationId: OrganizationId, screen: Screen, objectId: string, at: Date): void
  /** What the screens at an object do there, one entry a screen. */
  at(organizationId: OrganizationId, objectId: string, now: Date): readonly Seen[]
  /** Calls back when something has changed at an object, until the answer is called. */
  watch(changed: (organizationId: OrganizationId, objectId: string) => void): () => void
}

interface Shown extends Seen {
  readonly objectId: string
  readonly since: number
}

export function makePresence(): Presence {
  const companies = new Map<OrganizationId, Map<string, Shown>>()
  const watchers = new Set<(organizationId: OrganizationId, objectId: string) => void>()
  // A clock that was set back makes nobody present for longer.
  const isGone = ({ since }: Shown, now: Date): boolean => Math.abs(now.getTime() - since) >= presentForMs
  const screensOf = (organizationId: OrganizationId): Map<string, Shown> => {
    const screens = companies.get(organizationId) ?? new Map<string, Shown>()
    companies.set(organizationId, screens)
    return screens
  }
  /** Changes what screens show, and tells whoever watches the objects at which that, or time, has changed something. */
  const change = (organizationId: OrganizationId, at: Date, key: string, next: Shown | null): void => {
    const screens = screensOf(organizationId)
    const touched = new Set<string>()
    for (const [other, shown] of screens) {
      if (!isGone(shown, at)) continue
      screens.delete(other)
      touched.add(shown.objectId)
    }
    const before = screens.get(key)
    screens.delete(key)
    if (next !== null) screens.set(key, next)
    if (before && before.objectId !== next?.objectId) touched.add(before.objectId)
    if (next && (before?.objectId !== next.objectId || before.doing !== next.doing)) touched.add(next.objectId)
    // The one that spoke longest ago stands first.
    if (screens.size > mostScreens) screens.delete([...screens.keys()][0] ?? '')
    for (const objectId of touched) for (const changed of watchers) changed(organizationId, objectId)
  }
  const keyOf = ({ staffId, name }: Screen): string => `${staffId} ${name}`
  return {
    show: (organizationId, screen, objectId, doing, at) => {
      change(organizationId, at, keyOf(screen), { staffId: screen.staffId, objectId, doing, since: at.getTime() })
    },
    leave: (organizationId, screen, objectId, at) => {
      const key = keyOf(screen)
      // What it said on leaving one page may come after what it said on opening the next.
      if (screensOf(organizationId).get(key)?.objectId === objectId) change(organizationId, at, key, null)
    },
    at: (organizationId, objectId, now) =>
      [...screensOf(organizationId).values()].filter((shown) => shown.objectId === objectId && !isGone(shown, now)),
    watch: (changed) => {
      watchers.add(changed)
      return () => {
        watchers.delete(changed)
      }
    },
  }
}
