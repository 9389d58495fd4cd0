// For whom a person writes and who writes for them: with how one knows, whether the mandate was shown, and the ways to say so and to end it. Nothing is joined by it.
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type Representation,
  type RepresentationKind,
  representationKinds,
} from '../../../src/hear/customers/representatives/representation.schema.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { Loads } from '../../components/loads.tsx'
import { Time } from '../../components/time.tsx'
import { say } from '../../words.ts'
import { ChoosePerson } from './choose-person.tsx'
import { endRepresentation, represent, representationsQuery, showMandate } from './link-queries.ts'
import { useRelinked } from './use-relinked.ts'
import { WhyForm } from './why-form.tsx'

export function WritesFor({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const query = useQuery(representationsQuery(customerId))
  return (
    <Loads query={query} room={60}>
      {({ writesFor, spokenForBy }) => (
        <div className="panel-body one-person">
          {writesFor.length + spokenForBy.length === 0 && <p className="soft small">{t('writesFor.none')}</p>}
          <Side title={t('writesFor.for')} all={writesFor} />
          <Side title={t('writesFor.by')} all={spokenForBy} />
          <AddRepresentative customerId={customerId} />
        </div>
      )}
    </Loads>
  )
}

function Side({ title, all }: { readonly title: string; readonly all: readonly Representation[] }) {
  if (all.length === 0) return null
  return (
    <>
      <p className="small strong">{title}</p>
      <ul className="side-list" aria-label={title}>
        {all.map((one) => (
          <Line key={one.representationId} one={one} />
        ))}
      </ul>
    </>
  )
}

// words: writesFor.kind.*
function Line({ one: { representationId, other, kind, evidence, by, at, shown } }: { readonly one: Representation }) {
  const { t } = useTranslation()
  return (
    <li>
      <p className="small">
        <Link to="/customers/$customerId" params={{ customerId: other.customerId }}>
          <bdi>{other.name}</bdi>
        </Link>
        , {say(t, 'writesFor.kind', kind)}
      </p>
      <p className="tiny soft">
        <bdi>{evidence}</bdi> ({by}, <Time at={at} />)
      </p>
      {shown ? (
        <p className="tiny soft">
          <bdi>{t('writesFor.shown', { what: shown.what })}</bdi> ({t('writesFor.seenBy', { name: shown.to })}{' '}
          <Time at={shown.at} />)
        </p>
      ) : (
        <p className="tiny due">{t('writesFor.notShown')}</p>
      )}
      <div className="row">
        {!shown && (
          <WhyForm
            {...{ open: t('writesFor.show'), name: t('writesFor.showOf', { name: other.name }) }}
            {...{ label: t('writesFor.what'), act: t('writesFor.showAct') }}
            done={t('writesFor.showDone')}
            onSay={(what) => showMandate(representationId, what)}
          />
        )}
        <WhyForm
          {...{ open: t('writesFor.end'), name: t('writesFor.endOf', { name: other.name }), label: t('writesFor.why') }}
          {...{ act: t('writesFor.endAct'), done: t('writesFor.endDone') }}
          onSay={(why) => endRepresentation(representationId, why)}
        />
      </div>
    </li>
  )
}

function AddRepresentative({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const [by, setBy] = useState('')
  const [kind, setKind] = useState<RepresentationKind>('lawyer')
  const [evidence, setEvidence] = useState('')
  // A new search once it is kept.
  const [made, setMade] = useState(0)
  const relinked = useRelinked(t('writesFor.done'))
  const saying = useMutation({
    mutationFn: () => represent(customerId, { by, kind, evidence }),
    ...relinked,
    onSuccess: () => {
      relinked.onSuccess()
      setBy('')
      setEvidence('')
      setMade(made + 1)
    },
  })
  return (
    <>
      <ChoosePerson
        key={made}
        {...{ customerId, other: by, label: t('writesFor.add'), help: t('writesFor.help'), act: t('writesFor.choose') }}
        onChoose={setBy}
      />
      {by !== '' && (
        <form
          className="row reach"
          onSubmit={(event) => {
            event.preventDefault()
            saying.mutate()
          }}
        >
          <NativeSelect
            label={t('writesFor.as')}
            value={kind}
            onChange={(event) => {
              const chosen = representationKinds.find((one) => one === event.currentTarget.value)
              if (chosen) setKind(chosen)
            }}
            data={representationKinds.map((value) => ({ value, label: say(t, 'writesFor.kind', value) }))}
          />
          <TextInput
            label={t('writesFor.evidence')}
            required
            maxLength={1000}
            value={evidence}
            onChange={(event) => {
              setEvidence(event.currentTarget.value)
            }}
          />
          <Button type="submit" size="sm" loading={saying.isPending}>
            {t('writesFor.act')}
          </Button>
        </form>
      )}
      {saying.isError && <ErrorState error={saying.error} />}
    </>
  )
}
