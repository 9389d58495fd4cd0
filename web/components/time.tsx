// A time as people say it, with the exact one on hover.
import { useTranslation } from 'react-i18next'
import { useNow } from '../now.ts'
import { due, exact, when } from '../time-words.ts'

interface Props {
  readonly at: string
  /** A due time is said by its weekday rather than by its date. */
  readonly isDue?: boolean
}

export function Time({ at, isDue = false }: Props) {
  const { t } = useTranslation()
  const now = useNow()
  const instant = Date.parse(at)
  return (
    <time dateTime={at} title={exact(instant)} className="figures">
      {isDue ? due(instant, now, t) : when(instant, now, t)}
    </time>
  )
}
