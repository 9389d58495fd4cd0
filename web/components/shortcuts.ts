// The one list of what can be done by a single key or from the palette, and how a page offers what can be done on it now. Single keys are silent
// while somebody types or a dialog is open, and can be switched off (WCAG 2.1.4); the palette is there all the same.
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'

/** Everything with a name on a page, as keys.<name> says it: its key, if it has one. What shares a key is never on screen together. In the order in
 * which the list of keys shows it. */
export const commands = [
  ['next', 'n'],
  ['down', 'j'],
  ['up', 'k'],
  ['open', 'Enter'],
  ['search', '/'],
  ['palette', 'Ctrl k'],
  ['reply', 'r'],
  ['note', 'n'],
  ['phone', null],
  ['ask', 'o'],
  ['finish', 'f'],
  ['wait', 'w'],
  ['resume', null],
  ['promise', 'p'],
  ['assign', 'h'],
  ['merge', 'm'],
  ['split', 's'],
  ['move', 'v'],
  ['about', 'a'],
  ['confirm', 'y'],
  ['undo', 'u'],
  ['recall', null],
  ['take', 't'],
  ['resolve', null],
  ['reject', null],
  ['reopen', null],
  ['subject', null],
  ['send', 'Ctrl Enter'],
  ['leave', 'Esc'],
  ['keys', '?'],
  ['light', null],
  ['dark', null],
  ['signOut', null],
] as const

export type CommandName = (typeof commands)[number][0]
export type Actions = Readonly<Partial<Record<CommandName, (() => void) | undefined>>>

const singleKeys = new Map(commands.map(([name, key]) => [name, key?.length === 1 ? key : null]))
/** The key of a command, as people read it; null where it has none. */
export const keyOf = (name: CommandName): string | null => commands.find(([one]) => one === name)?.[1] ?? null

const store = 'amends-keys'

export const keysAreOn = (): boolean => localStorage.getItem(store) !== 'off'
export function switchKeys(on: boolean): void {
  localStorage.setItem(store, on ? 'on' : 'off')
}

const typing = 'input:not([type=radio]):not([type=checkbox]):not([type=button]), textarea, select, [contenteditable]'

/** Whether a key press is somebody's writing and none of our business. */
const isTyping = (target: EventTarget | null): boolean => target instanceof Element && target.closest(typing) !== null

/** Runs the action of a key, as in `{ j: down }`, while the component is on screen. For what the palette should know as well: `useCommands`. */
export function useShortcuts(actions: Readonly<Record<string, (() => void) | undefined>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    const action = actions[event.key]
    if (!action || !keysAreOn() || isTyping(event.target)) return
    if (document.querySelector('[role=dialog]') !== null) return
    event.preventDefault()
    action()
  })
  // From the first moment on screen: a key pressed before is somebody's that we lost.
  useLayoutEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  }, [])
}

const offers = new Set<{ readonly current: Actions }>()

/** What can be done on the pages on screen at this moment, in the order of the list; of two offers of one name the latest counts. */
export function offeredNow(): readonly { readonly name: CommandName; readonly run: () => void }[] {
  const actions = Object.assign({}, ...[...offers].map((offer) => offer.current)) as Actions
  return commands.flatMap(([name]) => {
    const run = actions[name]
    return run ? [{ name, run }] : []
  })
}

/** Offers commands while the component is on screen, by their key and in the palette; one that cannot be given now is undefined. */
export function useCommands(actions: Actions): void {
  const offer = useRef(actions)
  useEffect(() => {
    offer.current = actions
  })
  useEffect(() => {
    offers.add(offer)
    return () => {
      offers.delete(offer)
    }
  }, [])
  useShortcuts(
    Object.fromEntries(
      Object.entries(actions).flatMap(([name, action]) => {
        const key = singleKeys.get(name as CommandName)
        return key ? [[key, action]] : []
      }),
    ),
  )
}
