// Underlines, in a text field, what was noticed in it: the same words once more behind the field, invisible but for their lines. For eyes only; the
// words beside the field say it to everybody.
import { useLayoutEffect, useRef, type RefObject } from 'react'
import '../../styles/guard.css'
import type { Noticed } from './use-guard.ts'

interface Props {
  readonly noticed: Noticed
  readonly area: RefObject<HTMLTextAreaElement | null>
}

export function GuardMarks({ noticed: { text, compared }, area }: Props) {
  const layer = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const field = area.current
    if (field === null) return undefined
    const follow = () => {
      if (layer.current === null) return
      layer.current.style.inlineSize = `${String(field.clientWidth)}px`
      layer.current.style.transform = `translateY(${String(-field.scrollTop)}px)`
    }
    follow()
    const sizes = new ResizeObserver(follow)
    sizes.observe(field)
    field.addEventListener('scroll', follow)
    return () => {
      sizes.disconnect()
      field.removeEventListener('scroll', follow)
    }
  }, [area, text])
  const marked = markedOf(compared)
  const pieces = marked.map(({ from, until }, at) => (
    <span key={from}>
      {text.slice(marked[at - 1]?.until ?? 0, from)}
      <span className="guard-mark">{text.slice(from, until)}</span>
    </span>
  ))
  return (
    <div className="guard-marks" aria-hidden="true">
      <div ref={layer}>{pieces}</div>
    </div>
  )
}

/** In the order of the text; what advertises or asks within a passage that repeats is underlined with it. */
function markedOf({ repeats, promotions, askedAgain }: Noticed['compared']) {
  const others = [...promotions, ...askedAgain].filter(
    ({ from, until }) => !repeats.some((one) => one.from < until && from < one.until),
  )
  return [...repeats, ...others].sort((one, other) => one.from - other.from)
}
