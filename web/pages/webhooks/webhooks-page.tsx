// Settings: webhooks for programs. Made with the events they want and a secret that is shown once.
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventKind } from '../../../src/platform/webhooks/webhook.schema.ts'
import { CopyText } from '../../components/copy-text.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { Field } from '../../components/field.tsx'
import { Loads } from '../../components/loads.tsx'
import { usePageTitle } from '../../components/page-title.ts'
import { Panel } from '../../components/panel.tsx'
import { KindChoice } from './kind-choice.tsx'
import { makeWebhook, webhooksQuery } from './webhook-queries.ts'
import { WebhookPanel } from './webhook-panel.tsx'

export function Webhooks() {
  const { t } = useTranslation()
  usePageTitle(t('settings.webhooks'))
  const query = useQuery(webhooksQuery)
  return (
    <>
      <h1>{t('settings.webhooks')}</h1>
      <p className="lead">{t('webhooks.lead')}</p>
      <div className="stack">
        <Loads query={query} room={120}>
          {({ webhooks }) => (
            <>
              {webhooks.length === 0 && (
                <div className="panel">
                  <EmptyState title={t('webhooks.none')}>{t('webhooks.noneHow')}</EmptyState>
                </div>
              )}
              {webhooks.map((one) => (
                <WebhookPanel key={one.webhookId} webhook={one} />
              ))}
            </>
          )}
        </Loads>
        <Panel title={t('webhooks.new')}>
          <NewWebhook />
        </Panel>
      </div>
    </>
  )
}

const usual: readonly EventKind[] = ['case.opened', 'case.resolved', 'promise.broken']

function NewWebhook() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [url, setUrl] = useState('')
  const [kinds, setKinds] = useState(usual)
  const making = useMutation({
    mutationFn: () => makeWebhook({ url, kinds }),
    onSuccess: () => {
      setUrl('')
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['webhooks'] }),
  })
  return (
    <div className="panel-body">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          making.mutate()
        }}
      >
        <Field
          label={t('webhooks.url')}
          help={t('webhooks.urlHelp')}
          value={url}
          onChange={setUrl}
          autoComplete="off"
        />
        <KindChoice label={t('webhooks.kinds')} chosen={kinds} onChoose={setKinds} />
        {making.isError && <ErrorState error={making.error} />}
        <Button type="submit" variant="default" loading={making.isPending} disabled={kinds.length === 0}>
          {t('webhooks.make')}
        </Button>
      </form>
      {making.data && (
        <div className="once" role="status">
          <p>{t('webhooks.once')}</p>
          <CopyText label={t('webhooks.secret')} text={making.data.secret} />
        </div>
      )}
    </div>
  )
}
