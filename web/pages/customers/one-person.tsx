// Who here is taken for the same person, on what that rests, and the ways to say so and to take it back. Nothing is moved by either.
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { Loads } from '../../components/loads.tsx'
import { Time } from '../../components/time.tsx'
import { searchQuery } from '../register/search-queries.ts'
import { LinkPreview } from './link-preview.tsx'
import { linksQuery, separatePeople, type PersonLinks } from './link-queries.ts'
import { SuggestedPeople } from './suggested-people.tsx'
import { useRelinked } from './use-relinked.ts'

export function OnePerson({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const query = useQuery(linksQuery(customerId))
  return (
    <Loads query={query} room={60}>
      {({ links }) => (
        <div className="panel-body one-person">
          {links.length === 0 ? (
            <p className="soft small">{t('onePerson.none')}</p>
          ) : (
            <ul className="side-list">
              {links.map((link) => (
                <LinkLine key={link.linkId} customerId={customerId} link={link} />
              ))}
            </ul>
          )}
          <SuggestedPeople customerId={customerId} />
          <AddLink customerId={customerId} />
        </div>
      )}
    </Loads>
  )
}

interface LineProps {
  readonly customerId: string
  readonly link: PersonLinks['links'][number]
}

function LinkLine({ customerId, link }: LineProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const [why, setWhy] = useState('')
  const separating = useMutation({
    mutationFn: () => separatePeople(customerId, link.linkId, why),
    ...useRelinked(t('onePerson.undone')),
  })
  return (
    <li>
      <p className="small">
        {link.ends.map((end, at) => (
          <span key={end.customerId}>
            {at > 0 && ' + '}
            <Link to="/customers/$customerId" params={{ customerId: end.customerId }}>
              <bdi>{end.name}</bdi>
            </Link>
          </span>
        ))}
      </p>
      <p className="tiny soft">
        <bdi>{link.evidence}</bdi> ({link.by}, <Time at={link.at} />)
      </p>
      {isOpen ? (
        <form
          className="row reach"
          onSubmit={(event) => {
            event.preventDefault()
            separating.mutate()
          }}
        >
          <TextInput
            label={t('onePerson.why')}
            required
            autoFocus
            value={why}
            onChange={(event) => {
              setWhy(event.currentTarget.value)
            }}
          />
          <Button type="submit" size="sm" loading={separating.isPending}>
            {t('onePerson.separateAct')}
          </Button>
        </form>
      ) : (
        <button
          type="button"
          className="link"
          onClick={() => {
            setOpen(true)
          }}
        >
          {t('onePerson.separate')}
        </button>
      )}
      {separating.isError && <ErrorState error={separating.error} />}
    </li>
  )
}

/** Looked for by name or address, looked at side by side, and only then joined. */
function AddLink({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const [other, setOther] = useState('')
  const found = useQuery({ ...searchQuery(asked, 10), enabled: asked !== '' })
  const others = (found.data?.people ?? []).filter((person) => person.customerId !== customerId)
  return (
    <>
      <form
        className="row reach"
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(typed.trim())
          setOther('')
        }}
      >
        <TextInput
          label={t('onePerson.add')}
          description={t('onePerson.help')}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
          }}
        />
        <Button type="submit" size="sm" variant="default" loading={found.isFetching}>
          {t('onePerson.choose')}
        </Button>
      </form>
      {found.isError && <ErrorState error={found.error} />}
      {found.data && others.length === 0 && (
        <p className="soft small" role="status">
          {t('onePerson.nobody')}
        </p>
      )}
      {others.length > 0 && (
        <NativeSelect
          aria-label={t('onePerson.add')}
          value={other}
          onChange={(event) => {
            setOther(event.currentTarget.value)
          }}
          data={[
            { value: '', label: '…' },
            ...others.map((person) => ({ value: person.customerId, label: `${person.name}, ${person.address}` })),
          ]}
        />
      )}
      {other !== '' && (
        <LinkPreview
          key={other}
          customerId={customerId}
          other={other}
          onLinked={() => {
            setTyped('')
            setAsked('')
            setOther('')
          }}
        />
      )}
    </>
  )
}
