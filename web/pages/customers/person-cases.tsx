// A person's cases, each with what is owed next.
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loads } from '../../components/loads.tsx'
import { More } from '../../components/more.tsx'
import { Time } from '../../components/time.tsx'
import { useNow } from '../../now.ts'
import { say } from '../../words.ts'
import { casesOfPersonQuery, type CasesOfPerson } from './people-queries.ts'

export function PersonCases({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(casesOfPersonQuery(customerId))
  return (
    <Loads query={query} room={120}>
      {({ pages }) => {
        const cases = pages.flatMap((page) => page.cases)
        if (cases.length === 0) return <EmptyState title={t('person.noCases')} />
        return (
          <>
            <ul className="lines lines-tall">
              {cases.map((line) => (
                <li key={line.caseId}>
                  <Link to="/cases/$caseId" params={{ caseId: line.caseId }}>
                    <span className="figures soft">{line.number}</span>
                    <span className="cut">
                      <bdi>{line.matter}</bdi>
                      <Owed promise={line.promise} />
                    </span>
                    <span className="soft small lines-end">
                      {say(t, 'state', line.state)}
                      <br />
                      <Time at={line.receivedAt} />
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

function Owed({ promise }: Pick<CasesOfPerson['cases'][number], 'promise'>) {
  const { t } = useTranslation()
  const now = useNow()
  if (!promise) return null
  return (
    <span className={Date.parse(promise.dueAt) <= now ? 'block tiny late' : 'block tiny soft'}>
      {say(t, 'promiseKind', promise.kind, { about: promise.about })} <Time at={promise.dueAt} isDue />
    </span>
  )
}
