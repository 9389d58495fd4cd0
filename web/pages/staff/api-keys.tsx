// Keys for programs that send complaints in: made, shown once, revoked.
import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyText } from '../../components/copy-text.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { Field } from '../../components/field.tsx'
import { Loads } from '../../components/loads.tsx'
import { usePageTitle } from '../../components/page-title.ts'
import { Panel } from '../../components/panel.tsx'
import { Time } from '../../components/time.tsx'
import { apiKeysQuery, type KeyDoor, keyDoors, makeApiKey, revokeApiKey } from './staff-queries.ts'

export function ApiKeys() {
  const { t } = useTranslation()
  usePageTitle(t('settings.api-keys'))
  const query = useQuery(apiKeysQuery)
  const client = useQueryClient()
  const renew = () => client.invalidateQueries({ queryKey: ['api-keys'] })
  const [name, setName] = useState('')
  const [opens, setOpens] = useState<KeyDoor>('complaints')
  const making = useMutation({
    mutationFn: () => makeApiKey({ name, opens }),
    onSuccess: () => {
      setName('')
    },
    onSettled: renew,
  })
  const revoking = useMutation({ mutationFn: revokeApiKey, onSettled: renew })
  return (
    <>
      <h1>{t('settings.api-keys')}</h1>
      <p className="lead">{t('keysFor.lead')}</p>
      <div className="stack">
        <Panel title={t('keysFor.new')}>
          <div className="panel-body">
            <form
              className="form form-line"
              onSubmit={(event) => {
                event.preventDefault()
                making.mutate()
              }}
            >
              <Field label={t('keysFor.name')} value={name} onChange={setName} autoComplete="off" />
              <NativeSelect
                label={t('keysFor.opens')}
                value={opens}
                data={keyDoors.map((value) => ({ value, label: t(`keysFor.doors.${value}`) }))}
                onChange={(event) => {
                  const chosen = keyDoors.find((one) => one === event.currentTarget.value)
                  if (chosen) setOpens(chosen)
                }}
              />
              <Button type="submit" variant="default" loading={making.isPending}>
                {t('keysFor.make')}
              </Button>
            </form>
            {making.isError && <ErrorState error={making.error} />}
            {making.data && (
              <div className="once" role="status">
                <p>{t('keysFor.once')}</p>
                <CopyText label={t('keysFor.key')} text={making.data.key} />
              </div>
            )}
          </div>
        </Panel>
        <Panel title={t('keysFor.title')}>
          <Loads query={query} room={80}>
            {({ keys }) =>
              keys.length === 0 ? (
                <EmptyState title={t('keysFor.none')}>{t('keysFor.noneHow')}</EmptyState>
              ) : (
                <ul className="rows">
                  {keys.map((key) => (
                    <li key={key.apiKeyId}>
                      <bdi>{key.name}</bdi>
                      <span className="soft small">
                        {t(`keysFor.doors.${key.opens}`)} ·{' '}
                        {key.usedAt === null ? (
                          t('keysFor.unused')
                        ) : (
                          <>
                            {t('keysFor.used')} <Time at={key.usedAt} />
                          </>
                        )}
                      </span>
                      {key.revokedAt === null ? (
                        <button
                          type="button"
                          className="link"
                          disabled={revoking.isPending}
                          onClick={() => {
                            revoking.mutate(key.apiKeyId)
                          }}
                        >
                          {t('keysFor.revoke', { name: key.name })}
                        </button>
                      ) : (
                        <span className="soft small">
                          {t('keysFor.revoked')} <Time at={key.revokedAt} />
                        </span>
                      )}
                    </li>
                  ))}
                </ul>
              )
            }
          </Loads>
          {revoking.isError && <ErrorState error={revoking.error} />}
        </Panel>
      </div>
    </>
  )
}
