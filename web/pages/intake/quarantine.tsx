// What came in and could not become a message by itself: why, its raw bytes to look at, and letting it in after all.
import { Button, Radio } from '@mantine/core'
import { infiniteQueryOptions, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { quarantineList, released, type QuarantinedRecord } from '../../../src/hear/intake/intake.schema.ts'
import { ask, send } from '../../api.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { Field } from '../../components/field.tsx'
import { usePageTitle } from '../../components/page-title.ts'
import { Panel } from '../../components/panel.tsx'
import { Time } from '../../components/time.tsx'
import { size } from '../../time-words.ts'

const quarantineQuery = infiniteQueryOptions({
  queryKey: ['quarantine'],
  queryFn: ({ pageParam, signal }) =>
    ask(
      quarantineList,
      `/api/quarantine${pageParam === null ? '' : `?before=${encodeURIComponent(pageParam)}`}`,
      signal,
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.earlier,
})

export function Quarantine() {
  const { t } = useTranslation()
  usePageTitle(t('settings.quarantine'))
  const query = useInfiniteQuery(quarantineQuery)
  const records = query.data?.pages.flatMap((page) => page.records) ?? []
  return (
    <>
      <h1>{t('settings.quarantine')}</h1>
      <p className="lead">{t('quarantine.lead')}</p>
      <Panel title={t('quarantine.title')}>
        {query.isError && records.length === 0 && (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        )}
        {query.isSuccess && records.length === 0 && (
          <EmptyState title={t('quarantine.none')}>{t('quarantine.noneHow')}</EmptyState>
        )}
        <ul className="rows rows-tall">
          {records.map((record) => (
            <Quarantined key={record.rawId} record={record} />
          ))}
        </ul>
        {query.hasNextPage && (
          <p className="panel-foot">
            <button
              type="button"
              className="link"
              disabled={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {t('quarantine.earlier')}
            </button>
          </p>
        )}
      </Panel>
    </>
  )
}

function Quarantined({ record }: { readonly record: QuarantinedRecord }) {
  const { t } = useTranslation()
  const [isReleasing, setReleasing] = useState(false)
  return (
    <li>
      <div>
        <p>
          <bdi className="strong">{record.subject ?? t('quarantine.noSubject')}</bdi>{' '}
          <span className="soft small">
            <bdi>{record.sender ?? t('quarantine.noSender')}</bdi>, <bdi>{record.channelName}</bdi>,{' '}
            <Time at={record.receivedAt} />, {size(record.size)}
          </span>
        </p>
        <p className="small">
          <bdi>{record.reason}</bdi>
        </p>
        {isReleasing && (
          <ReleaseForm
            record={record}
            onLeave={() => {
              setReleasing(false)
            }}
          />
        )}
      </div>
      {!isReleasing && (
        <span className="row">
          <a href={`/api/quarantine/${record.rawId}/raw`} download={`${record.rawId}.eml`} className="small">
            {t('quarantine.download')}
          </a>
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              setReleasing(true)
            }}
          >
            {t('quarantine.release')}
          </Button>
        </span>
      )}
    </li>
  )
}

function ReleaseForm({ record, onLeave }: { readonly record: QuarantinedRecord; readonly onLeave: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [as, setAs] = useState<'human' | 'machine'>('human')
  const [sender, setSender] = useState(record.sender ?? '')
  const releasing = useMutation({
    mutationFn: () =>
      send(released, 'POST', `/api/quarantine/${record.rawId}/release`, {
        as,
        senderAddress: sender.trim() === '' ? null : sender.trim(),
      }),
    onSuccess: onLeave,
    onSettled: () => Promise.all(['quarantine', 'desk'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        releasing.mutate()
      }}
    >
      <fieldset className="finding">
        <legend>{t('quarantine.who')}</legend>
        {(['human', 'machine'] as const).map((value) => (
          <Radio
            key={value}
            name={`as-${record.rawId}`}
            size="xs"
            label={t(`quarantine.${value}`)}
            checked={as === value}
            onChange={() => {
              setAs(value)
            }}
          />
        ))}
      </fieldset>
      <Field label={t('quarantine.sender')} type="email" required={false} value={sender} onChange={setSender} />
      {releasing.isError && <ErrorState error={releasing.error} />}
      <div className="row">
        <Button type="submit" loading={releasing.isPending}>
          {t('quarantine.release')}
        </Button>
        <button type="button" className="link" onClick={onLeave}>
          {t('act.notNow')}
        </button>
      </div>
    </form>
  )
}
