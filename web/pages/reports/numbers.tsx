// The numbers of a panel as a table: every figure a link to its cases, and all of them as a file for spreadsheet programs.
import { useTranslation } from 'react-i18next'
import { byteOrderMark, csvLine } from '../../../src/amend/register/csv.rules.ts'
import type { Figure, ReportPeriod } from '../../../src/amend/reports/report.schema.ts'
import { giveFile } from '../../components/give-file.ts'
import { FigureLink } from './figure.tsx'

export type Cell = string | Figure | null

interface Props {
  readonly caption: string
  /** For the name of the file. */
  readonly name: string
  readonly period: ReportPeriod
  /** The first column says what a line is about. */
  readonly head: readonly string[]
  readonly rows: readonly (readonly [string, ...Cell[]])[]
  /** Open only when somebody asks: where a chart shows the same. */
  readonly isFolded?: boolean
}

export function Numbers({ isFolded = false, ...props }: Props) {
  const { t } = useTranslation()
  if (!isFolded) return <Table {...props} />
  return (
    <details className="numbers-fold">
      <summary className="small">{t('reports.numbers')}</summary>
      <Table {...props} />
    </details>
  )
}

function Table({ caption, name, period, head, rows }: Omit<Props, 'isFolded'>) {
  const { t } = useTranslation()
  const take = () => {
    const lines = [head, ...rows.map((row) => row.map(textOf))].map(csvLine)
    const { from, to } = period.days
    giveFile(new Blob([byteOrderMark, ...lines], { type: 'text/csv;charset=utf-8' }), `${name}-${from}-${to}.csv`)
  }
  return (
    <div className="table-box">
      <table className="table numbers">
        <caption className="reader-only">{caption}</caption>
        <thead>
          <tr>
            {head.map((words, at) => (
              <th key={at === 0 ? 'first' : words} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells], row) => (
            <tr key={`${first} ${String(row)}`}>
              <th scope="row">
                <bdi>{first}</bdi>
              </th>
              {cells.map((cell, at) => (
                <td key={head[at + 1]}>
                  {cell !== null && typeof cell === 'object' ? <FigureLink of={cell} /> : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <button
        type="button"
        className="link numbers-file"
        onClick={take}
        aria-label={t('reports.csvOf', { panel: caption })}
      >
        {t('exportFormat.csv')}
      </button>
    </div>
  )
}

const textOf = (cell: Cell): string | null => (cell !== null && typeof cell === 'object' ? String(cell.cases) : cell)
