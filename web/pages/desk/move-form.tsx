// Moving the chosen cases to a colleague or to whoever is next on the roster, with a reason; what each would have before and after.
import { Button, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StaffSelect } from '../staff/staff-select.tsx'
import { moveCases, type Moving, type TeamLine, type TeamView } from './team-queries.ts'

/** In the place of a person: whoever is next on the roster of each case's pool. */
const roster = 'roster'

interface Props {
  readonly lines: readonly TeamLine[]
  readonly team: TeamView
  readonly onMoved: (result: Moving) => void
  readonly onLeave: () => void
}

export function MoveForm({ lines, team, onMoved, onLeave }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [to, setTo] = useState('')
  const [summary, setSummary] = useState('')
  const moving = useMutation({
    mutationFn: () => moveCases(lines, to === roster ? null : to, summary),
    onSuccess: onMoved,
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['case'] })
      return client.invalidateQueries({ queryKey: ['desk'] })
    },
  })
  const owners = new Set(lines.map(({ ownerStaffId }) => ownerStaffId))
  const others = team.people.filter(({ staffId, isAway }) => !isAway && !(owners.size === 1 && owners.has(staffId)))
  return (
    <form
      className="form panel-body move-form"
      aria-label={t('move.title')}
      onSubmit={(event) => {
        event.preventDefault()
        moving.mutate()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave()
      }}
    >
      <StaffSelect
        label={t('move.whom', { count: lines.length })}
        nobody={t('handOver.choose')}
        staff={[...others, { staffId: roster, name: t('move.roster') }]}
        value={to}
        onChange={setTo}
        required
      />
      <Textarea
        label={t('move.why')}
        description={t('move.whyHelp')}
        required
        withAsterisk={false}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={5000}
        value={summary}
        onChange={(event) => {
          setSummary(event.currentTarget.value)
        }}
      />
      {to !== '' && <Preview lines={lines} team={team} to={to} />}
      <div className="row">
        <Button type="submit" variant="default" loading={moving.isPending}>
          {t('move.action', { count: lines.length })}
        </Button>
        <button type="button" className="link" onClick={onLeave}>
          {t('act.notNow')}
        </button>
      </div>
    </form>
  )
}

function Preview({ lines, team, to }: Pick<Props, 'lines' | 'team'> & { readonly to: string }) {
  const { t } = useTranslation()
  const changes = team.people.flatMap(({ staffId, name, open }) => {
    const given = lines.filter(({ ownerStaffId }) => ownerStaffId === staffId).length
    const taken = staffId === to ? lines.length : 0
    return given === taken ? [] : [{ staffId, name, open, after: open - given + taken }]
  })
  return (
    <div className="small" aria-live="polite">
      <ul aria-label={t('move.preview')}>
        {changes.map(({ staffId, name, open, after }) => (
          <li key={staffId}>
            <bdi>{t('move.change', { name, before: open, after })}</bdi>
          </li>
        ))}
        {to === roster && <li>{t('move.byRoster')}</li>}
      </ul>
    </div>
  )
}
