// The colleagues who may be meant by what stands after an `@`, under the note. The focus stays in the text: arrows, Enter or a click choose.
import { useTranslation } from 'react-i18next'
import type { Colleague } from './mentions.ts'

export const mentionListId = 'mentions'
export const mentionId = (staffId: string): string => `mention-${staffId}`

interface Props {
  readonly found: readonly Colleague[]
  readonly active: string | undefined
  readonly onChoose: (colleague: Colleague) => void
}

export function MentionList({ found, active, onChoose }: Props) {
  const { t } = useTranslation()
  return (
    <ul id={mentionListId} role="listbox" aria-label={t('mention.list')} className="mention-list">
      {found.map((colleague) => (
        <li
          key={colleague.staffId}
          id={mentionId(colleague.staffId)}
          role="option"
          aria-selected={colleague.staffId === active}
          onMouseDown={(event) => {
            // The text keeps the focus.
            event.preventDefault()
          }}
          onClick={() => {
            onChoose(colleague)
          }}
        >
          <bdi>{colleague.name}</bdi>
        </li>
      ))}
    </ul>
  )
}
