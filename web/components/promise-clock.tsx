// What is left of a promise, in words: `28 min left`, `1 h 12 min over`, `Fri 17:00`.
import { useTranslation } from 'react-i18next'
import { useNow } from '../now.ts'
import { daysAhead, due, exact, span } from '../time-words.ts'
import type { Translate } from '../words.ts'
import type { RingState } from './promise-ring.tsx'

interface Props {
  readonly dueAt: string
  readonly state: RingState
}

export function PromiseClock({ dueAt, state }: Props) {
  const { t } = useTranslation()
  const at = Date.parse(dueAt)
  return (
    <time dateTime={dueAt} title={exact(at)} className={`clock clock-${state}`}>
      {clockWords(at, state, useNow(), t)}
    </time>
  )
}

/** The words of a promise clock; `at` and `now` in UTC milliseconds. */
export function clockWords(at: number, state: RingState, now: number, t: Translate): string {
  if (state === 'paused') return t('clock.paused')
  if (state === 'kept') return t('clock.kept')
  if (state === 'late' || at <= now) return t('clock.over', { span: span(now - at, t) })
  return daysAhead(at, now) === 0 ? t('clock.left', { span: span(at - now, t) }) : due(at, now, t)
}
