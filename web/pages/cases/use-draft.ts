// The draft of a reply, of a note, or of a question to somebody outside. It lives on the server: kept every two seconds while somebody types, and when the page is left.
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { keepDraft, type CaseView, type DraftKind } from './case-queries.ts'

const beat = 2_000

export interface Draft {
  readonly text: string
  /** ISO time of the last keeping; null when there is nothing kept. */
  readonly keptAt: string | null
  /** The last try to keep it failed; the text is still on this page and is tried again. */
  readonly isUnkept: boolean
  readonly write: (text: string) => void
  /** Forgets the text, because it was sent; the server has dropped its copy with the sending. */
  readonly clear: () => void
}

export function useDraft(current: CaseView, kind: DraftKind): Draft {
  const before = { reply: current.draft, note: current.noteDraft, ask: current.askDraft }[kind]
  const [text, setText] = useState(before?.text ?? '')
  const [keptAt, setKeptAt] = useState(before?.savedAt ?? null)
  const [isUnkept, setUnkept] = useState(false)
  const kept = useRef(text)
  const isKeeping = useRef(false)

  const keep = useEffectEvent(async () => {
    if (isKeeping.current || text === kept.current) return
    isKeeping.current = true
    const sent = text
    try {
      const { savedAt } = await keepDraft(current.caseId, kind, sent)
      kept.current = sent
      setKeptAt(sent === '' ? null : savedAt)
      setUnkept(false)
    } catch {
      setUnkept(true)
    } finally {
      isKeeping.current = false
    }
  })

  useEffect(() => {
    const timer = setInterval(() => void keep(), beat)
    const onHidden = () => {
      if (document.visibilityState === 'hidden') void keep()
    }
    document.addEventListener('visibilitychange', onHidden)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onHidden)
      void keep()
    }
  }, [])

  return {
    text,
    keptAt,
    isUnkept,
    write: setText,
    clear: () => {
      kept.current = ''
      setText('')
      setKeptAt(null)
    },
  }
}
