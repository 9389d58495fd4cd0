// What came in and what ended, day by day or week by week.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { VolumeReport } from '../../../src/amend/reports/report.schema.ts'
import { BarChart } from '../../components/bar-chart.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loads } from '../../components/loads.tsx'
import { Panel } from '../../components/panel.tsx'
import { daysWords } from '../../days.ts'
import { numberWords } from './figure.tsx'
import { Numbers } from './numbers.tsx'
import { PairWords } from './pair-words.tsx'
import { volumeQuery } from './report-queries.ts'
import type { ReportQuery } from './report-search.ts'
import { endsOf } from './steps.ts'

export function VolumePanel({ asked }: { readonly asked: ReportQuery }) {
  const { t } = useTranslation()
  const query = useQuery(volumeQuery(asked))
  return (
    <Panel title={t('reports.volume')} aside={query.data && t(`reports.by.${query.data.period.step}`)}>
      <Loads query={query} room={260}>
        {(report) => <Volume report={report} />}
      </Loads>
    </Panel>
  )
}

function Volume({ report }: { readonly report: VolumeReport }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { received, complaints, requests, ended, steps, period } = report
  if ([received, ended].every(({ now, before }) => now.cases + before.cases === 0))
    return <EmptyState title={t('reports.nothing')}>{t('reports.nothingHow')}</EmptyState>
  const isOfBoth = complaints !== null && requests !== null
  return (
    <>
      <BarChart
        words={t('reports.volumeChart', {
          received: numberWords(received.now.cases),
          ended: numberWords(ended.now.cases),
        })}
        bars={steps.map((step) => ({
          words: t('reports.volumeBar', {
            ...{ days: daysWords(step), received: step.received.cases, ended: step.ended.cases },
          }),
          low: isOfBoth ? (step.complaints?.cases ?? 0) : step.received.cases,
          high: isOfBoth ? (step.requests?.cases ?? 0) : 0,
          line: step.ended.cases,
        }))}
        ends={endsOf(steps)}
        onOpen={(at) => {
          const step = steps[at]
          if (step) void navigate({ to: '/register', search: step.received.filter })
        }}
      />
      <dl className="facts chart-facts">
        <PairWords words={t('reports.received')} of={received} />
        {isOfBoth && (
          <>
            <PairWords words={t('reports.complaintsLow')} of={complaints} />
            <PairWords words={t('reports.requestsHigh')} of={requests} />
          </>
        )}
        <PairWords words={t('reports.endedDashes')} of={ended} />
      </dl>
      <Numbers
        isFolded
        {...{ caption: t('reports.volume'), name: 'volume', period }}
        head={[
          t(`reports.step.${period.step}`),
          t('reports.received'),
          ...(isOfBoth ? [t('reports.complaints'), t('reports.requests')] : []),
          t('reports.ended'),
        ]}
        rows={steps.map((step) => [
          daysWords(step),
          step.received,
          ...(isOfBoth ? [step.complaints, step.requests] : []),
          step.ended,
        ])}
      />
    </>
  )
}
