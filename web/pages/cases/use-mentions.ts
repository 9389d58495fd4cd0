// Naming a colleague while a note is written: the list that opens at an `@`, the keys that move in it, and who was chosen.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../components/announcer.tsx'
import { meQuery, staffQuery } from '../staff/staff-queries.ts'
import type { CaseView } from './case-queries.ts'
import { mentionedIn, nameAt, namesLike, withName, type Colleague } from './mentions.ts'

const mostShown = 6

/** @param area the text, whose caret says which name is being written */
export function useMentions(
  current: CaseView,
  area: RefObject<HTMLTextAreaElement | null>,
  text: string,
  write: (text: string) => void,
) {
  const { t } = useTranslation()
  const { data: me } = useQuery(meQuery)
  const { data } = useQuery(staffQuery)
  const colleagues: readonly Colleague[] = (data?.staff ?? []).filter(
    ({ staffId, disabledAt }) =>
      disabledAt === null && staffId !== me?.staffId && !current.aboutStaffIds.some((about) => about === staffId),
  )
  const [caret, setCaret] = useState(0)
  const [at, setAt] = useState(0)
  // Where the list was sent away: it stays away until the caret has left that name.
  const [closed, setClosed] = useState(-1)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const place = useRef<number | null>(null)

  const named = nameAt(text, caret)
  const found = named === null || named.from === closed ? [] : namesLike(colleagues, named.begun).slice(0, mostShown)
  const active = found[Math.min(at, found.length - 1)]

  useEffect(() => {
    if (found.length > 0) announce(t('mention.found', { count: found.length }))
  }, [found.length, t])
  useEffect(() => {
    if (place.current === null) return
    area.current?.setSelectionRange(place.current, place.current)
    place.current = null
  }, [area, text])

  const choose = (colleague: Colleague) => {
    if (named === null) return
    const next = withName(text, { from: named.from, caret }, colleague.name)
    place.current = next.caret
    setCaret(next.caret)
    setAt(0)
    setChosen((before) => new Set([...before, colleague.staffId]))
    write(next.text)
  }
  return {
    found,
    active: active?.staffId,
    choose,
    mentioned: () => mentionedIn(text, colleagues, chosen),
    follow: () => {
      const to = area.current?.selectionStart ?? 0
      setCaret(to)
      if (nameAt(area.current?.value ?? '', to) === null) setClosed(-1)
    },
    leave: () => {
      setCaret(0)
    },
    /** The keys of the list; anything else is somebody's writing. */
    onKey: (event: KeyboardEvent) => {
      if (active === undefined || named === null || event.ctrlKey || event.metaKey || event.altKey) return
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step !== undefined) setAt((Math.min(at, found.length - 1) + step + found.length) % found.length)
      else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) choose(active)
      else if (event.key === 'Escape') setClosed(named.from)
      else return
      event.preventDefault()
      event.stopPropagation()
    },
  }
}
