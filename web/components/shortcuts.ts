// Single keys that do something on this page. Silent while somebody types or a dialog is open, and can be switched off (WCAG 2.1.4).
import { useEffect, useEffectEvent } from 'react'

const store = 'amends-keys'

export const keysAreOn = (): boolean => localStorage.getItem(store) !== 'off'
export function switchKeys(on: boolean): void {
  localStorage.setItem(store, on ? 'on' : 'off')
}

const typing = 'input:not([type=radio]):not([type=checkbox]):not([type=button]), textarea, select, [contenteditable]'

/** Whether a key press is somebody's writing and none of our business. */
const isTyping = (target: EventTarget | null): boolean => target instanceof Element && target.closest(typing) !== null

/** Runs the action of a key, as in `{ n: takeNext }`, while the component is on screen. */
export function useShortcuts(actions: Readonly<Record<string, (() => void) | undefined>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    const action = actions[event.key]
    if (!action || !keysAreOn() || isTyping(event.target)) return
    if (document.querySelector('[role=dialog]') !== null) return
    event.preventDefault()
    action()
  })
  useEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  }, [])
}
