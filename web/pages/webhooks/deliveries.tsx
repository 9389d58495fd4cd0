// What was sent to a webhook, what came of it, and sending it again.
import { Button, TextInput } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Delivery } from '../../../src/platform/webhooks/webhook.schema.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { Loads } from '../../components/loads.tsx'
import { More } from '../../components/more.tsx'
import { Time } from '../../components/time.tsx'
import { say } from '../../words.ts'
import { deliveriesQuery, replay, sendAgain } from './webhook-queries.ts'

// words: deliveryState.*
export function Deliveries({ webhookId }: { readonly webhookId: string }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(deliveriesQuery(webhookId))
  return (
    <>
      <Loads query={query} room={120}>
        {({ pages }) => {
          const all = pages.flatMap(({ deliveries }) => deliveries)
          if (all.length === 0) return <p className="soft">{t('webhooks.noDeliveries')}</p>
          return (
            <ul className="rows rows-tall" aria-label={t('webhooks.deliveries')}>
              {all.map((one) => (
                <DeliveryLine key={one.deliveryId} webhookId={webhookId} delivery={one} />
              ))}
            </ul>
          )
        }}
      </Loads>
      <More query={query} />
      <Replay webhookId={webhookId} />
    </>
  )
}

function DeliveryLine({ webhookId, delivery }: { readonly webhookId: string; readonly delivery: Delivery }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const again = useMutation({
    mutationFn: () => sendAgain(webhookId, delivery.deliveryId),
    onSettled: () => client.invalidateQueries({ queryKey: ['webhooks'] }),
  })
  const { kind, at, state, tries, status, answer, dueAt } = delivery
  return (
    <li>
      <div>
        <span>{kind}</span> <Time at={at} />
        <p className="soft small break">
          <span className={state === 'failed' ? 'late' : undefined}>{say(t, 'deliveryState', state)}</span>
          {tries > 0 && <>, {t('webhooks.tries', { count: tries })}</>}
          {status !== null && <>, {String(status)}</>}
          {answer !== null && answer !== '' && (
            <>
              , <bdi>{answer}</bdi>
            </>
          )}
          {state === 'waiting' && tries > 0 && (
            <>
              , {t('webhooks.next')} <Time at={dueAt} />
            </>
          )}
        </p>
        {again.isError && <ErrorState error={again.error} />}
      </div>
      {state !== 'waiting' && (
        <button
          type="button"
          className="link"
          disabled={again.isPending}
          aria-label={t('webhooks.againOf', { kind })}
          onClick={() => {
            again.mutate()
          }}
        >
          {t('webhooks.again')}
        </button>
      )}
    </li>
  )
}

function Replay({ webhookId }: { readonly webhookId: string }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [since, setSince] = useState('')
  const replaying = useMutation({
    mutationFn: () => replay(webhookId, new Date(since).toISOString()),
    onSettled: () => client.invalidateQueries({ queryKey: ['webhooks'] }),
  })
  return (
    <form
      className="form form-line"
      onSubmit={(event) => {
        event.preventDefault()
        replaying.mutate()
      }}
    >
      <TextInput
        type="datetime-local"
        label={t('webhooks.since')}
        value={since}
        required
        withAsterisk={false}
        onChange={(event) => {
          setSince(event.currentTarget.value)
        }}
      />
      <Button type="submit" variant="default" loading={replaying.isPending}>
        {t('webhooks.replay')}
      </Button>
      {replaying.isError && <ErrorState error={replaying.error} />}
      {replaying.data && <p role="status">{t('webhooks.replayed', { count: replaying.data.count })}</p>}
    </form>
  )
}
