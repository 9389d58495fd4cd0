// What became of moving cases: how many were, the way back for a minute, and what stayed with the reason.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../api.ts'
import { useNow } from '../../now.ts'
import { say } from '../../words.ts'
import { moveBack, type Moving } from './team-queries.ts'

/** As long as the server lets a handover be undone, but for the way there. */
const undoMs = 55_000

export function MovedCases({ moving }: { readonly moving: Moving & { readonly at: number } }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const now = useNow()
  // Taking and naming on duty are not undone: no customer was told of anybody before.
  const owned = moving.moved.filter(({ line }) => line.ownerStaffId !== null)
  const undoing = useMutation({
    mutationFn: () => moveBack(owned),
    onSettled: () => client.invalidateQueries({ queryKey: ['desk'] }),
  })
  const mayUndo = owned.length > 0 && now - moving.at < undoMs && !undoing.isSuccess
  const kept = [...moving.kept, ...(undoing.data?.kept ?? [])]
  return (
    <div className="panel panel-body moved">
      <p role="status">
        {undoing.data
          ? t('move.undone', { count: undoing.data.moved.length })
          : t('move.done', { count: moving.moved.length })}
      </p>
      {mayUndo && (
        <button
          type="button"
          className="link"
          disabled={undoing.isPending}
          onClick={() => {
            undoing.mutate()
          }}
        >
          {t('handOver.undo')}
        </button>
      )}
      {kept.length > 0 && (
        <div className="trouble" role="alert">
          <p className="strong">{t('move.kept', { count: kept.length })}</p>
          <ul>
            {kept.map(({ line, error }) => (
              <li key={line.caseId}>
                <Link to="/cases/$caseId" params={{ caseId: line.caseId }}>
                  {line.number}
                </Link>
                : <Why error={error} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

function Why({ error }: { readonly error: unknown }) {
  const { t } = useTranslation()
  const failure = error instanceof Failure ? error : new Failure(0, 'page', '')
  if (failure.code === 'conflict') return <>{t('move.faster')}</>
  return failure.detail ? <span lang="en">{failure.detail}</span> : <>{say(t, 'problemDetail', failure.code)}</>
}
