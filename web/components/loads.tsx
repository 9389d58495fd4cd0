// A part of a page that asks its own question: it keeps its room while it waits, fails alone, and can be asked again.
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from './error-state.tsx'

interface Props<T> {
  readonly query: UseQueryResult<T>
  /** Height in pixels that is kept free while waiting, so that nothing jumps. */
  readonly room: number
  readonly children: (answer: T) => ReactNode
}

export function Loads<T>({ query, room, children }: Props<T>) {
  const { t } = useTranslation()
  // An older answer stays on screen when a renewal fails; the state in the bar tells of it.
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  return (
    <div className="loading" style={{ minHeight: room }} aria-busy="true">
      <span className="reader-only">{t('act.loading')}</span>
    </div>
  )
}
