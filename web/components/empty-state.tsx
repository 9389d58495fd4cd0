// Nothing here yet: what will be here, and how to get it.
import type { ReactNode } from 'react'

interface Props {
  readonly title: string
  readonly children?: ReactNode
}

export function EmptyState({ title, children }: Props) {
  return (
    <div className="empty">
      <p className="strong">{title}</p>
      {children === undefined ? null : <div className="soft">{children}</div>}
    </div>
  )
}
