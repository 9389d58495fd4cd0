// What became of the events that programs hand in: figures, and the latest that were bad or of which something was left out.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Loads } from '../../components/loads.tsx'
import { Panel } from '../../components/panel.tsx'
import { Time } from '../../components/time.tsx'
import { eventsQuery } from './import-queries.ts'

const states = ['waiting', 'taken', 'left', 'bad'] as const

export function EventsPanel() {
  const { t } = useTranslation()
  const query = useQuery(eventsQuery)
  return (
    <Panel title={t('moveIn.events')} aside={t('moveIn.eventsHelp')}>
      <Loads query={query} room={120}>
        {({ counts, latest }) => (
          <div className="panel-body form">
            <dl className="facts">
              {states.map((state) => (
                <div key={state}>
                  <dt>{t(`moveIn.eventStates.${state}`)}</dt>
                  <dd>{counts[state]}</dd>
                </div>
              ))}
            </dl>
            {latest.length > 0 && (
              <ul className="rows rows-tall">
                {latest.map(({ kind, name, at, words }, place) => (
                  <li key={`${at} ${String(place)}`}>
                    <div>
                      <p>{words}</p>
                      <p className="soft small">
                        <bdi>{name === '' ? kind : name}</bdi> · <Time at={at} />
                      </p>
                    </div>
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
      </Loads>
    </Panel>
  )
}
