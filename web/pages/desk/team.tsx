// The team, for those who lead: who has how much, what runs out today, moving cases, and who is away.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loads } from '../../components/loads.tsx'
import { Panel } from '../../components/panel.tsx'
import { AwayForm } from './away-form.tsx'
import { MovedCases } from './moved-cases.tsx'
import { TeamLines } from './team-lines.tsx'
import { TeamPeople } from './team-people.tsx'
import { type Moving, teamQuery } from './team-queries.ts'

interface Props {
  /** Whose cases are shown: a person's, `untaken`, or `at-risk`. */
  readonly of: string
  readonly onChoose: (of: string) => void
}

export function Team({ of, onChoose }: Props) {
  const { t } = useTranslation()
  const team = useQuery(teamQuery)
  const [leaving, setLeaving] = useState<string | null>(null)
  const [moving, setMoving] = useState<Moving & { readonly at: number }>()
  return (
    <Loads query={team} room={360}>
      {(answer) => {
        const leaver = answer.people.find(({ staffId }) => staffId === leaving)
        const name = answer.people.find(({ staffId }) => staffId === of)?.name
        return (
          <>
            <Panel title={t('team.title')} aside={t('team.choose')}>
              <TeamPeople team={answer} of={of} onChoose={onChoose} onAway={setLeaving} />
              {leaver && (
                <AwayForm
                  key={leaver.staffId}
                  person={leaver}
                  onLeave={() => {
                    setLeaving(null)
                  }}
                />
              )}
            </Panel>
            {moving && <MovedCases key={moving.at} moving={moving} />}
            <Panel
              title={
                of === 'at-risk'
                  ? t('team.atRisk')
                  : of === 'untaken'
                    ? t('team.untaken')
                    : t('team.casesOf', { name: name ?? '' })
              }
            >
              <TeamLines
                key={of}
                of={of}
                team={answer}
                onMoved={(result) => {
                  setMoving(result)
                }}
              />
            </Panel>
          </>
        )
      }}
    </Loads>
  )
}
