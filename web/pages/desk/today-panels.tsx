// How today stands: the promises, the team's load for those who lead, and what lies in quarantine.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../components/panel.tsx'
import { countWords } from './count-words.ts'
import type { DeskView } from './desk-queries.ts'

interface Props {
  readonly desk: DeskView
  /** Empty where the team is shown beside it already. */
  readonly team: DeskView['team']
}

export function TodayPanels({ desk, team }: Props) {
  const { t } = useTranslation()
  const { promises } = desk
  const figure = (count: number) => countWords(count, t)
  const most = Math.max(1, ...team.map((member) => member.open))
  return (
    <>
      {team.length > 0 && (
        <Panel title={t('team.title')} aside={t('team.open')}>
          <ul className="load">
            {team.map((member) => (
              <li key={member.staffId}>
                <bdi className="cut">{member.name}</bdi>
                <span className="load-bar" aria-hidden>
                  <i style={{ inlineSize: `${String((member.open / most) * 100)}%` }} />
                </span>
                <span className="figures">{figure(member.open)}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title={t('today.title')}>
        <dl className="facts">
          <div>
            <dt>{t('today.kept')}</dt>
            <dd>{figure(promises.keptToday)}</dd>
          </div>
          <div>
            <dt>{t('today.open')}</dt>
            <dd>{figure(promises.openToday)}</dd>
          </div>
          <div className={promises.atRisk > 0 ? 'due' : ''}>
            <dt>{t('today.atRisk')}</dt>
            <dd>{figure(promises.atRisk)}</dd>
          </div>
          <div className={promises.broken > 0 ? 'late' : ''}>
            <dt>{t('today.broken')}</dt>
            <dd>{figure(promises.broken)}</dd>
          </div>
        </dl>
        {desk.quarantined > 0 && (
          <p className="panel-foot small prose">
            <Link to="/settings/quarantine">{t('today.quarantined', { count: desk.quarantined })}</Link>
          </p>
        )}
      </Panel>
    </>
  )
}
