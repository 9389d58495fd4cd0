// Letters to the customer come back: since when and why, where else they may be reached, and the address to write to from now on.
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../components/announcer.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { Time } from '../../components/time.tsx'
import { say } from '../../words.ts'
import type { CaseView } from './case-queries.ts'
import { useCaseCommand } from './use-case-command.ts'

type Lost = NonNullable<CaseView['unreachable']>

export function Unreachable({ current }: { readonly current: CaseView }) {
  const { unreachable } = current
  return unreachable && <Panel current={current} lost={unreachable} />
}

function Panel({ current, lost }: { readonly current: CaseView; readonly lost: Lost }) {
  const { t } = useTranslation()
  const [address, setAddress] = useState(lost.others.find(({ kind }) => kind === 'email')?.value ?? '')
  const reaching = useCaseCommand(current, () => {
    announce(t('reach.done'))
  })
  return (
    <section className="danger lost" aria-labelledby="reach-title">
      <h2 id="reach-title">{t('reach.title')}</h2>
      <p className="small">
        {t('reach.returned', { address: lost.address })} <Time at={lost.since} />. <bdi>{lost.why}</bdi>
      </p>
      {lost.others.length > 0 && (
        <ul className="small">
          {lost.others.map(({ kind, value }) => (
            <li key={value}>
              {say(t, 'identityKind', kind)}: <bdi>{value}</bdi>
            </li>
          ))}
        </ul>
      )}
      {current.relation === 'own' && (
        <form
          className="row reach"
          onSubmit={(event) => {
            event.preventDefault()
            reaching.mutate({ do: 'reach', address })
          }}
        >
          <TextInput
            label={t('reach.address')}
            type="email"
            required
            value={address}
            onChange={(event) => {
              setAddress(event.currentTarget.value)
            }}
          />
          <Button type="submit" size="sm" loading={reaching.isPending}>
            {t('reach.act')}
          </Button>
        </form>
      )}
      <p className="tiny soft">{t('reach.help')}</p>
      {reaching.isError && <ErrorState error={reaching.error} />}
    </section>
  )
}
