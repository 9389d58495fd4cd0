// A person: their cases, what they bought and told, what we know of them, and everything that happened. Each part loads alone and fails alone.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../../src/shared/ids.ts'
import { Alone } from '../../components/alone.tsx'
import { Earlier } from '../../components/earlier.tsx'
import { Loads } from '../../components/loads.tsx'
import { usePageTitle } from '../../components/page-title.ts'
import { Panel } from '../../components/panel.tsx'
import { Time } from '../../components/time.tsx'
import { rememberVisit } from '../../recent.ts'
import { customerQuery, customerTimelineQuery } from './customer-queries.ts'
import { TimelineKinds, useKinds } from './timeline-kinds.tsx'
import { OnePerson } from './one-person.tsx'
import { PersonAddresses } from './person-addresses.tsx'
import { PersonCases } from './person-cases.tsx'
import { PersonKnown, PersonReferrals } from './person-known.tsx'
import { PersonPurchases } from './person-purchases.tsx'
import { Timeline } from './timeline.tsx'
import { TypedEvidence } from './typed-evidence.tsx'
import { WritesFor } from './writes-for.tsx'

const route = getRouteApi('/house/customers/$customerId')

export function CustomerPage() {
  const { t } = useTranslation()
  const { customerId } = route.useParams()
  const query = useQuery(customerQuery(customerId))
  const name = query.data?.name
  usePageTitle(name ?? t('person.title'))
  useEffect(() => {
    if (name) rememberVisit({ kind: 'customer', id: customerId, title: name })
  }, [customerId, name])
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
          <Alone of={customerId}>
            <PersonCases customerId={customerId} />
          </Alone>
        </Panel>
        <Panel title={t('person.identities')}>
          <Loads query={query} room={80}>
            {(person) => <PersonAddresses person={person} />}
          </Loads>
        </Panel>
        <Panel title={t('onePerson.title')}>
          <Alone of={customerId}>
            <OnePerson key={customerId} customerId={customerId} />
          </Alone>
        </Panel>
        <Panel title={t('writesFor.title')}>
          <Alone of={customerId}>
            <WritesFor key={customerId} customerId={customerId} />
          </Alone>
        </Panel>
        <Panel title={t('person.known')}>
          <Alone of={customerId}>
            <PersonKnown customerId={customerId} />
          </Alone>
        </Panel>
        <Panel title={t('person.purchases')}>
          <Alone of={customerId}>
            <PersonPurchases customerId={customerId} />
          </Alone>
        </Panel>
        <Panel title={t('person.referrals')}>
          <Alone of={customerId}>
            <PersonReferrals customerId={customerId} />
          </Alone>
        </Panel>
        <Panel title={t('evidence.title')}>
          <Alone of={customerId}>
            <TypedEvidence customerId={customerId} />
          </Alone>
        </Panel>
      </div>
      <Alone of={customerId}>
        <PersonTimeline key={customerId} customerId={customerId} />
      </Alone>
    </div>
  )
}

function PersonTimeline({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(customerTimelineQuery(customerId))
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? []
  const kinds = useKinds()
  return (
    <Panel title={t('person.timeline')} className="person-timeline">
      <div className="panel-body">
        <TimelineKinds kinds={kinds} entries={entries} />
        <Earlier query={query} words={t('timeline.earlier')} />
        <Timeline entries={entries.filter(kinds.isShown)} />
      </div>
    </Panel>
  )
}
