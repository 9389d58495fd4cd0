// Saying until when a colleague is away, with what becomes of their cases.
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../components/announcer.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { timeNow } from '../../now.ts'
import { localInput } from '../../time-words.ts'
import { DueField } from '../cases/due-field.tsx'
import { type Person, sayAbsent } from './team-queries.ts'

const day = 86_400_000

export function AwayForm({ person, onLeave }: { readonly person: Person; readonly onLeave: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [until, setUntil] = useState(() => localInput(timeNow() + day))
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelector('input')?.focus()
  }, [])
  const saying = useMutation({
    mutationFn: () => sayAbsent(person.staffId, new Date(until).toISOString()),
    onSuccess: () => {
      announce(t('away.said', { name: person.name }))
      onLeave()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['desk'] }),
  })
  return (
    <form
      ref={form}
      className="form panel-body away-form"
      aria-label={t('away.sayOf', { name: person.name })}
      onSubmit={(event) => {
        event.preventDefault()
        saying.mutate()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave()
      }}
    >
      <h3>{t('away.sayOf', { name: person.name })}</h3>
      <p className="small">{person.open === 0 ? t('away.nothing') : t('away.what', { count: person.open })}</p>
      <DueField label={t('away.untilWhen')} value={until} onChange={setUntil} />
      {saying.isError && <ErrorState error={saying.error} kept={t('act.formKept')} />}
      <div className="row">
        <Button type="submit" variant="default" loading={saying.isPending}>
          {t('away.action')}
        </Button>
        <button type="button" className="link" onClick={onLeave}>
          {t('act.notNow')}
        </button>
      </div>
    </form>
  )
}
