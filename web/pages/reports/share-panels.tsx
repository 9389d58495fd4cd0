// Where cases came in, and what they are about.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { FrequentWordsReport } from '../../../src/amend/reports/report.schema.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loads } from '../../components/loads.tsx'
import { Panel } from '../../components/panel.tsx'
import { percent, say } from '../../words.ts'
import { FigureLink, numberWords } from './figure.tsx'
import { Numbers } from './numbers.tsx'
import { channelsQuery, frequentWordsQuery, topicsQuery } from './report-queries.ts'
import type { ReportQuery } from './report-search.ts'

interface Props {
  readonly asked: ReportQuery
}

// words: channel.*
export function ChannelsPanel({ asked }: Props) {
  const { t } = useTranslation()
  return (
    <Panel title={t('reports.channels')} aside={t('reports.channelsAside')}>
      <Loads query={useQuery(channelsQuery(asked))} room={140}>
        {({ channels, period }) =>
          channels.length === 0 ? (
            <EmptyState title={t('reports.nothing')}>{t('reports.nothingHow')}</EmptyState>
          ) : (
            <Numbers
              {...{ caption: t('reports.channels'), name: 'channels', period }}
              head={[t('register.channel'), t('reports.received'), t('reports.share'), t('reports.beforeHead')]}
              rows={channels.map(({ channel, received }) => [
                say(t, 'channel', channel),
                received.now,
                shareWords(
                  received.now.cases,
                  channels.reduce((sum, one) => sum + one.received.now.cases, 0),
                ),
                received.before,
              ])}
            />
          )
        }
      </Loads>
    </Panel>
  )
}

// words: stage.*
export function TopicsPanel({ asked }: Props) {
  const { t } = useTranslation()
  const unsaid = t('register.unsaid')
  return (
    <Panel title={t('reports.topics')} aside={t('reports.topicsAside')}>
      <Loads query={useQuery(topicsQuery(asked))} room={260}>
        {({ topics, stages, period }) =>
          topics.length === 0 ? (
            <EmptyState title={t('reports.nothing')}>{t('reports.nothingHow')}</EmptyState>
          ) : (
            <>
              <Numbers
                {...{ caption: t('reports.topics'), name: 'topics', period }}
                head={[t('register.topic'), t('reports.received'), t('reports.beforeHead')]}
                rows={topics.map(({ name, received }) => [name ?? unsaid, received.now, received.before])}
              />
              <Numbers
                {...{ caption: t('reports.stages'), name: 'stages', period }}
                head={[t('register.stage'), t('reports.received'), t('reports.beforeHead')]}
                rows={stages.map(({ stage, received }) => [
                  stage === null ? unsaid : say(t, 'stage', stage),
                  received.now,
                  received.before,
                ])}
              />
            </>
          )
        }
      </Loads>
    </Panel>
  )
}

const shareWords = (part: number, all: number): string => (all === 0 ? '' : percent(part / all))

export function FrequentWordsPanel({ asked }: Props) {
  const { t } = useTranslation()
  return (
    <Panel title={t('reports.frequentWords')} aside={t('reports.frequentWordsAside')}>
      <Loads query={useQuery(frequentWordsQuery(asked))} room={260}>
        {(report) => <FrequentWords report={report} />}
      </Loads>
    </Panel>
  )
}

function FrequentWords({ report: { frequent, looked } }: { readonly report: FrequentWordsReport }) {
  const { t } = useTranslation()
  if (frequent.length === 0)
    return <EmptyState title={t('reports.noFrequentWords')}>{t('reports.noFrequentWordsHow')}</EmptyState>
  return (
    <>
      <ul className="frequent-words">
        {frequent.map(({ words, received, examples }) => (
          <li key={words}>
            <p className="frequent-head">
              <bdi className="strong">{words}</bdi>
              <span className="figures">
                <FigureLink of={received.now} />
                <span className="soft small before">
                  {t('reports.beforeThat')} <FigureLink of={received.before} />
                </span>
              </span>
            </p>
            <ul className="frequent-voices">
              {examples.map(({ caseId, number, matter }) => (
                <li key={caseId} className="cut">
                  <Link to="/cases/$caseId" params={{ caseId }} aria-label={`${number} ${matter}`}>
                    <bdi className="voice">{matter}</bdi>
                  </Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <p className="tiny soft panel-note">
        {t('reports.frequentWordsNote', { count: looked, looked: numberWords(looked) })}
      </p>
    </>
  )
}
