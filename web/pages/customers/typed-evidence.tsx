// What colleagues typed of a person, with who and when, and that it counts for nothing until somebody else has seen a document.
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { Loads } from '../../components/loads.tsx'
import { Time } from '../../components/time.tsx'
import { type Evidence, evidenceQuery, takeEvidenceBack, verifyEvidence } from './evidence-queries.ts'
import { TypeEvidence } from './type-evidence.tsx'
import { useRecounted } from './use-recounted.ts'

export function TypedEvidence({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const query = useQuery(evidenceQuery(customerId))
  return (
    <Loads query={query} room={60}>
      {({ evidence }) => (
        <div className="panel-body one-person">
          <p className="soft small">{t('evidence.lead')}</p>
          {evidence.length > 0 && (
            <ul className="side-list">
              {evidence.map((one) => (
                <EvidenceLine key={one.evidenceId} one={one} />
              ))}
            </ul>
          )}
          <TypeEvidence customerId={customerId} />
        </div>
      )}
    </Loads>
  )
}

function EvidenceLine({ one }: { readonly one: Evidence }) {
  const { t } = useTranslation()
  const takingBack = useMutation({
    mutationFn: () => takeEvidenceBack(one.evidenceId),
    ...useRecounted(t('evidence.takenBack')),
  })
  return (
    <li>
      <p className="small">
        <strong>{t(`evidence.standings.${one.standing}`)}</strong>{' '}
        {one.kind === 'purchase'
          ? t('evidence.bought', { amount: one.amount, currency: one.currency })
          : t('evidence.cameBy', { name: one.toldBy?.name ?? '' })}{' '}
        <Time at={one.at} />: <bdi>{one.words}</bdi>
      </p>
      <p className="tiny soft">
        {t('evidence.typedBy', { name: one.typed.name })} <Time at={one.typed.at} />
        {one.verified && (
          <>
            {' · '}
            {t('evidence.verifiedBy', { name: one.verified.name })} <Time at={one.verified.at} />:{' '}
            <bdi>{one.verified.document}</bdi>
          </>
        )}
      </p>
      {one.standing === 'claimed' && !one.typed.isMe && <Verify one={one} />}
      {one.standing !== 'verified' && one.typed.isMe && (
        <button
          type="button"
          className="link"
          onClick={() => {
            takingBack.mutate()
          }}
        >
          {t('evidence.takeBack')}
        </button>
      )}
      {takingBack.isError && <ErrorState error={takingBack.error} />}
    </li>
  )
}

function Verify({ one }: { readonly one: Evidence }) {
  const { t } = useTranslation()
  const [document, setDocument] = useState('')
  const verifying = useMutation({
    mutationFn: () => verifyEvidence(one.evidenceId, document),
    ...useRecounted(t('evidence.verifiedNow')),
  })
  return (
    <form
      className="row reach"
      onSubmit={(event) => {
        event.preventDefault()
        verifying.mutate()
      }}
    >
      <TextInput
        label={t('evidence.document')}
        description={t('evidence.documentHelp')}
        required
        withAsterisk={false}
        maxLength={300}
        value={document}
        onChange={(event) => {
          setDocument(event.currentTarget.value)
        }}
      />
      <Button type="submit" size="sm" loading={verifying.isPending}>
        {t('evidence.verify')}
      </Button>
      {verifying.isError && <ErrorState error={verifying.error} kept={t('act.formKept')} />}
    </form>
  )
}
