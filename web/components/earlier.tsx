// The way back in a list that is loaded from its end: a button while there is more, and what went wrong.
import { ErrorState } from './error-state.tsx'

interface Props {
  readonly query: {
    readonly data: unknown
    readonly error: unknown
    readonly isError: boolean
    readonly isFetchNextPageError: boolean
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly refetch: () => void
    readonly fetchNextPage: () => void
  }
  /** What the button says. */
  readonly words: string
}

export function Earlier({ query, words }: Props) {
  // What is on screen stays when a renewal fails; the state in the bar tells of it.
  if (query.isError && (query.data === undefined || query.isFetchNextPageError))
    return (
      <ErrorState
        error={query.error}
        onRetry={() => {
          if (query.data === undefined) query.refetch()
          else query.fetchNextPage()
        }}
      />
    )
  if (!query.hasNextPage) return null
  return (
    <button
      type="button"
      className="link"
      disabled={query.isFetchingNextPage}
      onClick={() => {
        query.fetchNextPage()
      }}
    >
      {words}
    </button>
  )
}
