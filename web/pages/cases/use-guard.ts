// Watches a reply while it is written: what of it they have had before. It shows and forbids nothing; who sends, sends.
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { DraftCompared } from '../../../src/amend/cases/guard/guard.schema.ts'

/** What was found in which text: places are those of that text. */
export interface Noticed {
  readonly text: string
  readonly compared: DraftCompared
}

export interface Guard {
  readonly noticed: Noticed | null
  readonly clear: () => void
}

/** After the last key. */
const pause = 700
/** Shorter texts say too little to be compared. */
const shortest = 20

export function useGuard(caseId: string, text: string): Guard {
  const [noticed, setNoticed] = useState<Noticed | null>(null)
  const newest = useRef(text)
  useEffect(() => {
    newest.current = text
  })

  /** Shows what is found, unless the text has changed meanwhile. */
  const look = async (of: string): Promise<void> => {
    const { compareDraft } = await import('./guard-queries.ts')
    const compared = await compareDraft(caseId, of)
    if (of === newest.current) setNoticed({ text: of, compared })
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

  return {
    noticed,
    clear: () => {
      setNoticed(null)
    },
  }
}
