// The end of a list that comes in pages: a button while there is more, and what went wrong.
import { useTranslation } from 'react-i18next'
import { ErrorState } from './error-state.tsx'

interface Props {
  readonly query: {
    readonly error: unknown
    readonly isFetchNextPageError: boolean
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => unknown
  }
}

export function More({ query }: Props) {
  const { t } = useTranslation()
  const next = () => {
    query.fetchNextPage()
  }
  if (query.isFetchNextPageError) return <ErrorState error={query.error} onRetry={next} />
  if (!query.hasNextPage) return null
  return (
    <div className="panel-foot">
      <button type="button" className="link" disabled={query.isFetchingNextPage} onClick={next}>
        {t('act.more')}
      </button>
    </div>
  )
}
