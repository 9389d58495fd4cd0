// What customers said afterwards in some days: of how many asked, what, and how sure that is. Every figure opens its cases.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SurveyFigures } from '../../../src/amend/surveys/survey.schema.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { EstimateBar, ShareWords } from '../../components/estimate-bar.tsx'
import { Loads } from '../../components/loads.tsx'
import { Panel } from '../../components/panel.tsx'
import { surveyFiguresQuery } from './survey-queries.ts'

interface Props {
  /** Days of the company, both included; the last ninety where absent. */
  readonly from?: string
  readonly to?: string
}

export function SurveyPanel({ from, to }: Props) {
  const { t } = useTranslation()
  const query = useQuery(
    surveyFiguresQuery({ ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }),
  )
  const { data } = query
  const aside = data && t('surveys.days', { from: data.from, to: data.to })
  return (
    <Panel title={t('surveys.said')} {...(aside === undefined ? {} : { aside })}>
      <Loads query={query} room={220}>
        {(figures) =>
          figures.asked === 0 ? (
            <EmptyState title={t('surveys.nobodyAsked')}>{t('surveys.nobodyAskedHow')}</EmptyState>
          ) : (
            <Said figures={figures} />
          )
        }
      </Loads>
    </Panel>
  )
}

function Said({ figures }: { readonly figures: SurveyFigures }) {
  const { t } = useTranslation()
  const { asked, answered, returned, low, response, items, fewest } = figures
  const cases = (survey: string, words: ReactNode, name?: string): ReactNode => (
    <Link
      to="/register"
      search={{ survey, askedFrom: figures.from, askedTo: figures.to }}
      {...(name === undefined ? {} : { 'aria-label': name })}
    >
      {words}
    </Link>
  )
  return (
    <div className="panel-body survey-figures">
      <p>
        {cases('asked', t('surveys.asked', { count: asked }))},{' '}
        {cases('answered', t('surveys.answered', { count: answered }))}
        {response === null ? (
          <> {t('surveys.notEnough', { fewest })}</>
        ) : (
          <>
            {': '}
            <ShareWords {...response} />
          </>
        )}
        . {cases('low', t('surveys.low', { count: low }))}.
        {returned > 0 && <span className="soft"> {t('surveys.returned', { count: returned })}</span>}
      </p>
      <p className="soft small">{t('surveys.scale')}</p>
      <div className="table-box">
        <table className="table" aria-label={t('surveys.said')}>
          <thead>
            <tr>
              <th scope="col">{t('surveys.item')}</th>
              <th scope="col" className="number">
                {t('surveys.mean')}
              </th>
              <th scope="col">{t('surveys.high')}</th>
              {[1, 2, 3, 4, 5].map((score) => (
                <th key={score} scope="col" className="number">
                  {score}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map(({ item, mean, high, scores }) => (
              <tr key={item}>
                <th scope="row">{t(`surveys.items.${item}`)}</th>
                <td className="number">{mean === null ? '–' : mean.toFixed(1)}</td>
                <td>
                  {high === null ? (
                    <span className="soft">{t('surveys.notEnough', { fewest })}</span>
                  ) : (
                    <span className="survey-share">
                      <EstimateBar {...high} />
                      {cases(`${item}-high`, <ShareWords {...high} />)}
                    </span>
                  )}
                </td>
                {scores.map((count, index) => (
                  <td key={index} className="number">
                    {count === 0
                      ? '0'
                      : cases(
                          `${item}-${String(index + 1)}`,
                          count,
                          t('surveys.gave', { count, score: index + 1, item: t(`surveys.items.${item}`) }),
                        )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
