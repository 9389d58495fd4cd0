// In the conversation: what was merged, split off or moved here, by whom and when, where it is now, and the way back while there is one.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { announce } from '../../components/announcer.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { Key } from '../../components/key.tsx'
import { useCommands } from '../../components/shortcuts.ts'
import { Time } from '../../components/time.tsx'
import { say } from '../../words.ts'
import type { CaseView } from './case-queries.ts'
import { undoRearrangement, type RearrangementView } from './rearrangement-queries.ts'
import { useRearranging } from './use-rearranging.ts'

interface Props {
  readonly one: RearrangementView
  readonly current: CaseView
  /** Whether `u` undoes it: nothing else on the page does. */
  readonly hasKey: boolean
}

export function RearrangementLine({ one, current, hasKey }: Props) {
  const { t } = useTranslation()
  const { kind, from, to, by, messages } = one
  const isHere = (caseId: string) => caseId === current.caseId
  const words = { from: from.number, to: to.number, by, count: messages }
  const isIn = kind === 'merge' || isHere(to.caseId)
  const other = isHere(to.caseId) ? from : to
  return (
    <div className="rearranged">
      <p>
        {isIn ? say(t, 'cameIn', kind, words) : say(t, 'wentOut', kind, words)}, <Time at={one.at} />.{' '}
        {one.undone && (
          <>
            {t('rearranged.undone', { by: one.undone.by })}, <Time at={one.undone.at} />.
          </>
        )}{' '}
        {(kind === 'merge') === (one.undone !== null) && (
          <Link to="/cases/$caseId" params={{ caseId: other.caseId }}>
            {t('rearranged.toCase', { number: other.number })}
          </Link>
        )}{' '}
        {one.stays !== null && one.stays !== 'undone' && one.stays !== 'not-yours' && (
          <span className="soft">{t(`rearranged.stays.${one.stays}`)}</span>
        )}
      </p>
      {one.stays === null && <Undo one={one} current={current} hasKey={hasKey} />}
    </div>
  )
}

function Undo({ one, current, hasKey }: Props) {
  const { t } = useTranslation()
  const undoing = useRearranging(
    () => undoRearrangement(current, one.rearrangementId),
    () => {
      announce(t('rearranged.isUndone'))
    },
  )
  const undo = undoing.isPending
    ? undefined
    : () => {
        undoing.mutate()
      }
  useCommands(hasKey ? { undo } : {})
  return (
    <>
      <button
        type="button"
        className="link"
        disabled={undo === undefined}
        onClick={undo}
        aria-keyshortcuts={hasKey ? 'u' : undefined}
        aria-label={t('rearranged.undoThis', { from: one.from.number, to: one.to.number })}
      >
        {t('rearranged.undo')} {hasKey && <Key>u</Key>}
      </button>
      {undoing.isError && <ErrorState error={undoing.error} />}
    </>
  )
}
