// Asking for a building block while a reply is written: where the `/` stands, and the reply with what was chosen in its place.
import { useEffect, useRef, useState, type RefObject } from 'react'
import { blockAt, withBlock } from './blocks.ts'

export interface Blocks {
  /** What was begun after the `/`; null where no block is being asked for. */
  readonly begun: string | null
  readonly choose: (block: string) => void
  readonly leave: () => void
  /** The caret has moved, or a word was written. */
  readonly follow: () => void
}

export function useBlocks(
  area: RefObject<HTMLTextAreaElement | null>,
  text: string,
  write: (text: string) => void,
): Blocks {
  const [caret, setCaret] = useState(0)
  // Where the list was sent away: it stays away until the caret has left that place.
  const [closed, setClosed] = useState(-1)
  const place = useRef<number | null>(null)
  useEffect(() => {
    if (place.current === null) return
    area.current?.setSelectionRange(place.current, place.current)
    place.current = null
  }, [area, text])
  const asked = blockAt(text, caret)
  return {
    begun: asked === null || asked.from === closed ? null : asked.begun,
    choose: (block) => {
      if (asked === null) return
      const next = withBlock(text, { from: asked.from, caret }, block)
      place.current = next.caret
      setCaret(next.caret)
      write(next.text)
    },
    leave: () => {
      setClosed(asked?.from ?? -1)
    },
    follow: () => {
      const to = area.current?.selectionStart ?? 0
      setCaret(to)
      if (blockAt(area.current?.value ?? '', to) === null) setClosed(-1)
    },
  }
}
