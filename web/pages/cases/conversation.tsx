// What was said and noted, oldest first, standing at the newest; earlier messages come on demand without moving what one reads.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Earlier } from '../../components/earlier.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { inOrder } from '../../../src/amend/cases/page/conversation-order.rules.ts'
import { messagesQuery, type CaseView, type MessageView, type NoteView } from './case-queries.ts'
import { mayLeave, type Choosing } from './choose-messages.ts'
import { Message } from './message.tsx'
import { Note } from './note.tsx'
import type { Recalled } from './recall-answer.tsx'
import { RearrangementLine } from './rearrangement-line.tsx'
import type { RearrangementView } from './rearrangement-queries.ts'

const placed = (message: MessageView) => ({ id: message.messageId, at: new Date(message.at), message })
const placedRearrangement = (rearrangement: RearrangementView) => ({
  ...{ id: rearrangement.rearrangementId, at: new Date(rearrangement.at), rearrangement },
})
const placedNote = (note: NoteView) => ({ id: note.noteId, at: new Date(note.at), note })

interface Props {
  readonly current: CaseView
  readonly onTakenBack: (text: string) => void
  readonly onRecalled: (recalled: Recalled) => void
  /** The messages that are chosen to leave; null while none are. */
  readonly choosing: Choosing | null
  /** Whether `u` undoes what was rearranged last. */
  readonly hasUndoKey: boolean
}

export function Conversation({ current, onTakenBack, onRecalled, choosing, hasUndoKey }: Props) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(messagesQuery(current.caseId))
  const onThere = choosing?.onThere
  const said = useMemo(() => {
    const pages = query.data?.pages ?? []
    const messages = pages.flatMap((page) => page.messages.map(placed))
    const written = inOrder(
      messages,
      pages.flatMap((page) => page.notes.map(placedNote)),
    )
    // What was rearranged before the earliest that is on screen comes with what is earlier.
    const since = query.hasNextPage ? written[0]?.at.getTime() : undefined
    const rearranged = current.rearrangements.map(placedRearrangement)
    return inOrder(
      written,
      rearranged.filter(({ at }) => since === undefined || at.getTime() >= since),
    )
  }, [query.data, query.hasNextPage, current.rearrangements])
  useEffect(() => {
    onThere?.(said.flatMap((one) => ('message' in one && mayLeave(one.message) ? [one.id] : [])))
  }, [onThere, said])
  const thread = useKeptPlace(said[0]?.id, said.at(-1)?.id)
  return (
    <div
      className="thread"
      ref={thread}
      tabIndex={0}
      role="region"
      aria-label={t('case.messages')}
      aria-busy={query.isPending}
    >
      <Earlier query={query} words={t('case.earlierMessages')} />
      {query.isSuccess && said.length === 0 && <EmptyState title={t('case.noMessages')} />}
      {said.map((one) =>
        'note' in one ? (
          <Note key={one.id} note={one.note} current={current} onTakenBack={onTakenBack} />
        ) : 'rearrangement' in one ? (
          <RearrangementLine key={one.id} one={one.rearrangement} current={current} hasKey={hasUndoKey} />
        ) : (
          <Message key={one.id} message={one.message} current={current} choosing={choosing} onRecalled={onRecalled} />
        ),
      )}
    </div>
  )
}

/** Keeps what one reads in its place: at the end when a message is added there, where it was when earlier ones are put before it. */
function useKeptPlace(first: string | undefined, last: string | undefined) {
  const thread = useRef<HTMLDivElement>(null)
  const seen = useRef<{ first: string | undefined; last: string | undefined; height: number }>({
    first: undefined,
    last: undefined,
    height: 0,
  })
  useLayoutEffect(() => {
    const box = thread.current
    if (!box || last === undefined) return
    const { first: oldFirst, last: oldLast, height } = seen.current
    if (oldLast !== last) box.scrollTop = box.scrollHeight
    else if (oldFirst !== first) box.scrollTop += box.scrollHeight - height
    seen.current = { first, last, height: box.scrollHeight }
  }, [first, last])
  // Letters that arrive late, or a composer that grows, must not hide the end from somebody who stands at it.
  useEffect(() => {
    const box = thread.current
    if (!box) return
    let isAtEnd = box.scrollTop + box.clientHeight > box.scrollHeight - 40
    const notice = () => {
      isAtEnd = box.scrollTop + box.clientHeight > box.scrollHeight - 8
    }
    const follow = new ResizeObserver(() => {
      if (isAtEnd) box.scrollTop = box.scrollHeight
    })
    for (const part of [box, ...box.children]) follow.observe(part)
    box.addEventListener('scroll', notice)
    return () => {
      follow.disconnect()
      box.removeEventListener('scroll', notice)
    }
  }, [first, last])
  return thread
}
