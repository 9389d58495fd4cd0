// For a minute after a handover: that it was done, and the way back. The customer is told once the minute is over.
import { useTranslation } from 'react-i18next'
import { announce } from '../../components/announcer.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { Key } from '../../components/key.tsx'
import { useCommands } from '../../components/shortcuts.ts'
import type { CaseView } from './case-queries.ts'
import { useCaseCommand } from './use-case-command.ts'

interface Props {
  readonly current: CaseView
  readonly onUndone: () => void
}

export function UndoHandOver({ current, onUndone }: Props) {
  const { t } = useTranslation()
  const undoing = useCaseCommand(current, () => {
    announce(t('handOver.undone'))
    onUndone()
  })
  const undo = undoing.isPending
    ? undefined
    : () => {
        undoing.mutate({ do: 'undo-hand-over' })
      }
  useCommands({ undo })
  return (
    <div className="waiting">
      <p role="status">{t('handOver.done')}</p>
      <button type="button" className="link" disabled={undo === undefined} onClick={undo} aria-keyshortcuts="u">
        {t('handOver.undo')} <Key>u</Key>
      </button>
      {undoing.isError && <ErrorState error={undoing.error} />}
    </div>
  )
}
