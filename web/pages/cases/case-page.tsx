// One case: the whole relation as a timeline, the conversation with the composer, and the promises and the person beside it.
// On a phone the parts become tabs.
import { usePrefetchInfiniteQuery, usePrefetchQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { undoMs } from '../../../src/amend/cases/work/hand-over-undo.rules.ts'
import { announce } from '../../components/announcer.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { usePageTitle } from '../../components/page-title.ts'
import { useCommands, useShortcuts } from '../../components/shortcuts.ts'
import { rememberVisit } from '../../recent.ts'
import type { CasePart, Doing, Writing } from './case-parts.ts'
import { CaseHead } from './case-head.tsx'
import { CaseSide } from './case-side.tsx'
import { CaseTimeline } from './case-timeline.tsx'
import {
  caseQuery,
  enquiriesQuery,
  messagesQuery,
  participantsQuery,
  promisesQuery,
  seeMention,
  timelineQuery,
  type CaseView,
} from './case-queries.ts'
import { CaseWork } from './case-work.tsx'
import { useChoosing } from './choose-messages.ts'
import { Conversation } from './conversation.tsx'
import { CaseSpokenFor } from './case-spoken-for.tsx'
import { DangerPanel } from './danger.tsx'
import { Unreachable } from './unreachable.tsx'
import { useOutgoingFiles } from './use-outgoing-files.ts'
import { useDraft } from './use-draft.ts'
import { usePresence } from './use-presence.ts'

const route = getRouteApi('/house/cases/$caseId')

export function CasePage() {
  const { t } = useTranslation()
  const { caseId } = route.useParams()
  // All parts are asked for at once, before their panels stand.
  usePrefetchQuery(caseQuery(caseId))
  usePrefetchInfiniteQuery(messagesQuery(caseId))
  usePrefetchInfiniteQuery(timelineQuery(caseId))
  usePrefetchQuery(promisesQuery(caseId))
  usePrefetchQuery(participantsQuery(caseId))
  usePrefetchQuery(enquiriesQuery(caseId))
  const query = useQuery(caseQuery(caseId))
  const current = query.data
  usePageTitle(current ? `${current.number} ${current.matter}` : t('case.title'))
  if (query.isError && !current) {
    return (
      <div className="page narrow">
        <h1>{t('case.title')}</h1>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </div>
    )
  }
  if (!current) {
    return (
      <div className="loading" aria-busy="true">
        <h1 className="reader-only">{t('act.loading')}</h1>
      </div>
    )
  }
  if (current.mergedInto) return <MergedAway current={current} into={current.mergedInto} />
  return <OpenCase key={caseId} current={current} />
}

function OpenCase({ current }: { readonly current: CaseView }) {
  const [part, setPart] = useState<CasePart>('conversation')
  const [doing, setDoing] = useState<Doing>(null)
  const [writing, setWriting] = useState<Writing>('reply')
  const [isHandedOver, setHandedOver] = useHandedOver()
  const choosing = useChoosing(doing === 'split' || doing === 'move')
  const replyDraft = useDraft(current, 'reply')
  const replyFiles = useOutgoingFiles(current.caseId)
  const noteDraft = useDraft(current, 'note')
  useMentionSeen(current)
  const { others, onInput, onSaid } = usePresence(current.caseId)
  const may = (command: CaseView['allowed'][number], what: Exclude<Doing, null>) =>
    current.allowed.includes(command)
      ? () => {
          setPart(what === 'promise' ? 'person' : 'conversation')
          setDoing(what)
        }
      : undefined
  const actions = {
    finish: may('finish', 'finish'),
    wait: may('wait', 'wait'),
    promise: may('promise', 'promise'),
    assign: may('assign', 'assign'),
    resolve: may('resolve', 'resolve'),
    reject: may('reject', 'reject'),
    reopen: may('reopen', 'reopen'),
    subject: may('name-subject', 'subject'),
    merge: may('rearrange', 'merge'),
    split: may('rearrange', 'split'),
    move: may('rearrange', 'move'),
  }
  const write = (what: Writing) => {
    // On screen at once, so that the next key is written into it.
    flushSync(() => {
      setPart('conversation')
      setWriting(what)
    })
    document.getElementById(what === 'phone' ? 'note' : what)?.focus()
  }
  const writer = (what: 'reply' | 'note' | 'phone' | 'ask', isAllowed: boolean) =>
    isAllowed
      ? () => {
          write(what)
        }
      : undefined
  const mayNote = current.allowed.includes('note')
  const ask = writer('ask', current.allowed.includes('ask'))
  useCommands({
    ...actions,
    ask,
    reply: writer('reply', true),
    note: writer('note', mayNote),
    phone: writer('phone', mayNote),
  })
  useShortcuts({
    Escape: () => {
      setDoing(null)
    },
  })
  useEffect(() => {
    rememberVisit({ kind: 'case', id: current.caseId, title: `${current.number}, ${current.matter}` })
  }, [current.caseId, current.number, current.matter])
  return (
    <div className="case" data-part={part} onInput={onInput}>
      <CaseTimeline current={current} />
      <section className="case-middle" aria-labelledby="matter">
        <CaseHead current={current} others={others} actions={actions} part={part} onPart={setPart} />
        <DangerPanel current={current} />
        <CaseSpokenFor customer={current.customer} />
        <Unreachable current={current} />
        <Conversation
          current={current}
          choosing={choosing}
          hasUndoKey={!isHandedOver}
          onRecalled={({ text, files }) => {
            replyDraft.write(replyDraft.text === '' ? text : `${text}\n\n${replyDraft.text}`)
            replyFiles.restore(files)
            write('reply')
          }}
          onTakenBack={(text) => {
            if (noteDraft.text === '') noteDraft.write(text)
          }}
        />
        <CaseWork
          current={current}
          doing={doing}
          onDoing={setDoing}
          choosing={choosing}
          isHandedOver={isHandedOver}
          onHandedOver={setHandedOver}
          writing={writing}
          onWriting={setWriting}
          replyDraft={replyDraft}
          replyFiles={replyFiles}
          noteDraft={noteDraft}
          onSaid={onSaid}
        />
      </section>
      <CaseSide
        current={current}
        isPromising={doing === 'promise'}
        onPromise={actions.promise}
        onAsk={ask}
        onSubject={actions.subject}
        onPromised={() => {
          setDoing(null)
        }}
      />
    </div>
  )
}

/** Old links and numbers lead to the case that goes on. */
function MergedAway({
  current,
  into,
}: {
  readonly current: CaseView
  readonly into: NonNullable<CaseView['mergedInto']>
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { caseId, number } = into
  const words = t('rearranged.leadsTo', { from: current.number, into: number })
  useEffect(() => {
    announce(words)
    void navigate({ to: '/cases/$caseId', params: { caseId }, replace: true })
  }, [navigate, caseId, words])
  return (
    <div className="page narrow">
      <h1>{current.number}</h1>
      <p>{words}</p>
    </div>
  )
}

/** For as long as a handover can be undone. */
function useHandedOver() {
  const [isHandedOver, setHandedOver] = useState(false)
  useEffect(() => {
    if (!isHandedOver) return
    const timer = setTimeout(() => {
      setHandedOver(false)
    }, undoMs)
    return () => {
      clearTimeout(timer)
    }
  }, [isHandedOver])
  return [isHandedOver, setHandedOver] as const
}

/** Whoever opens a case in which a note names them has seen it. */
function useMentionSeen({ caseId, isMentioned }: CaseView): void {
  const client = useQueryClient()
  useEffect(() => {
    if (!isMentioned) return
    // Should it fail, the line stays on the desk, and the next opening tries again.
    seeMention(caseId).then(
      () => Promise.all(['desk', 'case'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
      () => undefined,
    )
  }, [client, caseId, isMentioned])
}
