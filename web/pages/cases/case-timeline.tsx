// Everything with this customer in one line of time, across cases and channels.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Earlier } from '../../components/earlier.tsx'
import { TextTabs } from '../../components/text-tabs.tsx'
import { timelineQuery, type CaseView } from './case-queries.ts'
import { TimelineKinds, useKinds } from '../customers/timeline-kinds.tsx'
import { Timeline } from '../customers/timeline.tsx'

const filters = ['all', 'them', 'us'] as const
type Filter = (typeof filters)[number]

export function CaseTimeline({ current }: { readonly current: CaseView }) {
  const { t } = useTranslation()
  const [filter, setFilter] = useState<Filter>('all')
  const query = useInfiniteQuery(timelineQuery(current.caseId))
  const entries = useMemo(() => query.data?.pages.flatMap((page) => page.entries) ?? [], [query.data])
  const kinds = useKinds()
  const shown = entries.filter((entry) => (filter === 'all' || entry.by === filter) && kinds.isShown(entry))
  return (
    <section className="case-timeline" aria-labelledby="timeline-title" tabIndex={0}>
      <h2 id="timeline-title">{t('timeline.title', { name: current.customer.name })}</h2>
      <TextTabs
        small
        label={t('timeline.show')}
        value={filter}
        onChange={setFilter}
        tabs={filters.map((value) => ({ value, words: t(`timeline.${value}`) }))}
      />
      <TimelineKinds kinds={kinds} entries={entries} />
      <Earlier query={query} words={t('timeline.earlier')} />
      {query.isSuccess && entries.length > 0 && shown.length === 0 && (
        <p className="soft small">{t('timeline.noneOfKind')}</p>
      )}
      <Timeline entries={shown} caseId={current.caseId} />
    </section>
  )
}
