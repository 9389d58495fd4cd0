// What I am told, by which ways and at which hours; my webhook. My own settings: nobody else sees or changes them.
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { Loads } from '../../components/loads.tsx'
import { usePageTitle } from '../../components/page-title.ts'
import { Panel } from '../../components/panel.tsx'
import { NoticeChoices } from './notice-choices.tsx'
import { NoticeHours } from './notice-hours.tsx'
import { noticeSettingsQuery, saveNoticeSettings, type NoticeSettings } from './notice-queries.ts'
import { Webhook } from './webhook.tsx'

export function Notices() {
  const { t } = useTranslation()
  usePageTitle(t('settings.notices'))
  const query = useQuery(noticeSettingsQuery)
  return (
    <>
      <h1>{t('settings.notices')}</h1>
      <p className="lead">{t('notices.lead')}</p>
      <Loads query={query} room={560}>
        {(settings) => (
          <div className="stack">
            <SettingsForm settings={settings} />
            <Webhook settings={settings} />
          </div>
        )}
      </Loads>
    </>
  )
}

function SettingsForm({ settings }: { readonly settings: NoticeSettings }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [choices, setChoices] = useState(settings.choices)
  const [weekly, setWeekly] = useState(settings.weekly)
  const [timeZone, setTimeZone] = useState(settings.timeZone)
  const [promisesAlways, setPromisesAlways] = useState(settings.promisesAlways)
  const saving = useMutation({
    mutationFn: () => saveNoticeSettings({ choices, weekly, timeZone, promisesAlways }),
    onSuccess: (saved) => {
      client.setQueryData(noticeSettingsQuery.queryKey, saved)
    },
  })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      <Panel title={t('notices.choices')}>
        <NoticeChoices settings={settings} choices={choices} onChange={setChoices} />
      </Panel>
      <Panel title={t('notices.hours')}>
        <NoticeHours
          {...{ weekly, timeZone, promisesAlways }}
          onWeekly={setWeekly}
          onTimeZone={setTimeZone}
          onPromisesAlways={setPromisesAlways}
        />
      </Panel>
      {saving.isError && <ErrorState error={saving.error} kept={t('act.formKept')} />}
      <div className="row">
        <Button type="submit" loading={saving.isPending}>
          {t('notices.save')}
        </Button>
        {saving.isSuccess && <span role="status">{t('notices.saved')}</span>}
      </div>
    </form>
  )
}
