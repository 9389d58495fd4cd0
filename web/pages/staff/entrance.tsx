// The quiet page of those who are not inside yet: the name, a title, one form.
import type { ReactNode } from 'react'
import { usePageTitle } from '../../components/page-title.ts'

interface Props {
  readonly title: string
  readonly lead?: string
  readonly children: ReactNode
}

export function Entrance({ title, lead, children }: Props) {
  usePageTitle(title)
  return (
    <div className="entrance">
      <header>
        <span className="mark">Amends</span>
      </header>
      <main id="page">
        <h1>{title}</h1>
        {lead !== undefined && <p className="entrance-lead">{lead}</p>}
        {children}
      </main>
    </div>
  )
}
