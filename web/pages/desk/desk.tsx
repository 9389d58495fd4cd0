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
import { AskedOutside } from './asked-outside.tsx'
import { Mentions } from './mentions.tsx'
import { meQuery } from '../staff/staff-queries.ts'
import { CoverWords } from './cover-words.tsx'
import { Team } from './team.tsx'
import { MyCases } from './my-cases.tsx'
import { TakeNext } from './take-next.tsx'
import { ToConfirm } from './to-confirm.tsx'
import { TodayPanels } from './today-panels.tsx'

const route = getRouteApi('/house/')
const moreLines = 100

export function Desk() {
  const { t } = useTranslation()
  usePageTitle(t('place.desk'))
  const { view = 'mine', of = 'at-risk', lines = usualLines } = route.useSearch()
  const { data: me } = useQuery(meQuery)
  const isLead = me !== undefined && me !== null && me.role !== 'handler'
  const desk = useQuery(deskQuery(lines))
  const navigate = route.useNavigate()
  return (
    <div className="page desk">
      <h1>{t('place.desk')}</h1>
      <div className="desk-main">
        <TakeNext desk={desk} />
        {desk.data && <CoverWords desk={desk.data} me={me?.staffId} />}
        {desk.data && <Mentions mentions={desk.data.mentions} />}
        {desk.data && <AskedOutside outside={desk.data.outside} />}
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
                ...(isLead ? [{ value: 'team' as const, words: t('team.tab') }] : []),
              ]}
              onChange={(chosen) => void navigate({ search: chosen === 'mine' ? {} : { view: chosen } })}
            />
            {view !== 'to-confirm' && (
              <span className="small soft keys-hint">
                <Key>j</Key>
                <Key>k</Key> {t('desk.move')} <Key>⏎</Key> {t('desk.open')}
              </span>
            )}
          </div>
          {view === 'team' && isLead ? null : view !== 'to-confirm' ? (
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
        {view === 'team' && isLead && (
          <Team
            of={of}
            onChoose={(chosen) =>
              void navigate({
                search: { view: 'team', ...(chosen === 'at-risk' ? {} : { of: chosen }) },
                resetScroll: false,
              })
            }
          />
        )}
      </div>
      <aside className="desk-side" aria-label={t('desk.today')}>
        <Loads query={desk} room={240}>
          {(answer) => <TodayPanels desk={answer} team={view === 'team' ? [] : answer.team} />}
        </Loads>
        <RecentNotices />
        <p className="tiny soft order-of-work">{t('desk.order')}</p>
      </aside>
    </div>
  )
}
