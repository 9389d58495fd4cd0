// A part of a page that breaks alone: what goes wrong while it is drawn is said in its place, and everything around it stays.
import { CatchBoundary } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ErrorState } from './error-state.tsx'

interface Props {
  /** What it shows; another thing is tried anew. */
  readonly of: string
  readonly children: ReactNode
}

export function Alone({ of, children }: Props) {
  return (
    <CatchBoundary
      getResetKey={() => of}
      errorComponent={({ error, reset }) => <ErrorState error={error} onRetry={reset} />}
    >
      {children}
    </CatchBoundary>
  )
}
