// What we know of a person and since when, and whom they told of us or heard of us from.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loads } from '../../components/loads.tsx'
import { Time } from '../../components/time.tsx'
import { knownQuery, wordOfMouthQuery } from './people-queries.ts'

export function PersonKnown({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const query = useQuery(knownQuery(customerId))
  return (
    <Loads query={query} room={96}>
      {({ known }) => (
        <dl className="facts">
          {known.map(({ what, since, latest, count }) => (
            <div key={what}>
              <dt>{t(`known.${what}`, { count: count ?? 0 })}</dt>
              <dd>
                <Time at={since} />
                {latest !== null && latest !== since && (
                  <span className="block tiny soft">
                    {t('person.latest')} <Time at={latest} />
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Loads>
  )
}

export function PersonReferrals({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const query = useQuery(wordOfMouthQuery(customerId))
  return (
    <Loads query={query} room={60}>
      {({ referrals }) =>
        referrals.length === 0 ? (
          <EmptyState title={t('person.noReferrals')} />
        ) : (
          <dl className="facts">
            {referrals.map((one) => (
              <div key={`${one.direction} ${one.customerId}`}>
                <dt>
                  {t(`referral.${one.direction}`)}{' '}
                  <Link to="/customers/$customerId" params={{ customerId: one.customerId }}>
                    <bdi>{one.name || t('person.erased')}</bdi>
                  </Link>
                </dt>
                <dd>
                  <Time at={one.at} />
                </dd>
              </div>
            ))}
          </dl>
        )
      }
    </Loads>
  )
}
