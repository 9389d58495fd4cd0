// Cases in lines of a table; on a phone each is a card. j and k or the arrows move through them, Enter opens.
import { Link } from '@tanstack/react-router'
import { memo, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { placeOfRemembered, rememberLine, useLineKeys } from '../../components/line-keys.ts'
import { useNearParts } from '../../components/near-parts.ts'
import { PromiseClock } from '../../components/promise-clock.tsx'
import { Time } from '../../components/time.tsx'
import { say } from '../../words.ts'
import type { RegisterLine } from './register-queries.ts'

const links = 'a.register-line'

const columns = [
  ...(['number', 'name', 'matter', 'kind', 'state', 'channel', 'received', 'due'] as const),
  ...(['owner', 'finding', 'closed'] as const),
] as const

/** Lines that are drawn together or not at all, and how high one is on a wide screen (register-table.css). */
const linesInPart = 10
const lineHeight = 34

interface Props {
  readonly lines: readonly RegisterLine[]
  /** Null where there are more than were counted. */
  readonly count: number | null
  /** Where there are more: asked for when somebody moves past the last line. */
  readonly onEnd: (() => void) | undefined
}

export function RegisterTable({ lines, count, onEnd }: Props) {
  const { t } = useTranslation()
  const table = useRef<HTMLTableElement>(null)
  const { from, to, before, after } = useNearParts(table, {
    count: Math.ceil(lines.length / linesInPart),
    usual: linesInPart * lineHeight,
    first: Math.floor(placeOfRemembered(links, lines) / linesInPart),
  })
  const move = useLineKeys(table, links, onEnd)
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    move(event.key === 'ArrowDown' ? 1 : -1)
  }
  return (
    <table
      className="table register-table"
      ref={table}
      onKeyDown={onKey}
      aria-rowcount={count === null ? -1 : count + 1}
    >
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={`register-${column}`}>
              {t(`register.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <Far height={before} />
      {Array.from({ length: Math.max(0, to - from) }, (_, at) => (
        <tbody key={from + at} data-part={from + at}>
          {lines.slice((from + at) * linesInPart, (from + at + 1) * linesInPart).map((line, place) => (
            // The head is the first row.
            <Line key={line.caseId} line={line} row={(from + at) * linesInPart + place + 2} />
          ))}
        </tbody>
      ))}
      <Far height={after} />
    </table>
  )
}

/** Stands for lines that are far from the screen. */
function Far({ height }: { readonly height: number }) {
  if (height === 0) return null
  return (
    <tbody aria-hidden>
      <tr className="register-far" style={{ blockSize: height }}>
        <td colSpan={columns.length} />
      </tr>
    </tbody>
  )
}

interface LineProps {
  readonly line: RegisterLine
  readonly row: number
}

const Line = memo(function Line({ line, row }: LineProps) {
  const { t } = useTranslation()
  return (
    <tr aria-rowindex={row}>
      <td className="register-number figures soft">{line.number}</td>
      <td className="register-name">
        <bdi className="cut strong">{line.customer.name}</bdi>
      </td>
      <td className="register-matter">
        <Link
          to="/cases/$caseId"
          params={{ caseId: line.caseId }}
          className="register-line cut"
          data-case={line.caseId}
          onClick={() => {
            rememberLine(links, line.caseId)
          }}
        >
          <bdi>{line.matter === '' ? t('register.noMatter') : line.matter}</bdi>
        </Link>
      </td>
      <td className="register-kind soft">
        <span className="cut sentence">{say(t, 'caseKind', line.kind)}</span>
      </td>
      <td className="register-state">
        <span className="cut sentence">{say(t, 'state', line.state)}</span>
      </td>
      <td className="register-channel soft">
        <span className="cut sentence">{say(t, 'channel', line.channel)}</span>
      </td>
      <td className="register-received">
        <span className="soft phone-word">{t('register.received')} </span>
        <Time at={line.receivedAt} />
      </td>
      <td className="register-due">
        {line.owed && (
          <>
            <span className="soft phone-word">{t('register.due')} </span>
            <PromiseClock dueAt={line.owed.dueAt} state={line.owed.isLate ? 'late' : 'calm'} />
          </>
        )}
      </td>
      <td className="register-owner">
        <bdi className={line.owner ? 'cut' : 'cut soft'}>
          {line.owner?.name ?? t('register.onDuty', { name: line.duty.name })}
        </bdi>
      </td>
      <td className="register-finding">
        {line.finding && <span className="cut">{say(t, 'finding', line.finding)}</span>}
      </td>
      <td className="register-closed">
        {line.closedAt !== null && (
          <>
            <span className="soft phone-word">{t('register.closed')} </span>
            <Time at={line.closedAt} />
          </>
        )}
      </td>
    </tr>
  )
})
