// Settings of surveys: whether customers are asked afterwards, when, how many and how often; the letter that asks; what they said.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loads } from '../../components/loads.tsx'
import { usePageTitle } from '../../components/page-title.ts'
import { Panel } from '../../components/panel.tsx'
import { meQuery } from '../staff/staff-queries.ts'
import { SurveyForm } from './survey-form.tsx'
import { SurveyPanel } from './survey-panel.tsx'
import { surveySettingsQuery } from './survey-queries.ts'

export function Surveys() {
  const { t } = useTranslation()
  usePageTitle(t('settings.surveys'))
  const { data: me } = useQuery(meQuery)
  return (
    <>
      <h1>{t('settings.surveys')}</h1>
      <p className="lead">{t('surveys.lead')}</p>
      <div className="stack">
        {me?.role === 'administrator' ? <Asking /> : <p className="soft">{t('surveys.readOnly')}</p>}
        <SurveyPanel />
      </div>
    </>
  )
}

function Asking() {
  const { t } = useTranslation()
  const query = useQuery(surveySettingsQuery)
  const [saved, setSaved] = useState<number | null>(null)
  return (
    <Loads query={query} room={560}>
      {(settings) => (
        <>
          <SurveyForm
            key={settings.version}
            settings={settings}
            isSaved={saved === settings.version}
            onSaved={setSaved}
          />
          <Panel title={t('surveys.letter')} aside={t('surveys.letterHelp')}>
            <div className="panel-body">
              <p>
                <strong>{settings.letter.subject}</strong>
              </p>
              <p className="survey-letter">{settings.letter.text}</p>
            </div>
          </Panel>
        </>
      )}
    </Loads>
  )
}
