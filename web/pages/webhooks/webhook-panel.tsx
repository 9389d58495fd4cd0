// One webhook: how it fares, what it is told of, and what can be done with it.
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventKind, Webhook } from '../../../src/platform/webhooks/webhook.schema.ts'
import { CopyText } from '../../components/copy-text.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { Panel } from '../../components/panel.tsx'
import { Time } from '../../components/time.tsx'
import { Deliveries } from './deliveries.tsx'
import { KindChoice } from './kind-choice.tsx'
import { changeKinds, renewSecret, switchWebhook, testWebhook } from './webhook-queries.ts'

export function WebhookPanel({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const renew = () => client.invalidateQueries({ queryKey: ['webhooks'] })
  const { webhookId, host, kinds, off, failingSince, waiting, failed } = webhook
  const [open, setOpen] = useState<'kinds' | 'deliveries' | null>(null)
  const switching = useMutation({
    mutationFn: (to: 'on' | 'off' | 'delete') => switchWebhook(webhookId, to),
    onSettled: renew,
  })
  const testing = useMutation({ mutationFn: () => testWebhook(webhookId) })
  const renewing = useMutation({ mutationFn: () => renewSecret(webhookId), onSettled: renew })
  const press = (label: string, onPress: () => void, isPending = false) => (
    <button type="button" className="link" disabled={isPending} onClick={onPress}>
      {label}
    </button>
  )
  const toggle = (part: 'kinds' | 'deliveries') => {
    setOpen(open === part ? null : part)
  }
  return (
    <Panel title={host} aside={kinds.join(', ')}>
      <div className="panel-body stack">
        <p role="status">
          {off !== null ? (
            <span className="late strong">
              {t('webhooks.isOff')} <Time at={off.since} />
            </span>
          ) : failingSince !== null ? (
            <span className="late strong">
              {t('webhooks.isFailing')} <Time at={failingSince} />
            </span>
          ) : (
            <span className="strong">{t('webhooks.isOn')}</span>
          )}
          <span className="soft">
            {waiting > 0 && <> {t('webhooks.waiting', { count: waiting })}</>}
            {failed > 0 && <> {t('webhooks.failed', { count: failed })}</>}
          </span>
        </p>
        {off !== null && off.why !== '' && (
          <p className="small break">
            <bdi>{off.why}</bdi>
          </p>
        )}
        <div className="row">
          {press(
            t('webhooks.test'),
            () => {
              testing.mutate()
            },
            testing.isPending,
          )}
          {press(t('webhooks.deliveries'), () => {
            toggle('deliveries')
          })}
          {press(t('webhooks.choose'), () => {
            toggle('kinds')
          })}
          {press(
            t('webhooks.renew'),
            () => {
              renewing.mutate()
            },
            renewing.isPending,
          )}
          {press(
            t(off === null ? 'webhooks.off' : 'webhooks.on'),
            () => {
              switching.mutate(off === null ? 'off' : 'on')
            },
            switching.isPending,
          )}
          {press(
            t('webhooks.delete'),
            () => {
              switching.mutate('delete')
            },
            switching.isPending,
          )}
        </div>
        {testing.data && (
          <p role="status" className={testing.data.ok ? undefined : 'late'}>
            {t(testing.data.ok ? 'webhooks.tested' : 'webhooks.testedNot')}{' '}
            <bdi className="break">{testing.data.words}</bdi>
          </p>
        )}
        {[testing, switching, renewing].map((one, at) => one.isError && <ErrorState key={at} error={one.error} />)}
        {renewing.data && (
          <div className="once" role="status">
            <p>{t('webhooks.renewed')}</p>
            <CopyText label={t('webhooks.secret')} text={renewing.data.secret} />
          </div>
        )}
        {open === 'kinds' && (
          <Kinds
            webhookId={webhookId}
            kinds={kinds}
            onKept={() => {
              setOpen(null)
            }}
          />
        )}
        {open === 'deliveries' && <Deliveries webhookId={webhookId} />}
      </div>
    </Panel>
  )
}

interface KindsProps {
  readonly webhookId: string
  readonly kinds: readonly EventKind[]
  readonly onKept: () => void
}

function Kinds({ webhookId, kinds, onKept }: KindsProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [chosen, choose] = useState(kinds)
  const keeping = useMutation({
    mutationFn: () => changeKinds(webhookId, chosen),
    onSuccess: onKept,
    onSettled: () => client.invalidateQueries({ queryKey: ['webhooks'] }),
  })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        keeping.mutate()
      }}
    >
      <KindChoice label={t('webhooks.kinds')} chosen={chosen} onChoose={choose} />
      {keeping.isError && <ErrorState error={keeping.error} />}
      <Button type="submit" variant="default" loading={keeping.isPending} disabled={chosen.length === 0}>
        {t('webhooks.keep')}
      </Button>
    </form>
  )
}
