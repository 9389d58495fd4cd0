// Who gets a copy of a reply: addresses one by one, each of which can be taken out again; whoever takes part or was named by the customer is offered.
import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { emailIdentity } from '../../../src/hear/channels/address.rules.ts'
import { announce } from '../../components/announcer.tsx'
import { participantsQuery } from './case-queries.ts'

/** As many as an answer takes. */
const mostCopies = 10

interface Props {
  readonly caseId: string
  readonly copies: readonly string[]
  readonly onCopies: (copies: readonly string[]) => void
}

export function CopyField({ caseId, copies, onCopies }: Props) {
  const { t } = useTranslation()
  const { data } = useQuery(participantsQuery(caseId))
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const offered = (data?.participants ?? []).filter(
    ({ standing, address }) =>
      standing !== 'customer' && standing !== 'to-confirm' && !copies.includes(address.toLowerCase()),
  )
  const add = (address: string): boolean => {
    const key = emailIdentity(address)
    if (!key || copies.length >= mostCopies) return false
    if (!copies.includes(key.value)) onCopies([...copies, key.value])
    announce(t('copies.added', { address: key.value }))
    return true
  }
  const addTyped = () => {
    const all = typed.split(/[,;]/).filter((part) => part.trim() !== '')
    const rest = all.filter((part) => !add(part))
    setTyped(rest.join(', '))
    setWrong(rest.length > 0)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Backspace' && typed === '' && copies.length > 0) onCopies(copies.slice(0, -1))
    if ((event.key !== 'Enter' || event.ctrlKey || event.metaKey) && event.key !== ',') return
    event.preventDefault()
    addTyped()
  }
  if (!isOpen && copies.length === 0 && offered.length === 0) {
    return (
      <button
        type="button"
        className="link tiny"
        onClick={() => {
          setOpen(true)
        }}
      >
        {t('copies.open')}
      </button>
    )
  }
  return (
    <div className="copies">
      {copies.length > 0 && (
        <ul className="copies-list" aria-label={t('copies.title')}>
          {copies.map((address) => (
            <li key={address}>
              <bdi>{address}</bdi>
              <button
                type="button"
                aria-label={t('copies.remove', { address })}
                onClick={() => {
                  onCopies(copies.filter((one) => one !== address))
                }}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <TextInput
        size="xs"
        className="copies-input"
        aria-label={t('copies.label')}
        placeholder={t('copies.label')}
        value={typed}
        inputMode="email"
        autoComplete="off"
        maxLength={1000}
        disabled={copies.length >= mostCopies}
        error={isWrong ? t('copies.wrong') : undefined}
        onKeyDown={onKey}
        onBlur={addTyped}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setWrong(false)
        }}
      />
      {offered.slice(0, 5).map(({ address, standing }) => (
        <button
          key={address}
          type="button"
          className="link tiny"
          onClick={() => {
            add(address)
          }}
        >
          {t(standing === 'named' ? 'copies.offerNamed' : 'copies.offer', { address })}
        </button>
      ))}
    </div>
  )
}
