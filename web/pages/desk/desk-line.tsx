// A case in a line of the desk: what is due, whose it is, and who spoke last. It opens the case.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { rememberLine } from '../../components/line-keys.ts'
import { PromiseClock } from '../../components/promise-clock.tsx'
import { PromiseRing } from '../../components/promise-ring.tsx'
import { Time } from '../../components/time.tsx'
import { useNow } from '../../now.ts'
import { daysAhead, hour, span } from '../../time-words.ts'
import { say, type Translate } from '../../words.ts'
import type { CaseLine } from './desk-queries.ts'

/** @param isMine whether whoever looks is who answers for it */
export function DeskLine({ line, isMine }: { readonly line: CaseLine; readonly isMine: boolean }) {
  const { t } = useTranslation()
  const now = useNow()
  const { promise, last } = line
  const state = promise?.clock.state ?? 'kept'
  return (
    <Link
      to="/cases/$caseId"
      params={{ caseId: line.caseId }}
      className="case-line"
      data-case={line.caseId}
      onClick={() => {
        rememberLine('a.case-line', line.caseId)
      }}
    >
      <PromiseRing state={state} share={promise?.clock.share ?? 0} />
      <span className="case-line-due">
        {promise ? (
          <>
            <PromiseClock dueAt={promise.dueAt} state={state} />
            <span className="tiny soft cut-late">{dueWords(promise, now, t)}</span>
          </>
        ) : (
          <>
            <span className="strong sentence">{say(t, 'state', line.state)}</span>
            <span className="tiny soft cut">{t('desk.nothingOwed')}</span>
          </>
        )}
      </span>
      <span className="case-line-matter">
        <span className="cut">
          {line.dangerAt !== null && <span className="danger-mark">{t('danger.mark')}</span>}
          <bdi className="strong">{line.customer.name}</bdi>
          <span className="soft">, </span>
          <bdi>{line.matter}</bdi>
        </span>
        <span className="tiny soft cut">
          {line.reopened && <>{t('desk.reopened')} </>}
          {t(last.direction === 'in' ? 'desk.theyWrote' : isMine ? 'desk.weWrote' : 'team.weWrote')}{' '}
          <Time at={last.at} />
          {': '}
          <bdi>{t('desk.quoted', { text: last.text })}</bdi>
        </span>
      </span>
      <span className="case-line-channel soft small sentence">{say(t, 'channel', line.channel)}</span>
    </Link>
  )
}

/** What is due, and when: by the hour today, by how long is left on a later day. */
function dueWords({ kind, about, dueAt, clock }: NonNullable<CaseLine['promise']>, now: number, t: Translate): string {
  const at = Date.parse(dueAt)
  const promise = say(t, 'promiseName', kind, { about })
  if (clock.state === 'paused') return t('desk.standsStill', { promise })
  if (daysAhead(at, now) > 0) return t('desk.later', { promise, span: span(at - now, t) })
  return `${say(t, 'promiseKind', kind, { about })} ${hour(at)}`
}
