// My webhook: where it goes (by its host), how it fares, a test, another address, none.
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { Field } from '../../components/field.tsx'
import { fieldError } from '../../components/form-fields.ts'
import { Panel } from '../../components/panel.tsx'
import { Time } from '../../components/time.tsx'
import { changeWebhook, noticeSettingsQuery, setWebhook, testWebhook, type NoticeSettings } from './notice-queries.ts'

export function Webhook({ settings }: { readonly settings: NoticeSettings }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const keep = (saved: NoticeSettings) => {
    client.setQueryData(noticeSettingsQuery.queryKey, saved)
  }
  const [url, setUrl] = useState('')
  const setting = useMutation({
    mutationFn: () => setWebhook(url),
    onSuccess: (saved) => {
      setUrl('')
      trying.reset()
      keep(saved)
    },
  })
  const changing = useMutation({ mutationFn: changeWebhook, onSuccess: keep })
  const trying = useMutation({
    mutationFn: testWebhook,
    onSettled: () => client.invalidateQueries({ queryKey: noticeSettingsQuery.queryKey }),
  })
  const { webhook } = settings
  return (
    <Panel title={t('notices.way.webhook')} aside={webhook?.host}>
      <div className="panel-body">
        <p className="soft small">{t('notices.webhook.help', { count: settings.mostFailures })}</p>
        {webhook !== null && <HowItFares webhook={webhook} />}
        {webhook !== null && (
          <div className="row">
            {webhook.isOff && (
              <button
                type="button"
                className="link"
                disabled={changing.isPending}
                onClick={() => {
                  changing.mutate('on')
                }}
              >
                {t('notices.webhook.on')}
              </button>
            )}
            <button
              type="button"
              className="link"
              disabled={trying.isPending}
              onClick={() => {
                trying.mutate()
              }}
            >
              {t('notices.webhook.test')}
            </button>
            <button
              type="button"
              className="link"
              disabled={changing.isPending}
              onClick={() => {
                trying.reset()
                changing.mutate('remove')
              }}
            >
              {t('notices.webhook.remove')}
            </button>
          </div>
        )}
        {trying.isError && <ErrorState error={trying.error} />}
        {trying.data && (
          <p role="status">
            {trying.data.ok ? (
              t('notices.webhook.worked')
            ) : (
              <>
                {t('notices.webhook.failed')} <span lang="en">{trying.data.words}</span>
              </>
            )}
          </p>
        )}
        {changing.isError && <ErrorState error={changing.error} />}
        <form
          className="form form-line"
          onSubmit={(event) => {
            event.preventDefault()
            setting.mutate()
          }}
        >
          <Field
            label={t(webhook === null ? 'notices.webhook.address' : 'notices.webhook.another')}
            help={t('notices.webhook.addressHelp')}
            autoComplete="off"
            value={url}
            error={fieldError(setting.error, 'url')}
            onChange={setUrl}
          />
          <Button type="submit" variant="default" loading={setting.isPending}>
            {t('notices.webhook.set')}
          </Button>
        </form>
        {setting.isError && fieldError(setting.error, 'url') === undefined && <ErrorState error={setting.error} />}
      </div>
    </Panel>
  )
}

function HowItFares({ webhook }: { readonly webhook: NonNullable<NoticeSettings['webhook']> }) {
  const { t } = useTranslation()
  const { isOff, failingSince, why } = webhook
  if (failingSince === null)
    return <p className="strong">{t(isOff ? 'notices.webhook.isOff' : 'notices.webhook.inOrder')}</p>
  return (
    <p>
      <span className="late strong">{t(isOff ? 'notices.webhook.off' : 'notices.webhook.failing')}</span>{' '}
      {t('notices.webhook.since')} <Time at={failingSince} />. <span lang="en">{why}</span>
    </p>
  )
}
