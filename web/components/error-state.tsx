// What went wrong, what was kept, and what to do. The server's own sentences are in English in every language of the pages (docs/decisions/0006).
import { useTranslation } from 'react-i18next'
import { Failure } from '../api.ts'
import { say } from '../words.ts'

interface Props {
  readonly error: unknown
  /** What was kept, in a sentence, where something could have been lost. */
  readonly kept?: string
  readonly onRetry?: () => void
}

export function ErrorState({ error, kept, onRetry }: Props) {
  const { t } = useTranslation()
  const failure = error instanceof Failure ? error : new Failure(0, 'page', '')
  const fields = Object.values(failure.fields)
  return (
    <div className="trouble" role="alert">
      <p className="strong">{say(t, 'problem', failure.code)}</p>
      <p>
        {failure.detail ? <span lang="en">{failure.detail}</span> : say(t, 'problemDetail', failure.code)} {kept}
      </p>
      {fields.length > 0 && (
        <ul>
          {fields.map((words) => (
            <li key={words} lang="en">
              {words}
            </li>
          ))}
        </ul>
      )}
      {onRetry && (
        <button type="button" className="link" onClick={onRetry}>
          {t('act.tryAgain')}
        </button>
      )}
    </div>
  )
}
