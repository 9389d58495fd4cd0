// Entries of a timeline, oldest first: black the customer, accent us, hollow the world, two brick halves a broken promise.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Time } from '../../components/time.tsx'
import { say } from '../../words.ts'
import type { TimelineEntry } from '../cases/case-queries.ts'

interface Props {
  readonly entries: readonly TimelineEntry[]
  /** The case one is looking at; entries of others link to theirs. */
  readonly caseId?: string
}

export function Timeline({ entries, caseId }: Props) {
  const { t } = useTranslation()
  // The server tells them newest first, and those of one instant in turn.
  const ordered = entries.toReversed()
  return (
    <ol className="timeline">
      {ordered.map((entry, index) => (
        // Entries have no identity of their own; two may be of one instant.
        <li key={`${entry.at} ${entry.kind} ${String(index)}`} className={dotOf(entry)}>
          <p className="tiny soft">
            <Time at={entry.at} />, {say(t, 'timelineKind', entry.kind, entry.details)}
            {entry.caseId !== null && entry.caseId !== caseId && (
              <>
                {', '}
                <Link to="/cases/$caseId" params={{ caseId: entry.caseId }}>
                  {t(caseId === undefined ? 'timeline.toCase' : 'timeline.otherCase')}
                </Link>
              </>
            )}
          </p>
          {entry.text !== '' && (
            <p>
              <bdi>
                {entry.by === 'them' && entry.kind !== 'call-in' ? t('desk.quoted', { text: entry.text }) : entry.text}
              </bdi>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

const dotOf = (entry: TimelineEntry): string => (entry.kind === 'told-late' ? 'dot-broken' : `dot-${entry.by}`)
