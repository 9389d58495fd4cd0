// Who else has this case before them: this page says so every few seconds, at once when something changes, and once more when it is left.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState, type SyntheticEvent } from 'react'
import type { Present } from '../../../src/amend/cases/presence/presence.schema.ts'
import { leaveCase, presenceQuery, type DoingHere } from './case-queries.ts'

/** After this long without a letter nobody is writing any more. */
const writingMs = 12_000

const fields: Readonly<Record<string, DoingHere>> = { reply: 'replying', note: 'noting' }

interface Presence {
  readonly others: readonly Present[]
  /** For the page as a whole: what is written in, and that it is. */
  readonly onInput: (event: SyntheticEvent) => void
  /** What was being written is sent. */
  readonly onSaid: () => void
}

export function usePresence(caseId: string): Presence {
  const [doing, setDoing] = useState<DoingHere>('reading')
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  const { data, isError, refetch } = useQuery(presenceQuery(caseId, doing))
  const say = useEffectEvent(() => void refetch())
  useEffect(() => {
    say()
  }, [doing])
  useEffect(() => {
    const onSeen = () => {
      if (document.visibilityState === 'hidden') leaveCase(caseId)
      else say()
    }
    const onGone = () => {
      leaveCase(caseId)
    }
    document.addEventListener('visibilitychange', onSeen)
    window.addEventListener('pagehide', onGone)
    return () => {
      document.removeEventListener('visibilitychange', onSeen)
      window.removeEventListener('pagehide', onGone)
      clearTimeout(pause.current)
      leaveCase(caseId)
    }
  }, [caseId])
  return {
    // Whoever cannot be asked about is not said to be here.
    others: isError ? [] : (data?.others ?? []),
    onSaid: () => {
      clearTimeout(pause.current)
      setDoing('reading')
    },
    onInput: (event) => {
      const now = event.target instanceof HTMLTextAreaElement ? fields[event.target.id] : undefined
      if (now === undefined) return
      setDoing(now)
      clearTimeout(pause.current)
      pause.current = setTimeout(() => {
        setDoing('reading')
      }, writingMs)
    },
  }
}
