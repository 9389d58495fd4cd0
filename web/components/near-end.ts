// Asks for more of a list when somebody comes near its end, before they are there.
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'

const margin = '0px 0px 600px'

/**
 * Answers the `ref` of an element at the end of the list.
 * @param length grows with each part that came; near the end still, the next is asked for
 */
export function useNearEnd(hasMore: boolean, length: number, more: () => void): RefObject<HTMLDivElement | null> {
  const end = useRef<HTMLDivElement>(null)
  const ask = useEffectEvent(more)
  useEffect(() => {
    if (!end.current || !hasMore || length === 0) return
    const watcher = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) ask()
      },
      { root: end.current.closest('main'), rootMargin: margin },
    )
    watcher.observe(end.current)
    return () => {
      watcher.disconnect()
    }
  }, [hasMore, length])
  return end
}
