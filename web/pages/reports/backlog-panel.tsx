// What was open at the end of each day or week, how much of it was old, and how old it is at the end of the period.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { BacklogReport } from '../../../src/amend/reports/report.schema.ts'
import { BarChart } from '../../components/bar-chart.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loads } from '../../components/loads.tsx'
import { Panel } from '../../components/panel.tsx'
import { dayWords } from '../../days.ts'
import { FigureLink, numberWords } from './figure.tsx'
import { Numbers } from './numbers.tsx'
import { PairWords } from './pair-words.tsx'
import { backlogQuery } from './report-queries.ts'
import type { ReportQuery } from './report-search.ts'
import { endsOf } from './steps.ts'

export function BacklogPanel({ asked }: { readonly asked: ReportQuery }) {
  const { t } = useTranslation()
  const query = useQuery(backlogQuery(asked))
  return (
    <Panel title={t('reports.backlog')} aside={query.data && t(`reports.endOf.${query.data.period.step}`)}>
      <Loads query={query} room={260}>
        {(report) => <Backlog report={report} />}
      </Loads>
    </Panel>
  )
}

function Backlog({ report }: { readonly report: BacklogReport }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { open, old, ages, steps, period, oldAfterDays } = report
  if ([...steps, { open: open.before }].every((step) => step.open.cases === 0))
    return <EmptyState title={t('reports.noneOpen')}>{t('reports.noneOpenHow')}</EmptyState>
  const ageWords = ({ fromDays, toDays }: BacklogReport['ages'][number]) =>
    toDays === null ? t('reports.ageFrom', { days: fromDays }) : t('reports.age', { from: fromDays, to: toDays })
  return (
    <>
      <BarChart
        words={t('reports.backlogChart', { open: numberWords(open.now.cases), old: numberWords(old.now.cases) })}
        bars={steps.map((step) => ({
          words: t('reports.backlogBar', { day: dayWords(step.to), open: step.open.cases, old: step.old.cases }),
          low: step.old.cases,
          high: step.open.cases - step.old.cases,
          line: null,
        }))}
        ends={endsOf(steps.map(({ to }) => ({ from: to, to })))}
        onOpen={(at) => {
          const step = steps[at]
          if (step) void navigate({ to: '/register', search: step.open.filter })
        }}
      />
      <dl className="facts chart-facts">
        <PairWords words={t('reports.openOn', { day: dayWords(period.days.to) })} of={open} />
        <PairWords words={t('reports.oldLow', { days: oldAfterDays })} of={old} />
      </dl>
      <ul className="ages small">
        {ages.map((age) => (
          <li key={age.fromDays}>
            <span className="soft">{ageWords(age)}</span> <FigureLink of={age.open} />
          </li>
        ))}
      </ul>
      <Numbers
        isFolded
        {...{ caption: t('reports.backlog'), name: 'backlog', period }}
        head={[t('reports.endOfDay'), t('reports.open'), t('reports.old', { days: oldAfterDays })]}
        rows={steps.map((step) => [dayWords(step.to), step.open, step.old])}
      />
    </>
  )
}
