// Asks for more of a list when somebody comes near its end, before they are there.
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'

const margin = '0px 0px 600px'

/**
 * Answers the `ref` of an element at the end of the list.
 * @param mayAsk there is more, and none of it is on its way: whenever this becomes true again near the end, the next part is asked for, whatever
 * became of the one before
 * @param length of the list, in parts
 */
export function useNearEnd(mayAsk: boolean, length: number, more: () => void): RefObject<HTMLDivElement | null> {
  const end = useRef<HTMLDivElement>(null)
  const ask = useEffectEvent(more)
  useEffect(() => {
    if (!end.current || !mayAsk || length === 0) return
    const watcher = new IntersectionObserver(
      // A busy browser tells several moments at once: the last of them is now.
      (moments) => {
        if (moments.at(-1)?.isIntersecting) ask()
      },
      { root: end.current.closest('main'), rootMargin: margin },
    )
    watcher.observe(end.current)
    return () => {
      watcher.disconnect()
    }
  }, [mayAsk, length])
  return end
}
