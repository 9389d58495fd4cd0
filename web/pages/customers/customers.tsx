// Customers: people lately heard, and a search over people, not over tickets.
import { TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loads } from '../../components/loads.tsx'
import { usePageTitle } from '../../components/page-title.ts'
import { Panel } from '../../components/panel.tsx'
import { PeopleLines } from '../register/people-lines.tsx'
import { searchQuery } from '../register/search-queries.ts'
import { RecentPeople } from './recent-people.tsx'

const route = getRouteApi('/house/customers')

export function Customers() {
  const { t } = useTranslation()
  usePageTitle(t('place.customers'))
  const { q = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery({ ...searchQuery(q, 50), enabled: q !== '', placeholderData: keepPreviousData })
  return (
    <div className="page narrow">
      <h1>{t('place.customers')}</h1>
      <TextInput
        type="search"
        label={t('customers.find')}
        value={q}
        onChange={(event) => {
          const words = event.currentTarget.value
          void navigate({ search: words === '' ? {} : { q: words }, replace: true })
        }}
      />
      {q === '' ? (
        <Panel title={t('customers.recent')} className="spaced">
          <RecentPeople />
        </Panel>
      ) : (
        <section className="panel spaced" aria-label={t('customers.found')} aria-live="polite">
          <Loads query={query} room={160}>
            {({ people }) =>
              people.length === 0 ? (
                <EmptyState title={t('customers.none')}>{t('customers.noneHow')}</EmptyState>
              ) : (
                <PeopleLines people={people} />
              )
            }
          </Loads>
        </section>
      )}
    </div>
  )
}
