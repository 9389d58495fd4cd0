// The reports: how much comes in, what is open, how long it takes, what was promised, what it is about and who works on it. Each panel asks for itself.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../../components/page-title.ts'
import { daysWords } from '../../days.ts'
import { BacklogPanel } from './backlog-panel.tsx'
import { HandlersPanel } from './handlers-panel.tsx'
import { PromisesPanel } from './promises-panel.tsx'
import { SurveyPanel } from '../surveys/survey-panel.tsx'
import { ReportFilters } from './report-filters.tsx'
import { volumeQuery } from './report-queries.ts'
import { readReportSearch } from './report-search.ts'
import { ChannelsPanel, FrequentWordsPanel, TopicsPanel } from './share-panels.tsx'
import { TimesPanel } from './times-panel.tsx'
import { VolumePanel } from './volume-panel.tsx'
import '../../styles/reports.css'

const route = getRouteApi('/house/reports')
/** Two columns, each read from top to bottom, and what needs the whole width below; a panel more is a line more here. */
const columns = [
  { volume: VolumePanel, times: TimesPanel, channels: ChannelsPanel },
  { backlog: BacklogPanel, promises: PromisesPanel, topics: TopicsPanel, frequentWords: FrequentWordsPanel },
  { handlers: HandlersPanel },
]

export function Reports() {
  const { t } = useTranslation()
  usePageTitle(t('place.reports'))
  const asked = readReportSearch(route.useSearch())
  const navigate = route.useNavigate()
  const { data } = useQuery(volumeQuery(asked))
  return (
    <div className="page reports">
      <h1>{t('place.reports')}</h1>
      <p className="lead">
        {data && t('reports.lead', { days: daysWords(data.period.days), before: daysWords(data.period.before) })}
      </p>
      <ReportFilters
        asked={asked}
        period={data?.period}
        onShow={(wanted) => {
          void navigate({ search: wanted, resetScroll: false })
        }}
      />
      <div className="report-panels">
        {columns.map((panels) => (
          <div key={Object.keys(panels).join()} className="stack">
            {Object.entries(panels).map(([name, PanelOf]) => (
              <PanelOf key={name} asked={asked} />
            ))}
          </div>
        ))}
        {data && (
          <div className="stack">
            <SurveyPanel {...data.period.days} />
          </div>
        )}
      </div>
    </div>
  )
}
