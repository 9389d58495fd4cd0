// Draws of a long list only what is near the screen: parts of it, and how high the rest is before and after them.
import { type RefObject, startTransition, useEffect, useEffectEvent, useRef, useState } from 'react'

/** Drawn beyond the screen at both ends, in pixels, so that scrolling finds lines where it comes. */
const margin = 400
/** Parts that come between one picture and the next: more of them and the browser would stand still while it draws. */
const atOnce = 2

export interface Parts {
  /** The first part that is drawn, and the one after the last. */
  readonly from: number
  readonly to: number
}
export interface Sight extends Parts {
  /** Pixels of what is left out. */
  readonly before: number
  readonly after: number
}

interface Long {
  readonly count: number
  /** Height in pixels of a part that was never seen. */
  readonly usual: number
  /** The part that somebody comes back to; the first where they do not. */
  readonly first: number
}

/**
 * Answers which parts to draw. Each is an element of `list` whose `data-part` says its place; those drawn are measured.
 * Where the focus is scrolled far away it is given up, and keys go on from what is on screen.
 */
export function useNearParts(list: RefObject<HTMLElement | null>, { count, usual, first }: Long): Sight {
  const heights = useRef(new Map<number, number>())
  const [sight, setSight] = useState<Sight>(() => {
    const from = Math.max(0, first - 3)
    return { from, to: first + 5, before: from * usual, after: 0 }
  })
  const look = useEffectEvent(() => {
    const main = list.current?.closest('main')
    if (!list.current || !main) return
    for (const part of list.current.querySelectorAll<HTMLElement>('[data-part]'))
      heights.current.set(Number(part.dataset['part']), part.getBoundingClientRect().height)
    const top = main.getBoundingClientRect().top - list.current.getBoundingClientRect().top
    const heightOf = (part: number): number => heights.current.get(part) ?? usual
    const wanted = partsNear(top, top + main.clientHeight, count, heightOf)
    const next = nextParts(sight, wanted, partAt(top, count, heightOf))
    const seen = { ...next, ...heightsAround(next, count, heightOf) }
    // Drawn in small steps, between which the browser can go on scrolling.
    startTransition(() => {
      setSight((now) => (isSame(now, seen) ? now : seen))
    })
  })
  useEffect(() => {
    const main = list.current?.closest('main')
    main?.addEventListener('scroll', look, { passive: true })
    window.addEventListener('resize', look)
    return () => {
      main?.removeEventListener('scroll', look)
      window.removeEventListener('resize', look)
    }
  }, [list])
  // Until all that is wanted is drawn: with each picture some more.
  useEffect(() => {
    const picture = requestAnimationFrame(look)
    return () => {
      cancelAnimationFrame(picture)
    }
  }, [count, sight])
  return { ...sight, to: Math.min(sight.to, count) }
}

/** What of the `wanted` parts is drawn next: those that are `now` stay, and a few come beside them; after a leap, from the one `onScreen`. */
export function nextParts(now: Parts, wanted: Parts, onScreen: number): Parts {
  const from = Math.max(now.from, wanted.from)
  const to = Math.min(now.to, wanted.to)
  if (from >= to) return { from: onScreen, to: Math.min(wanted.to, onScreen + atOnce) }
  const further = Math.min(wanted.to, to + atOnce)
  return { from: Math.max(wanted.from, from - (atOnce - (further - to))), to: further }
}

type HeightOf = (part: number) => number
const heightOfAll = (from: number, to: number, heightOf: HeightOf): number => {
  let sum = 0
  for (let part = from; part < to; part++) sum += heightOf(part)
  return sum
}
/** Pixels of what is left out before and after the parts drawn: with them the list is as high as if all of it were. */
export const heightsAround = ({ from, to }: Parts, count: number, heightOf: HeightOf) => ({
  before: heightOfAll(0, from, heightOf),
  after: heightOfAll(to, count, heightOf),
})

/** The part at a height of the list, or the last. */
function partAt(top: number, count: number, heightOf: HeightOf): number {
  let [part, bottom] = [0, heightOf(0)]
  while (bottom <= top && part < count - 1) bottom += heightOf(++part)
  return part
}

/** Which parts of a list are near the screen. @param top where the screen begins, in pixels from where the list does */
export function partsNear(top: number, bottom: number, count: number, heightOf: HeightOf): Parts {
  let [from, to, height] = [0, 0, 0]
  for (let part = 0; part < count; part++) {
    const begins = height
    height += heightOf(part)
    if (height <= top - margin) from = part + 1
    else if (begins < bottom + margin) to = part + 1
  }
  // Scrolled past the end of a list that has become shorter.
  return to === 0 ? { from: 0, to: Math.min(5, count) } : { from, to }
}

const isSame = (one: Sight, other: Sight): boolean =>
  one.from === other.from && one.to === other.to && one.before === other.before && one.after === other.after
