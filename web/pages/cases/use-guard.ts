// Watches a reply while it is written, and once more before it is sent: what of it they have had before. It warns once of each passage, and forbids nothing.
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { DraftCompared } from '../../../src/amend/cases/guard/guard.schema.ts'

/** What was found in which text: places are those of that text. */
export interface Noticed {
  readonly text: string
  readonly compared: DraftCompared
}

export interface Guard {
  readonly noticed: Noticed | null
  readonly isLooking: boolean
  /** Whether a warning of this text has not been seen yet, which is shown then, or the text has changed meanwhile. False where the server says nothing in
   * time. */
  readonly hasUnseen: (text: string) => Promise<boolean>
  readonly clear: () => void
}

/** After the last key. */
const pause = 700
/** Nobody waits longer than this to send. */
const patience = 1500
/** Shorter texts say too little to be compared. */
const shortest = 20

export function useGuard(caseId: string, text: string): Guard {
  const [noticed, setNoticed] = useState<Noticed | null>(null)
  const [isLooking, setLooking] = useState(false)
  const seen = useRef(new Set<string>())
  const newest = useRef(text)
  useEffect(() => {
    newest.current = text
  })

  /** Shows what is found, unless the text has changed meanwhile. Answers whether some of it is shown for the first time. */
  const look = async (of: string): Promise<boolean> => {
    const { compareDraft } = await import('./guard-queries.ts')
    const compared = await compareDraft(caseId, of)
    if (of !== newest.current) return false
    const passages = [...compared.repeats, ...compared.promotions, ...compared.askedAgain].map(({ from, until }) =>
      of.slice(from, until),
    )
    const isFirst = passages.some((passage) => !seen.current.has(passage))
    for (const passage of passages) seen.current.add(passage)
    setNoticed({ text: of, compared })
    return isFirst
  }

  const onPause = useEffectEvent(() => {
    if (text === noticed?.text) return
    if (text.trim().length < shortest) setNoticed(null)
    else look(text).catch(() => undefined)
  })
  useEffect(() => {
    const timer = setTimeout(onPause, pause)
    return () => {
      clearTimeout(timer)
    }
  }, [text])

  const hasUnseen = async (of: string): Promise<boolean> => {
    if (of === noticed?.text || of.trim().length < shortest) return false
    setLooking(true)
    try {
      const isFirst = await Promise.race([look(of), new Promise<false>((done) => setTimeout(done, patience, false))])
      return isFirst || of !== newest.current
    } catch {
      return of !== newest.current
    } finally {
      setLooking(false)
    }
  }
  return {
    noticed,
    isLooking,
    hasUnseen,
    clear: () => {
      seen.current.clear()
      setNoticed(null)
    },
  }
}
