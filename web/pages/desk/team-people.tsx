// Each colleague in a line: what they have open, what is late, what runs out today, and until when they are away.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../components/announcer.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { Time } from '../../components/time.tsx'
import { countWords } from './count-words.ts'
import { type Person, sayBack, type TeamView } from './team-queries.ts'

interface Props {
  readonly team: TeamView
  readonly of: string
  readonly onChoose: (of: string) => void
  readonly onAway: (staffId: string) => void
}

export function TeamPeople({ team, of, onChoose, onAway }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const coming = useMutation({
    mutationFn: ({ staffId }: Person) => sayBack(staffId),
    onSuccess: (_done, { name }) => {
      announce(t('away.isBack', { name }))
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['desk'] }),
  })
  const choice = (value: string, words: ReactNode) => (
    <button
      type="button"
      className="link"
      aria-pressed={of === value}
      onClick={() => {
        onChoose(of === value ? 'at-risk' : value)
      }}
    >
      {words}
    </button>
  )
  return (
    <>
      <div className="table-box">
        <table className="table team-table">
          <thead>
            <tr>
              <th>{t('team.name')}</th>
              <th>{t('team.openNow')}</th>
              <th>{t('team.late')}</th>
              <th>{t('team.dueToday')}</th>
              <th>{t('team.absence')}</th>
            </tr>
          </thead>
          <tbody>
            {team.people.map((person) => (
              <tr key={person.staffId} className={of === person.staffId ? 'chosen' : ''}>
                <td>
                  {choice(person.staffId, <bdi>{person.name}</bdi>)}
                  {person.absence && (
                    <span className="block tiny soft">
                      {person.isAway ? (
                        t('away.until')
                      ) : (
                        <>
                          {t('away.from')} <Time at={person.absence.from} isDue /> {t('away.to')}
                        </>
                      )}{' '}
                      <Time at={person.absence.until} isDue />
                    </span>
                  )}
                </td>
                <Figures load={person} />
                <td>
                  {person.absence ? (
                    <button
                      type="button"
                      className="link"
                      aria-label={t('away.backOf', { name: person.name })}
                      disabled={coming.isPending}
                      onClick={() => {
                        coming.mutate(person)
                      }}
                    >
                      {t('away.back')}
                    </button>
                  ) : (
                    <button
                      type="button"
                      className="link"
                      aria-label={t('away.sayOf', { name: person.name })}
                      onClick={() => {
                        onAway(person.staffId)
                      }}
                    >
                      {t('away.say')}
                    </button>
                  )}
                </td>
              </tr>
            ))}
            <tr className={of === 'untaken' ? 'chosen' : ''}>
              <td>{choice('untaken', t('team.untaken'))}</td>
              <Figures load={team.untaken} />
              <td />
            </tr>
          </tbody>
        </table>
      </div>
      {coming.isError && <ErrorState error={coming.error} />}
    </>
  )
}

function Figures({ load }: { readonly load: TeamView['untaken'] }) {
  const { t } = useTranslation()
  return (
    <>
      <td className="figures">{countWords(load.open, t)}</td>
      <td className={load.late > 0 ? 'figures late' : 'figures'}>{countWords(load.late, t)}</td>
      <td className={load.dueToday > 0 ? 'figures due' : 'figures'}>{countWords(load.dueToday, t)}</td>
    </>
  )
}
