// What everybody has on their hands and did, by name. It is no list of the best.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Loads } from '../../components/loads.tsx'
import { Panel } from '../../components/panel.tsx'
import { Numbers } from './numbers.tsx'
import { handlersQuery } from './report-queries.ts'
import type { ReportQuery } from './report-search.ts'

export function HandlersPanel({ asked }: { readonly asked: ReportQuery }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('reports.handlers')} aside={t('reports.handlersAside')}>
      <Loads query={useQuery(handlersQuery(asked))} room={200}>
        {({ handlers, nobody, period }) => (
          <>
            <Numbers
              {...{ caption: t('reports.handlers'), name: 'handlers', period }}
              head={[
                t('reports.handler'),
                ...[t('reports.openNow'), t('reports.lateNow'), t('reports.taken'), t('reports.answered')],
                t('reports.ended'),
              ]}
              rows={[
                ...handlers.map(
                  ({ name, isHere, open, late, taken, answered, ended }) =>
                    [isHere ? name : t('reports.left', { name }), open, late, taken, answered, ended] as const,
                ),
                [t('reports.nobody'), nobody.open, nobody.late, null, null, null] as const,
              ]}
            />
            <p className="tiny soft panel-note">{t('reports.handlersNote')}</p>
          </>
        )}
      </Loads>
    </Panel>
  )
}
