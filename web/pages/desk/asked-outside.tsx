// Whom my cases have asked outside and who is late, or whom the letter did not reach: a line each, until it is looked after.
import { Link } from '@tanstack/react-router'
import { Trans, useTranslation } from 'react-i18next'
import { Time } from '../../components/time.tsx'
import type { DeskView } from './desk-queries.ts'

export function AskedOutside({ outside }: { readonly outside: DeskView['outside'] }) {
  const { t } = useTranslation()
  if (outside.length === 0) return null
  return (
    <ul className="mentions small soft" aria-label={t('outside.title')}>
      {outside.map(({ caseId, number, matter, whom, dueAt, isReturned }) => (
        <li key={`${caseId} ${whom}`} className="cut">
          <Trans
            t={t}
            i18nKey={isReturned ? 'outside.returnedIn' : 'outside.lateIn'}
            values={{ number, whom }}
            components={{ case: <Link to="/cases/$caseId" params={{ caseId }} />, whom: <bdi /> }}
          />
          {!isReturned && dueAt !== null && (
            <>
              {' '}
              <Time at={dueAt} isDue />
            </>
          )}
          {', '}
          <bdi>{matter}</bdi>
        </li>
      ))}
    </ul>
  )
}
