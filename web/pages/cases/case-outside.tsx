// Whom the case has asked outside: who has answered, who is late, whom the letter did not reach. It loads alone and is not there while nobody was asked.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { Key } from '../../components/key.tsx'
import { Time } from '../../components/time.tsx'
import { enquiriesQuery, letEnquiryGo, type CaseView, type EnquiryView } from './case-queries.ts'

interface Props {
  readonly current: CaseView
  readonly onAsk: (() => void) | undefined
}

export function CaseOutside({ current, onAsk }: Props) {
  const { t } = useTranslation()
  const query = useQuery(enquiriesQuery(current.caseId))
  const asked = query.data?.enquiries ?? []
  if (asked.length === 0 && !query.isError && !onAsk) return null
  return (
    <section aria-labelledby="outside-title">
      <div className="side-head">
        <h2 id="outside-title">{t('outside.title')}</h2>
        {onAsk && (
          <button type="button" className="link" onClick={onAsk} aria-keyshortcuts="o">
            {t('outside.ask')} <Key>o</Key>
          </button>
        )}
      </div>
      {query.isError && !query.data && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {asked.length > 0 && (
        <ul className="side-list">
          {asked.map((one) => (
            <Asked key={one.conversationId} one={one} current={current} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Asked({ one, current }: { readonly one: EnquiryView; readonly current: CaseView }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const going = useMutation({
    mutationFn: () => letEnquiryGo(current.caseId, one.conversationId),
    onSettled: () => Promise.all(['case', 'desk'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  })
  const isOpen = one.state === 'late' || one.state === 'returned' || (one.state === 'asked' && one.dueAt !== null)
  return (
    <li>
      <p className="small">
        <Link to="/customers/$customerId" params={{ customerId: one.customerId }} className="break">
          <bdi>{one.name || one.address || t('outside.erased')}</bdi>
        </Link>
      </p>
      <p className={one.state === 'late' || one.state === 'returned' ? 'tiny late' : 'tiny soft'}>
        {t(`outsideState.${one.state}`)}{' '}
        <Time
          at={
            (one.state === 'answered' ? one.answeredAt : one.state === 'late' ? one.dueAt : one.askedAt) ?? one.askedAt
          }
          isDue={one.state === 'late'}
        />
        {one.state === 'asked' && one.dueAt !== null && (
          <>
            , {t('outside.due')} <Time at={one.dueAt} isDue />
          </>
        )}
      </p>
      {isOpen && current.relation === 'own' && (
        <button
          type="button"
          className="link tiny"
          disabled={going.isPending}
          onClick={() => {
            going.mutate()
          }}
        >
          {t('outside.letGo')}
        </button>
      )}
      {going.isError && <ErrorState error={going.error} />}
    </li>
  )
}
