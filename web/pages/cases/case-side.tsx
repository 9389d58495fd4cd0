// Beside the conversation, each part by itself: the person, the promises, whom it asked outside, how the case has gone so far.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Alone } from '../../components/alone.tsx'
import { Loads } from '../../components/loads.tsx'
import { Time } from '../../components/time.tsx'
import { say } from '../../words.ts'
import { customerQuery } from '../customers/customer-queries.ts'
import { AsksFor } from './asks-for.tsx'
import { CaseOutside } from './case-outside.tsx'
import { CaseParticipants } from './case-participants.tsx'
import { CaseSurvey } from '../surveys/case-survey.tsx'
import { CaseTopic } from './case-topic.tsx'
import { CasePromises } from './case-promises.tsx'
import type { CaseView } from './case-queries.ts'

interface Props {
  readonly current: CaseView
  readonly isPromising: boolean
  readonly onPromise: (() => void) | undefined
  readonly onAsk: (() => void) | undefined
  readonly onPromised: () => void
  readonly onSubject: (() => void) | undefined
}

export function CaseSide({ current, onSubject, onAsk, ...promising }: Props) {
  const { t } = useTranslation()
  // What broke is tried anew with the next state of the case.
  const of = `${current.caseId} ${String(current.version)}`
  return (
    <aside className="case-side" aria-label={t('case.side')} tabIndex={0}>
      <Alone of={of}>
        <Person current={current} />
      </Alone>
      <Alone of={of}>
        <CasePromises current={current} {...promising} />
      </Alone>
      <Alone of={of}>
        <AsksFor caseId={current.caseId} />
      </Alone>
      <Alone of={of}>
        <CaseTopic caseId={current.caseId} />
      </Alone>
      <Alone of={of}>
        <CaseParticipants current={current} />
      </Alone>
      <Alone of={of}>
        <CaseOutside current={current} onAsk={onAsk} />
      </Alone>
      {current.resolvedAt !== null && (
        <Alone of={of}>
          <CaseSurvey caseId={current.caseId} />
        </Alone>
      )}
      <Alone of={of}>
        <SoFar current={current} onSubject={onSubject} />
      </Alone>
    </aside>
  )
}

function Person({ current: { customer, caseId, brand } }: { readonly current: CaseView }) {
  const { t } = useTranslation()
  const query = useQuery(customerQuery(customer.customerId))
  return (
    <section aria-labelledby="person-title">
      <div className="side-head">
        <h2 id="person-title">
          <Link to="/customers/$customerId" params={{ customerId: customer.customerId }}>
            <bdi>{customer.name}</bdi>
          </Link>
        </h2>
        <span className="tiny soft">{t(customer.verified ? 'person.verified' : 'person.unverified')}</span>
      </div>
      {customer.address !== null && (
        <p className="small soft break">
          <bdi>{customer.address}</bdi>
        </p>
      )}
      {brand !== null && <p className="small">{t('person.brand', { brand })}</p>}
      <Loads query={query} room={44}>
        {(person) => {
          const others = person.cases.filter((other) => other.caseId !== caseId && other.state !== 'merged')
          return (
            <>
              <p className="small soft">
                {t('person.since')} <Time at={person.firstSeenAt} />. {t('person.otherCases', { count: others.length })}
              </p>
              <ul className="other-cases">
                {others.slice(0, 5).map((other) => (
                  <li key={other.caseId}>
                    <Link to="/cases/$caseId" params={{ caseId: other.caseId }} className="cut">
                      {other.number}, <bdi>{other.matter}</bdi>
                    </Link>
                    <span className="tiny soft">{say(t, 'state', other.state)}</span>
                  </li>
                ))}
              </ul>
            </>
          )
        }}
      </Loads>
    </section>
  )
}

function SoFar({ current, onSubject }: Pick<Props, 'current' | 'onSubject'>) {
  const { t } = useTranslation()
  const steps = [
    ['received', current.receivedAt],
    ['acknowledged', current.acknowledgedAt],
    ['taken', current.takenAt],
    ['firstAnswered', current.firstAnsweredAt],
    ['finalAnswered', current.finalAnsweredAt],
    ['resolved', current.resolvedAt],
    ['closed', current.closedAt],
  ] as const
  return (
    <section aria-labelledby="so-far-title">
      <h2 id="so-far-title">{t('soFar.title')}</h2>
      <dl className="facts side-facts">
        {steps.map(([step, at]) =>
          at === null ? null : (
            <div key={step}>
              <dt>
                {t(`soFar.${step}`)}
                {step === 'resolved' && current.resolvedBy && <>, {t(`resolvedBy.${current.resolvedBy}`)}</>}
              </dt>
              <dd>
                <Time at={at} />
              </dd>
            </div>
          ),
        )}
        {current.reopenings.map((at) => (
          <div key={at}>
            <dt>{t('soFar.reopened')}</dt>
            <dd>
              <Time at={at} />
            </dd>
          </div>
        ))}
        {current.finding && (
          <div>
            <dt>{t('soFar.finding')}</dt>
            <dd>{t(`finding.${current.finding}`)}</dd>
          </div>
        )}
      </dl>
      {current.rejection && (
        <p className="small">
          <bdi>{current.rejection.reasons}</bdi> <bdi className="soft">{current.rejection.recourse}</bdi>
        </p>
      )}
      {onSubject && (
        <div>
          <button type="button" className="link" onClick={onSubject}>
            {t('case.subject')}
          </button>
        </div>
      )}
    </section>
  )
}
