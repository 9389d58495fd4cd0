// Danger to life or health that the customer writes of: their words, and what somebody makes of it. It stands above all else until then.
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { announce } from '../../components/announcer.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { Time } from '../../components/time.tsx'
import { say } from '../../words.ts'
import { seeToDanger, type CaseView } from './case-queries.ts'

export function DangerPanel({ current }: { readonly current: CaseView }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const seeing = useMutation({
    mutationFn: (as: 'seen-to' | 'no-danger') => seeToDanger(current.caseId, as),
    onSuccess: () => {
      announce(t('danger.seen'))
    },
    onSettled: async () => {
      void client.invalidateQueries({ queryKey: ['desk'] })
      await client.invalidateQueries({ queryKey: ['case', current.caseId] })
    },
  })
  if (current.danger === null) return null
  const saying = (as: 'seen-to' | 'no-danger') => () => {
    seeing.mutate(as)
  }
  return (
    <section className="danger" aria-labelledby="danger-title">
      <h2 id="danger-title">{t('danger.title')}</h2>
      <ul>
        {current.danger.words.map(({ kind, words }) => (
          <li key={kind}>
            {say(t, 'cue', kind)}: <bdi>{t('desk.quoted', { text: words })}</bdi>
          </li>
        ))}
      </ul>
      <p className="tiny soft">
        {t('danger.why')} <Time at={current.danger.at} />.
      </p>
      {current.maySeeToDanger && (
        <div className="row">
          <Button size="sm" loading={seeing.isPending} onClick={saying('seen-to')}>
            {t('danger.seenTo')}
          </Button>
          <Button size="sm" variant="default" disabled={seeing.isPending} onClick={saying('no-danger')}>
            {t('danger.none')}
          </Button>
        </div>
      )}
      {seeing.isError && <ErrorState error={seeing.error} />}
    </section>
  )
}
