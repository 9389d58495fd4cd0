// Who takes part in the conversation with the customer besides them, and whom they only named. It loads alone and is not there where that is nobody.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { participantsQuery, type CaseView } from './case-queries.ts'

export function CaseParticipants({ current }: { readonly current: CaseView }) {
  const { t } = useTranslation()
  const query = useQuery(participantsQuery(current.caseId))
  const others = (query.data?.participants ?? []).flatMap(({ standing, ...one }) =>
    standing === 'customer' ? [] : [{ ...one, standing }],
  )
  if (others.length === 0 && !query.isError) return null
  return (
    <section aria-labelledby="participants-title">
      <h2 id="participants-title">{t('participants.title')}</h2>
      {query.isError && !query.data && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      <ul className="side-list">
        {others.map(({ address, name, standing }) => (
          <li key={address}>
            <p className="small break">
              <bdi>{name === '' ? address : `${name} (${address})`}</bdi>
            </p>
            <p className="tiny soft">{t(`participantStanding.${standing}`)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
