// Moving along the lines of a list by j and k; coming back to the list finds the line that was opened last.
import { type RefObject, useEffect } from 'react'
import { useShortcuts } from './shortcuts.ts'

/** By list, the `data-case` of the line opened last. */
const opened = new Map<string, string>()

/** To be said when a line is opened. */
export const rememberLine = (lines: string, caseId: string): void => {
  opened.set(lines, caseId)
}

/** Where in a list the line is that was opened last and not yet come back to; 0 where none is. */
export const placeOfRemembered = (lines: string, of: readonly { readonly caseId: string }[]): number =>
  Math.max(
    0,
    of.findIndex(({ caseId }) => caseId === opened.get(lines)),
  )

/** Who begins begins where they look. */
function firstOnScreen(links: readonly HTMLElement[]): number {
  const top = links[0]?.closest('main')?.getBoundingClientRect().top ?? 0
  return Math.max(
    0,
    links.findIndex((link) => link.getBoundingClientRect().top >= top),
  )
}

/** Answers how to move by other keys. @param lines the selector of the links within `list`. @param onEnd somebody moves past the last one */
export function useLineKeys(list: RefObject<HTMLElement | null>, lines: string, onEnd?: () => void) {
  const move = (step: 1 | -1) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>(lines) ?? [])]
    const at = links.findIndex((link) => link === document.activeElement)
    const to = at === -1 ? firstOnScreen(links) : Math.min(links.length - 1, Math.max(0, at + step))
    if (at === links.length - 1 && step === 1) onEnd?.()
    links[to]?.focus()
  }
  useShortcuts({
    j: () => {
      move(1)
    },
    k: () => {
      move(-1)
    },
  })
  useEffect(() => {
    const place = opened.get(lines) ?? ''
    opened.delete(lines)
    if (place !== '') list.current?.querySelector<HTMLElement>(`a[data-case="${place}"]`)?.focus()
  }, [list, lines])
  return move
}
