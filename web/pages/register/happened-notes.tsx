// What a filter asks beyond its choices, as reports ask it: each in a line, with the way to take it off.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { dayWords, daysWords } from '../../days.ts'
import { say, type Translate } from '../../words.ts'
import { staffQuery } from '../staff/staff-queries.ts'
import type { ViewFilter } from './register-search.ts'

// words: registerNote.did.* registerNote.promised.* reports.promise.*
interface Note {
  readonly words: string
  readonly details: readonly string[]
  /** What goes when it is taken off. */
  readonly names: readonly (keyof ViewFilter)[]
}

interface Props {
  readonly filter: ViewFilter
  readonly onTakeOff: (names: readonly (keyof ViewFilter)[]) => void
}

export function HappenedNotes({ filter, onTakeOff }: Props) {
  const { t } = useTranslation()
  const { data } = useQuery({ ...staffQuery, enabled: filter.by !== undefined })
  const nameOf = (staffId: string): string =>
    staffId === 'me' ? t('register.me') : (data?.staff.find((one) => one.staffId === staffId)?.name ?? '')
  return (
    <ul className="register-notes small">
      {notesOf(filter, nameOf, t).map(({ words, details, names }) => (
        <li key={words} className="row">
          <bdi>{[words, ...details.filter((one) => one !== '')].join(', ')}</bdi>
          <button
            type="button"
            className="link"
            aria-label={t('registerNote.takeOffOf', { what: words })}
            onClick={() => {
              onTakeOff(names)
            }}
          >
            {t('registerNote.takeOff')}
          </button>
        </li>
      ))}
    </ul>
  )
}

function notesOf(filter: ViewFilter, nameOf: (staffId: string) => string, t: Translate): readonly Note[] {
  const { answered, openOn, did, by, doneFrom, doneTo, promise, promised, dueFrom, dueTo } = filter
  const isAsked = (...some: readonly unknown[]): boolean => some.some((one) => one !== undefined)
  const notes: Note[] = []
  if (answered !== undefined)
    notes.push({ words: t(`registerNote.answered.${answered}`), details: [], names: ['answered'] })
  if (openOn !== undefined)
    notes.push({ words: t('registerNote.openOn', { day: dayWords(openOn) }), details: [], names: ['openOn'] })
  if (isAsked(did, by, doneFrom, doneTo))
    notes.push({
      words: say(t, 'registerNote.did', did ?? 'any'),
      details: [by === undefined ? '' : nameOf(by), rangeWords(doneFrom, doneTo, t)],
      names: ['did', 'by', 'doneFrom', 'doneTo'],
    })
  if (isAsked(promise, promised, dueFrom, dueTo)) {
    const range = rangeWords(dueFrom, dueTo, t)
    notes.push({
      words: t('registerNote.promise', { promise: say(t, 'reports.promise', promise ?? 'any') }),
      details: [
        promised === undefined ? '' : say(t, 'registerNote.promised', promised),
        range && t('registerNote.due', { range }),
      ],
      names: ['promise', 'promised', 'dueFrom', 'dueTo'],
    })
  }
  return notes
}

function rangeWords(from: string | undefined, to: string | undefined, t: Translate): string {
  if (from !== undefined && to !== undefined) return daysWords({ from, to })
  if (from !== undefined) return t('registerNote.from', { day: dayWords(from) })
  return to === undefined ? '' : t('registerNote.to', { day: dayWords(to) })
}
