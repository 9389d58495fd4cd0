// Settings, Move in: a table is chosen here, and those that were brought stand below with what became of them.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loads } from '../../components/loads.tsx'
import { usePageTitle } from '../../components/page-title.ts'
import { Panel } from '../../components/panel.tsx'
import { Time } from '../../components/time.tsx'
import { meQuery } from '../staff/staff-queries.ts'
import { BringForm } from './bring-form.tsx'
import { EventsPanel } from './events-panel.tsx'
import { importsQuery } from './import-queries.ts'

export function MoveIn() {
  const { t } = useTranslation()
  usePageTitle(t('settings.move-in'))
  const { data: me } = useQuery(meQuery)
  return (
    <>
      <h1>{t('settings.move-in')}</h1>
      <p className="lead">{t('moveIn.lead')}</p>
      {me?.role === 'administrator' ? <Tables /> : <p className="soft">{t('moveIn.readOnly')}</p>}
    </>
  )
}

function Tables() {
  const { t } = useTranslation()
  const query = useQuery(importsQuery)
  return (
    <div className="stack">
      <BringForm />
      <Panel title={t('moveIn.brought')}>
        <Loads query={query} room={80}>
          {({ imports }) =>
            imports.length === 0 ? (
              <EmptyState title={t('moveIn.none')}>{t('moveIn.noneHow')}</EmptyState>
            ) : (
              <ul className="rows">
                {imports.map((one) => (
                  <li key={one.importId}>
                    <Link to="/settings/move-in/$importId" params={{ importId: one.importId }}>
                      <bdi>{one.fileName}</bdi>
                    </Link>
                    <span className="soft small">
                      {t(`moveIn.kinds.${one.kind}`)} · <bdi>{one.source}</bdi> · {t(`moveIn.states.${one.state}`)} ·{' '}
                      <Time at={one.madeAt} />
                    </span>
                  </li>
                ))}
              </ul>
            )
          }
        </Loads>
      </Panel>
      <EventsPanel />
    </div>
  )
}
