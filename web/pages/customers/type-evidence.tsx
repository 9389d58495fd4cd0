// Typing what one knows: what they bought, or by whom they came.
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../../src/shared/ids.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { Field } from '../../components/field.tsx'
import { searchQuery } from '../register/search-queries.ts'
import { type NewEvidence, typeEvidence } from './evidence-queries.ts'
import { useRecounted } from './use-recounted.ts'

const kinds = ['purchase', 'referral'] as const
const nothing = { words: '', day: '', amount: '', currency: '', asked: '', toldBy: '' }

export function TypeEvidence({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const [kind, setKind] = useState<(typeof kinds)[number]>('purchase')
  const [typed, setTyped] = useState(nothing)
  const recounted = useRecounted(t('evidence.typedNow'))
  const typing = useMutation({
    mutationFn: (one: NewEvidence) => typeEvidence(customerId, one),
    ...recounted,
    onSuccess: () => {
      recounted.onSuccess()
      setTyped(nothing)
      setOpen(false)
    },
  })
  const field = (name: keyof typeof nothing) => ({
    value: typed[name],
    onChange: (value: string) => {
      setTyped((now) => ({ ...now, [name]: value }))
    },
  })
  if (!isOpen)
    return (
      <div className="row">
        <Button
          size="sm"
          variant="default"
          onClick={() => {
            setOpen(true)
          }}
        >
          {t('evidence.add')}
        </Button>
      </div>
    )
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        const said = { words: typed.words, at: `${typed.day}T00:00:00Z` }
        const { amount, currency, toldBy } = typed
        typing.mutate(
          kind === 'purchase'
            ? { kind, ...said, amount: amount.replace(',', '.'), currency: currency.toUpperCase() }
            : { kind, ...said, toldBy: toldBy as CustomerId },
        )
      }}
    >
      <NativeSelect
        label={t('evidence.kind')}
        value={kind}
        data={kinds.map((value) => ({ value, label: t(`evidence.kinds.${value}`) }))}
        onChange={(event) => {
          setKind(event.currentTarget.value === 'referral' ? 'referral' : 'purchase')
        }}
      />
      <Field label={t('evidence.words')} help={t(`evidence.wordsHelp.${kind}`)} {...field('words')} />
      <TextInput
        type="date"
        label={t('evidence.day')}
        required
        withAsterisk={false}
        value={typed.day}
        onChange={(event) => {
          field('day').onChange(event.currentTarget.value)
        }}
      />
      {kind === 'purchase' ? (
        <>
          <Field label={t('evidence.amount')} {...field('amount')} />
          <Field label={t('evidence.currency')} {...field('currency')} />
        </>
      ) : (
        <TellerChoice customerId={customerId} asked={field('asked')} chosen={field('toldBy')} />
      )}
      {typing.isError && <ErrorState error={typing.error} kept={t('act.formKept')} />}
      <div className="row">
        <Button type="submit" size="sm" loading={typing.isPending}>
          {t('evidence.say')}
        </Button>
      </div>
    </form>
  )
}

interface Text {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Looked for by name or address among those who are known. */
function TellerChoice(props: { readonly customerId: string; readonly asked: Text; readonly chosen: Text }) {
  const { customerId, asked, chosen } = props
  const { t } = useTranslation()
  const found = useQuery({ ...searchQuery(asked.value.trim(), 10), enabled: asked.value.trim().length > 1 })
  const others = (found.data?.people ?? []).filter((person) => person.customerId !== customerId)
  return (
    <>
      <Field label={t('evidence.teller')} help={t('evidence.tellerHelp')} {...asked} />
      {found.isError && <ErrorState error={found.error} />}
      <NativeSelect
        label={t('evidence.tellerChosen')}
        required
        withAsterisk={false}
        value={chosen.value}
        data={[
          { value: '', label: '…' },
          ...others.map((person) => ({ value: person.customerId, label: `${person.name}, ${person.address}` })),
        ]}
        onChange={(event) => {
          chosen.onChange(event.currentTarget.value)
        }}
      />
    </>
  )
}
