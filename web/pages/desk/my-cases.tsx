// My cases, grouped by when their next promise is due. j and k move through the list, Enter opens.
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/empty-state.tsx'
import { rememberLine, useLineKeys } from '../../components/line-keys.ts'
import { PromiseClock } from '../../components/promise-clock.tsx'
import { PromiseRing } from '../../components/promise-ring.tsx'
import { Time } from '../../components/time.tsx'
import { useNow } from '../../now.ts'
import { daysAhead, hour, span } from '../../time-words.ts'
import { say, type Translate } from '../../words.ts'
import { groupLines, type LineGroup } from './group-lines.ts'
import type { CaseLine, DeskView } from './desk-queries.ts'

const links = 'a.case-line'

export function MyCases({ desk, onMore }: { readonly desk: DeskView; readonly onMore: () => void }) {
  const { t } = useTranslation()
  const list = useRef<HTMLDivElement>(null)
  useLineKeys(list, links)
  const now = useNow()
  const left = desk.mineOpen - desk.mine.length
  if (desk.mine.length === 0) return <EmptyState title={t('desk.noCases')}>{t('desk.noCasesHow')}</EmptyState>
  return (
    <div ref={list}>
      {groupLines(desk.mine, now).map(({ group, lines }) => (
        <section key={group} className="case-group" aria-label={t(`group.${group}`)}>
          <header>
            <h2>{t(`group.${group}`)}</h2>
            <span>{headWords(group, lines.length, left, t)}</span>
          </header>
          <ul>
            {lines.map((line) => (
              <li key={line.caseId}>
                <Line line={line} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {left > 0 && (
        <button type="button" className="link more-lines" onClick={onMore}>
          {t('desk.more', { count: left })}
        </button>
      )}
    </div>
  )
}

/** How many there are is said of a group only where all lines are shown. */
function headWords(group: LineGroup, count: number, left: number, t: Translate): string {
  if (group === 'broken') return t('desk.tellThem')
  return left > 0 ? '' : t('desk.cases', { count })
}

function Line({ line }: { readonly line: CaseLine }) {
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
        rememberLine(links, line.caseId)
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
          <bdi className="strong">{line.customer.name}</bdi>
          <span className="soft">, </span>
          <bdi>{line.matter}</bdi>
        </span>
        <span className="tiny soft cut">
          {line.reopened && <>{t('desk.reopened')} </>}
          {t(last.direction === 'in' ? 'desk.theyWrote' : 'desk.weWrote')} <Time at={last.at} />
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
