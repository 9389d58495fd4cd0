// Finds another customer by name or address, to say something of both.
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { searchQuery } from '../register/search-queries.ts'

interface Props {
  /** Who is not offered. */
  readonly customerId: string
  readonly label: string
  readonly help: string
  readonly act: string
  /** The one chosen; empty where nobody is. */
  readonly other: string
  readonly onChoose: (other: string) => void
}

export function ChoosePerson({ customerId, label, help, act, other, onChoose }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const found = useQuery({ ...searchQuery(asked, 10), enabled: asked !== '' })
  const others = (found.data?.people ?? []).filter((person) => person.customerId !== customerId)
  return (
    <>
      <form
        className="row reach"
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(typed.trim())
          onChoose('')
        }}
      >
        <TextInput
          label={label}
          description={help}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
          }}
        />
        <Button type="submit" size="sm" variant="default" loading={found.isFetching}>
          {act}
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
          aria-label={label}
          value={other}
          onChange={(event) => {
            onChoose(event.currentTarget.value)
          }}
          data={[
            { value: '', label: '…' },
            ...others.map((person) => ({ value: person.customerId, label: `${person.name}, ${person.address}` })),
          ]}
        />
      )}
    </>
  )
}
