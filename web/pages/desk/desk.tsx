// The desk: what to take next, my cases by their next promise, what waits to be confirmed, and how today stands.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Key } from '../../components/key.tsx'
import { Loads } from '../../components/loads.tsx'
import { usePageTitle } from '../../components/page-title.ts'
import { TextTabs } from '../../components/text-tabs.tsx'
import { RecentNotices } from '../notices/recent-notices.tsx'
import { countWords } from './count-words.ts'
import { deskQuery, usualLines } from './desk-queries.ts'
import { Mentions } from './mentions.tsx'
import { MyCases } from './my-cases.tsx'
import { TakeNext } from './take-next.tsx'
import { ToConfirm } from './to-confirm.tsx'
import { TodayPanels } from './today-panels.tsx'

const route = getRouteApi('/house/')
const moreLines = 100

export function Desk() {
  const { t } = useTranslation()
  usePageTitle(t('place.desk'))
  const { view = 'mine', lines = usualLines } = route.useSearch()
  const desk = useQuery(deskQuery(lines))
  const navigate = route.useNavigate()
  return (
    <div className="page desk">
      <h1>{t('place.desk')}</h1>
      <div className="desk-main">
        <TakeNext desk={desk} />
        {desk.data && <Mentions mentions={desk.data.mentions} />}
        <section className="panel" aria-label={t('desk.views')}>
          <div className="desk-tabs">
            <TextTabs
              label={t('desk.views')}
              value={view}
              tabs={[
                { value: 'mine', words: t('desk.mine'), count: desk.data && countWords(desk.data.mineOpen, t) },
                {
                  value: 'to-confirm',
                  words: t('desk.toConfirm'),
                  count: desk.data && countWords(desk.data.toConfirm, t),
                },
              ]}
              onChange={(chosen) => void navigate({ search: chosen === 'mine' ? {} : { view: chosen } })}
            />
            {view === 'mine' && (
              <span className="small soft keys-hint">
                <Key>j</Key>
                <Key>k</Key> {t('desk.move')} <Key>⏎</Key> {t('desk.open')}
              </span>
            )}
          </div>
          {view === 'mine' ? (
            <Loads query={desk} room={360}>
              {(answer) => (
                <MyCases
                  desk={answer}
                  onMore={() =>
                    void navigate({ search: { lines: lines + moreLines }, replace: true, resetScroll: false })
                  }
                />
              )}
            </Loads>
          ) : (
            <ToConfirm />
          )}
        </section>
      </div>
      <aside className="desk-side" aria-label={t('desk.today')}>
        <Loads query={desk} room={240}>
          {(answer) => <TodayPanels desk={answer} />}
        </Loads>
        <RecentNotices />
        <p className="tiny soft order-of-work">{t('desk.order')}</p>
      </aside>
    </div>
  )
}
