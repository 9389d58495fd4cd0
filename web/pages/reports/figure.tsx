// A figure of a report: so many cases, and the way to them in the register. None is no link: there is nothing behind it.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Figure } from '../../../src/amend/reports/report.schema.ts'

export const numberWords = (value: number): string => value.toLocaleString(navigator.language)

interface Props {
  readonly of: Figure
  /** What stands for it; the number alone where absent. */
  readonly children?: ReactNode
}

export function FigureLink({ of, children }: Props) {
  const shown = children ?? numberWords(of.cases)
  if (of.cases === 0) return <span className="figures">{shown}</span>
  return (
    <Link to="/register" search={of.filter} className="figures" data-cases={of.cases}>
      {shown}
    </Link>
  )
}
