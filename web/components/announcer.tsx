// Says to screen readers what changed without taking the focus: the page one came to, a text that was kept.
import { useSyncExternalStore } from 'react'

let said = ''
const watchers = new Set<() => void>()

/** Says a sentence politely. */
export function announce(sentence: string): void {
  said = sentence
  for (const watcher of watchers) watcher()
}

export function Announcer() {
  const words = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => said,
  )
  return (
    <div className="reader-only" aria-live="polite" role="status">
      {words}
    </div>
  )
}
