// Shows what is new among my notices by the browser, while a page of the desk is open. No push service has a part in it.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { due } from '../../time-words.ts'
import { timeNow } from '../../now.ts'
import { say, type Translate } from '../../words.ts'
import { noticesQuery, type NoticeView } from './notice-queries.ts'

/** `unsupported`: this browser shows none. */
export const mayShow = (): NotificationPermission | 'unsupported' =>
  'Notification' in globalThis ? Notification.permission : 'unsupported'

/** Notices that go together, by their bundle. */
const bundlesOf = (notices: readonly NoticeView[]): ReadonlyMap<string, readonly NoticeView[]> =>
  Map.groupBy(
    notices.filter(({ bundleId }) => bundleId !== null),
    ({ bundleId }) => bundleId ?? '',
  )

/** Shows each bundle that comes while the page is open, once: other pages of this browser replace it by its own name. */
export function useBrowserNotices(): void {
  const { t } = useTranslation()
  const { data } = useQuery(noticesQuery)
  const navigate = useNavigate()
  const known = useRef<Set<string> | null>(null)
  useEffect(() => {
    if (!data) return
    const bundles = bundlesOf(data.notices)
    // What was there when the page was opened is no news.
    known.current ??= new Set(bundles.keys())
    for (const [bundleId, notices] of bundles) {
      if (known.current.has(bundleId)) continue
      known.current.add(bundleId)
      show(bundleId, notices, t, (to) => void navigate({ to }))
    }
  }, [data, navigate, t])
}

function show(tag: string, notices: readonly NoticeView[], t: Translate, goTo: (to: string) => void): void {
  const [first] = notices
  if (!first || mayShow() !== 'granted') return
  const cases = [...new Map(notices.map((notice) => [notice.caseId, notice])).values()]
  const title = say(t, 'notice', first.kind, { count: cases.length, number: first.number })
  const body = cases
    .slice(0, 5)
    .map(({ number, dueAt }) =>
      dueAt === null ? number : t('notices.caseDue', { number, due: due(Date.parse(dueAt), timeNow(), t) }),
    )
    .join('\n')
  try {
    const shown = new Notification(title, { tag, body })
    shown.onclick = () => {
      window.focus()
      shown.close()
      goTo(cases.length === 1 ? `/cases/${first.caseId}` : '/')
    }
  } catch {
    // Some phones show them by a service worker only; the list on the desk says the same.
  }
}
