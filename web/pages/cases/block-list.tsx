// The building blocks that may be meant by what stands after a `/`, under the reply: each with what it would say here, and what it cannot know. The focus
// stays in the text: arrows, Enter or a click choose, Escape sends it away.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../components/announcer.tsx'
import '../../styles/guard.css'
import { blocksInCaseQuery, type FilledBlock } from './block-queries.ts'
import { blocksLike } from './blocks.ts'

const mostShown = 6

interface Props {
  readonly caseId: string
  readonly begun: string
  readonly area: RefObject<HTMLTextAreaElement | null>
  readonly onChoose: (text: string) => void
  readonly onLeave: () => void
}

export function BlockList({ caseId, begun, area, onChoose, onLeave }: Props) {
  const { t } = useTranslation()
  const { data } = useQuery(blocksInCaseQuery(caseId))
  const found = data === undefined ? [] : blocksLike(data.blocks, begun).slice(0, mostShown)
  const [at, setAt] = useState(0)
  const active = found[Math.min(at, found.length - 1)]
  // The focus stays in the text, so that what Enter would choose is said.
  const said =
    active === undefined ? '' : `${t('blocks.found', { count: found.length })} ${active.name}: ${active.text}`
  useEffect(() => {
    if (said !== '') announce(said)
  }, [said])
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (active === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setAt((Math.min(at, found.length - 1) + step + found.length) % found.length)
    else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) onChoose(active.text)
    else if (event.key === 'Escape') onLeave()
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  useEffect(() => {
    const field = area.current
    // Before anybody else hears of the key: it is the list's.
    field?.addEventListener('keydown', onKey)
    return () => {
      field?.removeEventListener('keydown', onKey)
    }
  }, [area])
  if (found.length === 0) return null
  return (
    <ul role="listbox" aria-label={t('blocks.list')} className="mention-list">
      {found.map((block) => (
        <li
          key={block.blockId}
          role="option"
          aria-selected={block === active}
          onMouseDown={(event) => {
            // The text keeps the focus.
            event.preventDefault()
          }}
          onClick={() => {
            onChoose(block.text)
          }}
        >
          <strong>{block.name}</strong> <Says block={block} />
        </li>
      ))}
    </ul>
  )
}

function Says({ block: { text, missing } }: { readonly block: FilledBlock }) {
  const { t } = useTranslation()
  return (
    <>
      <span className="soft">{text}</span>{' '}
      {missing.length > 0 && <span className="due tiny">{t('blocks.missing', { names: missing.join(', ') })}</span>}
    </>
  )
}
