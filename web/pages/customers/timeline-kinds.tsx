// A timeline of some kinds only: what was chosen stays chosen while the page is open, also for what is fetched later.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../cases/case-queries.ts'

const groups = ['messages', 'calls', 'cases', 'promises', 'purchases', 'others'] as const
type Group = (typeof groups)[number]

const ofKind: Readonly<Record<string, Group>> = {
  ...{ human: 'messages', machine: 'messages', message: 'messages', bounce: 'messages' },
  ...{ acknowledgement: 'messages', answer: 'messages', notice: 'messages' },
  ...{ 'call-in': 'calls', 'call-out': 'calls', 'told-late': 'promises', purchase: 'purchases', refund: 'purchases' },
}

function groupOf({ kind }: TimelineEntry): Group {
  if (kind === 'case' || kind.startsWith('case-')) return 'cases'
  if (kind.startsWith('promise-')) return 'promises'
  return ofKind[kind] ?? 'others'
}

export interface Kinds {
  readonly chosen: readonly Group[]
  readonly toggle: (group: Group) => void
  readonly clear: () => void
  readonly isShown: (entry: TimelineEntry) => boolean
}

/** Nothing chosen is everything. */
export function useKinds(): Kinds {
  const [chosen, setChosen] = useState<readonly Group[]>([])
  return {
    chosen,
    toggle: (group) => {
      setChosen((before) => (before.includes(group) ? before.filter((one) => one !== group) : [...before, group]))
    },
    clear: () => {
      setChosen([])
    },
    isShown: (entry) => chosen.length === 0 || chosen.includes(groupOf(entry)),
  }
}

/** Only what occurs can be chosen, and what was chosen before. */
export function TimelineKinds({
  kinds,
  entries,
}: {
  readonly kinds: Kinds
  readonly entries: readonly TimelineEntry[]
}) {
  const { t } = useTranslation()
  const there = new Set(entries.map(groupOf))
  const offered = groups.filter((group) => there.has(group) || kinds.chosen.includes(group))
  if (offered.length < 2) return null
  return (
    <div className="timeline-kinds" role="group" aria-label={t('timeline.kinds')}>
      {offered.map((group) => (
        <button
          key={group}
          type="button"
          aria-pressed={kinds.chosen.includes(group)}
          onClick={() => {
            kinds.toggle(group)
          }}
        >
          {t(`timeline.kind.${group}`)}
        </button>
      ))}
      {kinds.chosen.length > 0 && (
        <button type="button" className="link" onClick={kinds.clear}>
          {t('timeline.everyKind')}
        </button>
      )}
    </div>
  )
}
