// A framed part of a page with its title and, at the end of the line, a word about it.
import { useId, type ReactNode } from 'react'

interface Props {
  readonly title: string
  readonly aside?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

export function Panel({ title, aside, className = '', children }: Props) {
  const id = useId()
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <header className="panel-head">
        <h2 id={id}>{title}</h2>
        {aside === undefined ? null : <span className="soft small">{aside}</span>}
      </header>
      {children}
    </section>
  )
}
