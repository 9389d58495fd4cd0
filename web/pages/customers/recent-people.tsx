// People lately heard, whoever wrote or was written to last first: what the page of customers shows before anything is typed.
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/empty-state.tsx'
import { useLineKeys } from '../../components/line-keys.ts'
import { Loads } from '../../components/loads.tsx'
import { More } from '../../components/more.tsx'
import { Time } from '../../components/time.tsx'
import { recentPeopleQuery } from './people-queries.ts'

export function RecentPeople() {
  const { t } = useTranslation()
  const query = useInfiniteQuery(recentPeopleQuery)
  const list = useRef<HTMLUListElement>(null)
  useLineKeys(list, 'a')
  return (
    <Loads query={query} room={320}>
      {({ pages }) => {
        const people = pages.flatMap((page) => page.people)
        if (people.length === 0) return <EmptyState title={t('customers.empty')}>{t('customers.emptyHow')}</EmptyState>
        return (
          <>
            <ul className="lines lines-people" ref={list}>
              {people.map((person) => (
                <li key={person.customerId}>
                  <Link to="/customers/$customerId" params={{ customerId: person.customerId }}>
                    <span className="cut">
                      <bdi className="strong">{person.name}</bdi>
                      <bdi className="block tiny soft cut">{person.address}</bdi>
                    </span>
                    <span className="cut small">
                      <bdi>{person.matter}</bdi>
                      {person.openCases > 0 && (
                        <span className="block tiny soft">{t('search.openCases', { count: person.openCases })}</span>
                      )}
                    </span>
                    <span className="soft small lines-end">
                      <Time at={person.at} />
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
            <More query={query} />
          </>
        )
      }}
    </Loads>
  )
}
