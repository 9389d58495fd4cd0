// Search with room: people first, then cases with the words that were found.
import { TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loads } from '../../components/loads.tsx'
import { usePageTitle } from '../../components/page-title.ts'
import { Panel } from '../../components/panel.tsx'
import { Time } from '../../components/time.tsx'
import { say } from '../../words.ts'
import { PeopleLines } from './people-lines.tsx'
import { searchQuery } from './search-queries.ts'

const route = getRouteApi('/house/search')

export function SearchPage() {
  const { t } = useTranslation()
  usePageTitle(t('place.search'))
  const { q = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery({ ...searchQuery(q, 50), enabled: q !== '', placeholderData: keepPreviousData })
  return (
    <div className="page narrow">
      <h1>{t('place.search')}</h1>
      <TextInput
        type="search"
        label={t('search.label')}
        value={q}
        onChange={(event) => {
          const words = event.currentTarget.value
          void navigate({ search: words === '' ? {} : { q: words }, replace: true })
        }}
      />
      <div className="spaced" aria-live="polite">
        {q === '' ? (
          <EmptyState title={t('search.start')}>{t('search.startHow')}</EmptyState>
        ) : (
          <Loads query={query} room={200}>
            {({ people, cases }) => (
              <div className="stack">
                {people.length + cases.length === 0 && (
                  <EmptyState title={t('search.none')}>{t('search.noneHow')}</EmptyState>
                )}
                {people.length > 0 && (
                  <Panel title={t('search.people')} aside={people.length}>
                    <PeopleLines people={people} />
                  </Panel>
                )}
                {cases.length > 0 && (
                  <Panel title={t('search.cases')} aside={cases.length}>
                    <ul className="lines lines-tall">
                      {cases.map((line) => (
                        <li key={line.caseId}>
                          <Link to="/cases/$caseId" params={{ caseId: line.caseId }}>
                            <span className="figures soft">{line.number}</span>
                            <span className="cut">
                              <bdi className="strong">{line.customerName}</bdi>, <bdi>{line.matter}</bdi>
                              <bdi className="block tiny soft cut">{line.snippet}</bdi>
                            </span>
                            <span className="soft small lines-end">
                              {say(t, 'state', line.state)}, <Time at={line.at} />
                            </span>
                          </Link>
                        </li>
                      ))}
                    </ul>
                  </Panel>
                )}
              </div>
            )}
          </Loads>
        )}
      </div>
    </div>
  )
}
