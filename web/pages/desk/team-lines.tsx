// The cases behind a figure of the team, the next promise first. Each opens; some or all can be chosen and moved.
import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/empty-state.tsx'
import { useLineKeys } from '../../components/line-keys.ts'
import { Loads } from '../../components/loads.tsx'
import { timeNow } from '../../now.ts'
import { DeskLine } from './desk-line.tsx'
import { MoveForm } from './move-form.tsx'
import { type Moving, teamCasesQuery, type TeamLine, type TeamView } from './team-queries.ts'

const usual = 50

interface Props {
  readonly of: string
  readonly team: TeamView
  readonly onMoved: (result: Moving & { readonly at: number }) => void
}

export function TeamLines({ of, team, onMoved }: Props) {
  const { t } = useTranslation()
  const [most, setMost] = useState(usual)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const cases = useQuery(teamCasesQuery(of, most))
  const list = useRef<HTMLDivElement>(null)
  useLineKeys(list, 'a.case-line')
  return (
    <Loads query={cases} room={200}>
      {({ lines, hasMore }) => {
        if (lines.length === 0)
          return (
            <EmptyState title={t(of === 'at-risk' ? 'team.noneAtRisk' : 'team.none')}>
              {of === 'at-risk' ? t('team.noneAtRiskHow') : null}
            </EmptyState>
          )
        const picked = lines.filter(({ caseId }) => chosen.has(caseId))
        return (
          <div ref={list}>
            <div className="team-pick">
              <Checkbox
                size="md"
                label={t('team.all')}
                checked={picked.length === lines.length}
                indeterminate={picked.length > 0 && picked.length < lines.length}
                onChange={(event) => {
                  setChosen(new Set(event.currentTarget.checked ? lines.map(({ caseId }) => caseId) : []))
                }}
              />
            </div>
            {picked.length > 0 && (
              <MoveForm
                lines={picked}
                team={team}
                onLeave={() => {
                  setChosen(new Set())
                }}
                onMoved={(result) => {
                  // What stayed stays chosen, to be given to somebody else.
                  setChosen(new Set(result.kept.map(({ line }) => line.caseId)))
                  onMoved({ ...result, at: timeNow() })
                }}
              />
            )}
            {byOwner(lines, of).map(({ ownerStaffId, some }) => (
              <section key={ownerStaffId} className="case-group" aria-label={nameOf(ownerStaffId)}>
                {of === 'at-risk' && (
                  <header>
                    <h3>{nameOf(ownerStaffId)}</h3>
                    <span>{t('desk.cases', { count: some.length })}</span>
                  </header>
                )}
                <ul>
                  {some.map((line) => (
                    <li key={line.caseId} className="team-line">
                      <Checkbox
                        size="md"
                        aria-label={t('team.pick', { number: line.number })}
                        checked={chosen.has(line.caseId)}
                        onChange={(event) => {
                          const next = new Set(chosen)
                          if (event.currentTarget.checked) next.add(line.caseId)
                          else next.delete(line.caseId)
                          setChosen(next)
                        }}
                      />
                      <DeskLine line={line} isMine={false} />
                    </li>
                  ))}
                </ul>
              </section>
            ))}
            {hasMore && (
              <button
                type="button"
                className="link more-lines"
                onClick={() => {
                  setMost(most + usual)
                }}
              >
                {t('team.more')}
              </button>
            )}
          </div>
        )
      }}
    </Loads>
  )

  function nameOf(staffId: string): string {
    if (staffId === '') return t('team.untaken')
    return team.people.find((person) => person.staffId === staffId)?.name ?? t('team.left')
  }
}

/** Of what is at risk each person's together, whoever has the first due in front; otherwise all as they come. */
function byOwner(
  lines: readonly TeamLine[],
  of: string,
): readonly { ownerStaffId: string; some: readonly TeamLine[] }[] {
  const owners = [...new Set(lines.map(({ ownerStaffId }) => ownerStaffId ?? ''))]
  if (of !== 'at-risk') return [{ ownerStaffId: owners[0] ?? '', some: lines }]
  return owners.map((owner) => ({
    ownerStaffId: owner,
    some: lines.filter(({ ownerStaffId }) => (ownerStaffId ?? '') === owner),
  }))
}
