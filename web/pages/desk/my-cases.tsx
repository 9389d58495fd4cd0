// My cases, grouped by when their next promise is due. j and k move through the list, Enter opens.
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/empty-state.tsx'
import { useLineKeys } from '../../components/line-keys.ts'
import { useNow } from '../../now.ts'
import type { Translate } from '../../words.ts'
import { DeskLine } from './desk-line.tsx'
import type { DeskView } from './desk-queries.ts'
import { groupLines, type LineGroup } from './group-lines.ts'

const links = 'a.case-line'

export function MyCases({ desk, onMore }: { readonly desk: DeskView; readonly onMore: () => void }) {
  const { t } = useTranslation()
  const list = useRef<HTMLDivElement>(null)
  useLineKeys(list, links)
  const now = useNow()
  const left = desk.mineOpen - desk.mine.length
  if (desk.mine.length === 0) return <EmptyState title={t('desk.noCases')}>{t('desk.noCasesHow')}</EmptyState>
  return (
    <div ref={list}>
      {groupLines(desk.mine, now).map(({ group, lines }) => (
        <section key={group} className="case-group" aria-label={t(`group.${group}`)}>
          <header>
            <h2>{t(`group.${group}`)}</h2>
            <span>{headWords(group, lines.length, left, t)}</span>
          </header>
          <ul>
            {lines.map((line) => (
              <li key={line.caseId}>
                <DeskLine line={line} isMine />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {left > 0 && (
        <button type="button" className="link more-lines" onClick={onMore}>
          {t('desk.more', { count: left })}
        </button>
      )}
    </div>
  )
}

/** How many there are is said of a group only where all lines are shown. */
function headWords(group: LineGroup, count: number, left: number, t: Translate): string {
  if (group === 'broken') return t('desk.tellThem')
  return left > 0 ? '' : t('desk.cases', { count })
}
