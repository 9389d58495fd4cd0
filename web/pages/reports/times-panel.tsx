// How long customers waited: the middle one and the slowest tenth, in business hours and by the wall clock, with those who still wait.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Quantile, TimesReport, TimeTaken } from '../../../src/amend/reports/report.schema.ts'
import { Loads } from '../../components/loads.tsx'
import { Panel } from '../../components/panel.tsx'
import type { Translate } from '../../words.ts'
import { FigureLink } from './figure.tsx'
import { Numbers, type Cell } from './numbers.tsx'
import { timesQuery } from './report-queries.ts'
import type { ReportQuery } from './report-search.ts'

export function TimesPanel({ asked }: { readonly asked: ReportQuery }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('reports.times')} aside={t('reports.timesAside')}>
      <Loads query={useQuery(timesQuery(asked))} room={260}>
        {(report) => <Times report={report} />}
      </Loads>
    </Panel>
  )
}

function Times({ report }: { readonly report: TimesReport }) {
  const { t } = useTranslation()
  const { first, end, period } = report
  const rows = (
    [
      ['first', first],
      ['end', end],
    ] as const
  ).flatMap(([name, taken]) => rowsOf(t(`reports.time.${name}`), taken, t))
  return (
    <>
      <Numbers
        {...{ caption: t('reports.times'), name: 'times', period, rows }}
        head={[t('reports.time.what'), t('reports.median'), t('reports.ninetieth'), t('reports.beforeHead')]}
      />
      <dl className="facts">
        <div>
          <dt>{t('reports.time.firstOf')}</dt>
          <dd>
            <FigureLink of={first.done.now} />
          </dd>
        </div>
        <Waiting taken={first} />
        <div>
          <dt>{t('reports.time.endOf')}</dt>
          <dd>
            <FigureLink of={end.done.now} />
          </dd>
        </div>
        <Waiting taken={end} />
      </dl>
      <p className="tiny soft panel-note">{t('reports.timesNote')}</p>
    </>
  )
}

function Waiting({ taken: { waiting, without } }: { readonly taken: TimeTaken }) {
  const { t } = useTranslation()
  return (
    <>
      <div className="inset">
        <dt>{t(without === null ? 'reports.stillOpen' : 'reports.stillWaiting')}</dt>
        <dd>
          <FigureLink of={waiting} />
        </dd>
      </div>
      {without !== null && without.cases > 0 && (
        <div className="inset">
          <dt>{t('reports.without')}</dt>
          <dd>
            <FigureLink of={without} />
          </dd>
        </div>
      )}
    </>
  )
}

function rowsOf(name: string, taken: TimeTaken, t: Translate): readonly (readonly [string, ...Cell[]])[] {
  return (['business', 'wall'] as const).map((scale) => [
    t(`reports.scale.${scale}`, { what: name }),
    timeWords(taken[scale].median, t),
    timeWords(taken[scale].ninetieth, t),
    timeWords(taken.before[scale].median, t),
  ])
}

/** `28 min`, `3.4 h`, `2.5 days`; business hours stay hours, since a day of them is none. */
function timeWords({ minutes, why }: Quantile, t: Translate): string {
  if (minutes === null) return t(why === 'open' ? 'reports.undecided' : 'reports.few')
  if (minutes < 90) return t('time.minutes', { minutes })
  const hours = minutes / 60
  const digits = hours < 10 ? 1 : 0
  return t('time.hours', { hours: hours.toLocaleString(navigator.language, { maximumFractionDigits: digits }) })
}
