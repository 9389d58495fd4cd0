// One case: the whole relation as a timeline, the conversation with the composer, and the promises and the person beside it.
// On a phone the parts become tabs.
import { usePrefetchInfiniteQuery, usePrefetchQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { usePageTitle } from '../../components/page-title.ts'
import { useShortcuts } from '../../components/shortcuts.ts'
import type { CasePart, Doing, Writing } from './case-parts.ts'
import { CaseHead } from './case-head.tsx'
import { CaseSide } from './case-side.tsx'
import { CaseTimeline } from './case-timeline.tsx'
import { caseQuery, messagesQuery, promisesQuery, seeMention, timelineQuery, type CaseView } from './case-queries.ts'
import { CaseWork } from './case-work.tsx'
import { Conversation } from './conversation.tsx'
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
  return <OpenCase key={caseId} current={current} />
}

function OpenCase({ current }: { readonly current: CaseView }) {
  const [part, setPart] = useState<CasePart>('conversation')
  const [doing, setDoing] = useState<Doing>(null)
  const [writing, setWriting] = useState<Writing>('reply')
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
  }
  const write = (what: 'reply' | 'note') => {
    setPart('conversation')
    setWriting(what)
    // Once it is on screen.
    setTimeout(() => document.getElementById(what)?.focus())
  }
  useShortcuts({
    f: actions.finish,
    w: actions.wait,
    p: actions.promise,
    h: actions.assign,
    r: () => {
      write('reply')
    },
    n: current.allowed.includes('note')
      ? () => {
          write('note')
        }
      : undefined,
    Escape: () => {
      setDoing(null)
    },
  })
  return (
    <div className="case" data-part={part} onInput={onInput}>
      <CaseTimeline current={current} />
      <section className="case-middle" aria-labelledby="matter">
        <CaseHead current={current} others={others} actions={actions} part={part} onPart={setPart} />
        <Conversation
          current={current}
          onTakenBack={(text) => {
            if (noteDraft.text === '') noteDraft.write(text)
          }}
        />
        <CaseWork
          current={current}
          doing={doing}
          onDoing={setDoing}
          writing={writing}
          onWriting={setWriting}
          noteDraft={noteDraft}
          onSaid={onSaid}
        />
      </section>
      <CaseSide
        current={current}
        isPromising={doing === 'promise'}
        onPromise={actions.promise}
        onSubject={actions.subject}
        onPromised={() => {
          setDoing(null)
        }}
      />
    </div>
  )
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
