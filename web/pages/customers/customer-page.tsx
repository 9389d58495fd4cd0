// A person: their cases, the addresses they write from, and everything that happened with them.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../../src/shared/ids.ts'
import { Earlier } from '../../components/earlier.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loads } from '../../components/loads.tsx'
import { usePageTitle } from '../../components/page-title.ts'
import { Panel } from '../../components/panel.tsx'
import { Time } from '../../components/time.tsx'
import { say } from '../../words.ts'
import { customerQuery, customerTimelineQuery, type PersonView } from './customer-queries.ts'
import { Timeline } from './timeline.tsx'

const route = getRouteApi('/house/customers/$customerId')

export function CustomerPage() {
  const { t } = useTranslation()
  const { customerId } = route.useParams()
  const query = useQuery(customerQuery(customerId))
  usePageTitle(query.data?.name ?? t('person.title'))
  return (
    <div className="page person">
      <header>
        <h1>{query.data ? <bdi>{query.data.name}</bdi> : t('person.title')}</h1>
        {query.data && (
          <p className="soft">
            {t('person.since')} <Time at={query.data.firstSeenAt} />
          </p>
        )}
      </header>
      <div className="person-main">
        <Panel
          title={t('person.cases')}
          aside={
            <Link to="/register" search={{ customer: customerId as CustomerId }} className="link">
              {t('register.toCases')}
            </Link>
          }
        >
          <Loads query={query} room={120}>
            {(person) => <PersonCases person={person} />}
          </Loads>
        </Panel>
        <Panel title={t('person.identities')}>
          <Loads query={query} room={80}>
            {(person) => <Identities person={person} />}
          </Loads>
        </Panel>
      </div>
      <PersonTimeline key={customerId} customerId={customerId} />
    </div>
  )
}

function PersonCases({ person }: { readonly person: PersonView }) {
  const { t } = useTranslation()
  if (person.cases.length === 0) return <EmptyState title={t('person.noCases')} />
  return (
    <ul className="lines">
      {person.cases.map((line) => (
        <li key={line.caseId}>
          <Link to="/cases/$caseId" params={{ caseId: line.caseId }}>
            <span className="figures soft">{line.number}</span>
            <bdi className="cut">{line.matter}</bdi>
            <span className="soft small">{say(t, 'state', line.state)}</span>
            <span className="soft small lines-end">
              <Time at={line.receivedAt} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Identities({ person }: { readonly person: PersonView }) {
  const { t } = useTranslation()
  return (
    <dl className="facts">
      {person.identities.map((identity) => (
        <div key={identity.identityId}>
          <dt>
            <bdi className="break">{identity.value}</bdi>
            <span className="tiny">, {say(t, 'identityKind', identity.kind)}</span>
          </dt>
          <dd className={identity.badSince === null ? undefined : 'due'}>
            {identity.badSince !== null ? (
              <>
                {t('person.bad')} <Time at={identity.badSince} />
              </>
            ) : identity.verifiedAt !== null ? (
              <>
                {t('person.verified')}, <Time at={identity.verifiedAt} />
              </>
            ) : (
              t('person.unverified')
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function PersonTimeline({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(customerTimelineQuery(customerId))
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <Panel title={t('person.timeline')} className="person-timeline">
      <div className="panel-body">
        <Earlier query={query} words={t('timeline.earlier')} />
        <Timeline entries={entries} />
      </div>
    </Panel>
  )
}
