// What came of the promises that fell due: by kind, in exact numbers.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PromisesReport } from '../../../src/amend/reports/report.schema.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loads } from '../../components/loads.tsx'
import { Panel } from '../../components/panel.tsx'
import { Numbers } from './numbers.tsx'
import { promisesQuery } from './report-queries.ts'
import type { ReportQuery } from './report-search.ts'

// words: reports.promise.*
export function PromisesPanel({ asked }: { readonly asked: ReportQuery }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('reports.promises')} aside={t('reports.promisesAside')}>
      <Loads query={useQuery(promisesQuery(asked))} room={260}>
        {(report) => <Promises report={report} />}
      </Loads>
    </Panel>
  )
}

const came = ['kept', 'late', 'open', 'released'] as const

function Promises({ report: { kinds, period } }: { readonly report: PromisesReport }) {
  const { t } = useTranslation()
  const shown = kinds.filter((kind) => came.some((one) => kind[one].now.cases + kind[one].before.cases > 0))
  if (shown.length === 0) return <EmptyState title={t('reports.nothingDue')}>{t('reports.nothingHow')}</EmptyState>
  return (
    <>
      <Numbers
        {...{ caption: t('reports.promises'), name: 'promises', period }}
        head={[
          t('reports.promiseHead'),
          ...came.map((one) => t(`reports.came.${one}`)),
          t('reports.keptBefore'),
          t('reports.lateBefore'),
        ]}
        rows={shown.map((kind) => [
          t(`reports.promise.${kind.kind}`),
          ...came.map((one) => kind[one].now),
          kind.kept.before,
          kind.late.before,
        ])}
      />
      <p className="tiny soft panel-note">{t('reports.promisesNote')}</p>
    </>
  )
}
