// What I was told lately, quietly: a line each, those I have not looked at in bold.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Loads } from '../../components/loads.tsx'
import { Panel } from '../../components/panel.tsx'
import { Time } from '../../components/time.tsx'
import { say } from '../../words.ts'
import { noticesQuery, readNotices, type NoticeView } from './notice-queries.ts'

const most = 6

export function RecentNotices() {
  const { t } = useTranslation()
  const query = useQuery(noticesQuery)
  const client = useQueryClient()
  const reading = useMutation({
    mutationFn: readNotices,
    onSettled: () => client.invalidateQueries({ queryKey: noticesQuery.queryKey }),
  })
  return (
    <Panel title={t('notices.recent')} aside={<Link to="/settings/notices">{t('notices.settings')}</Link>}>
      <Loads query={query} room={120}>
        {({ notices }) => {
          const unread = notices.filter(({ isRead }) => !isRead).map(({ noticeId }) => noticeId)
          if (notices.length === 0) return <p className="panel-body small soft">{t('notices.none')}</p>
          return (
            <>
              <ul className="notices">
                {notices.slice(0, most).map((notice) => (
                  <Line
                    key={notice.noticeId}
                    notice={notice}
                    onOpen={() => {
                      if (!notice.isRead) reading.mutate([notice.noticeId])
                    }}
                  />
                ))}
              </ul>
              {unread.length > 0 && (
                <p className="panel-foot small">
                  <button
                    type="button"
                    className="link"
                    disabled={reading.isPending}
                    onClick={() => {
                      reading.mutate(unread)
                    }}
                  >
                    {t('notices.readAll')}
                  </button>
                </p>
              )}
            </>
          )
        }}
      </Loads>
    </Panel>
  )
}

function Line({ notice, onOpen }: { readonly notice: NoticeView; readonly onOpen: () => void }) {
  const { t } = useTranslation()
  return (
    <li>
      <Link
        to="/cases/$caseId"
        params={{ caseId: notice.caseId }}
        className={notice.isRead ? '' : 'strong'}
        onClick={onOpen}
      >
        {say(t, 'notice', notice.kind, { count: 1, number: notice.number })}
        {!notice.isRead && <span className="reader-only"> ({t('notices.unread')})</span>}
      </Link>
      <span className="tiny soft">
        <Time at={notice.at} />
      </span>
    </li>
  )
}
