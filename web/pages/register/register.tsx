// The register: every case, by filters that stand in the address of the page, in views that people keep.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Earlier } from '../../components/earlier.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Key } from '../../components/key.tsx'
import { useNearEnd } from '../../components/near-end.ts'
import { usePageTitle } from '../../components/page-title.ts'
import { TextTabs } from '../../components/text-tabs.tsx'
import type { Translate } from '../../words.ts'
import { meQuery } from '../staff/staff-queries.ts'
import { ExportLinks } from './export-links.tsx'
import { RegisterFilters } from './register-filters.tsx'
import { registerQuery, type RegisterPage } from './register-queries.ts'
import { askedIn, asksOf, readSearch, type ViewFilter } from './register-search.ts'
import { RegisterTable } from './register-table.tsx'
import { SavedViews } from './saved-views.tsx'

const route = getRouteApi('/house/register')
const orders = ['received', 'due'] as const

export function Register() {
  const { t } = useTranslation()
  usePageTitle(t('place.register'))
  // Read once more: what an address has besides is handed on by the router.
  const filter = readSearch(route.useSearch())
  const navigate = route.useNavigate()
  const { data: me } = useQuery(meQuery)
  const query = useInfiniteQuery(registerQuery(filter))
  const show = (wanted: ViewFilter, replace = false) => {
    void navigate({ search: askedIn(wanted), replace, resetScroll: false })
  }
  const pages = query.data?.pages
  const lines = useMemo(() => pages?.flatMap((page) => page.lines) ?? [], [pages])
  // Asking while a page is on its way would call it off and ask for the same one again.
  const more = () => {
    if (!query.isFetchingNextPage) void query.fetchNextPage()
  }
  const mayAsk = query.hasNextPage && !query.isFetching && !query.isFetchNextPageError
  const end = useNearEnd(mayAsk, pages?.length ?? 0, more)
  return (
    <div className="page register">
      <header className="register-head">
        <h1>{t('place.register')}</h1>
        {me && me.role !== 'handler' && <ExportLinks filter={filter} />}
      </header>
      <SavedViews filter={filter} mayShare={me !== undefined && me?.role !== 'handler'} onShow={show} />
      <RegisterFilters filter={filter} onShow={show} />
      <div className="register-count">
        <p role="status" className="figures">
          {pages?.[0]?.count ? countWords(pages[0].count, t) : ''}
        </p>
        {asksOf(filter) > 0 && (
          <button
            type="button"
            className="link"
            onClick={() => {
              show({ sort: filter.sort })
            }}
          >
            {t('register.clear')}
          </button>
        )}
        <span className="small soft keys-hint">
          <Key>j</Key>
          <Key>k</Key> {t('desk.move')} <Key>⏎</Key> {t('desk.open')}
        </span>
        <TextTabs
          small
          label={t('register.order')}
          value={filter.sort ?? 'received'}
          tabs={orders.map((value) => ({
            value,
            words: t(value === 'received' ? 'register.byReceived' : 'register.byDue'),
          }))}
          onChange={(sort) => {
            show({ ...filter, sort: sort === 'received' ? undefined : sort })
          }}
        />
      </div>
      <section
        className="panel"
        aria-label={t('place.register')}
        aria-busy={query.isPlaceholderData || query.isPending}
      >
        {pages && lines.length === 0 && <Nothing isFiltered={asksOf(filter) > 0} />}
        {lines.length > 0 && (
          <RegisterTable lines={lines} count={countOf(pages)} onEnd={query.hasNextPage ? more : undefined} />
        )}
        {query.isPending && (
          <div className="loading register-room">
            <span className="reader-only">{t('act.loading')}</span>
          </div>
        )}
        <div className="register-more" ref={end}>
          <Earlier
            query={{ ...query, refetch: () => void query.refetch(), fetchNextPage: more }}
            words={t('register.more')}
          />
        </div>
      </section>
    </div>
  )
}

function countOf(pages: readonly RegisterPage[] | undefined): number | null {
  const count = pages?.[0]?.count
  return count && !count.isMore ? count.cases : null
}

const countWords = ({ cases, isMore }: { readonly cases: number; readonly isMore: boolean }, t: Translate): string =>
  t(isMore ? 'register.countMore' : 'register.count', {
    count: cases,
    cases: cases.toLocaleString(navigator.language),
  })

function Nothing({ isFiltered }: { readonly isFiltered: boolean }) {
  const { t } = useTranslation()
  return isFiltered ? (
    <EmptyState title={t('register.none')}>{t('register.noneHow')}</EmptyState>
  ) : (
    <EmptyState title={t('register.empty')}>{t('register.emptyHow')}</EmptyState>
  )
}
