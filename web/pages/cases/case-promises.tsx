// The promises of a case: the open ones with what is left, the others counted; a new one is made in place.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { Field } from '../../components/field.tsx'
import { Key } from '../../components/key.tsx'
import { Loads } from '../../components/loads.tsx'
import { PromiseRing } from '../../components/promise-ring.tsx'
import { Time } from '../../components/time.tsx'
import { timeNow } from '../../now.ts'
import { localInput } from '../../time-words.ts'
import { say } from '../../words.ts'
import { keepPromise, makePromise, promisesQuery, type CaseView, type PromiseView } from './case-queries.ts'
import { DueField } from './due-field.tsx'
import { WorkForm } from './work-form.tsx'

const oneDay = 86_400_000

interface Props {
  readonly current: CaseView
  readonly isPromising: boolean
  readonly onPromise: (() => void) | undefined
  readonly onPromised: () => void
}

export function CasePromises({ current, isPromising, onPromise, onPromised }: Props) {
  const { t } = useTranslation()
  const query = useQuery(promisesQuery(current.caseId))
  const [all, showAll] = useState(false)
  return (
    <section aria-labelledby="promises-title">
      <div className="side-head">
        <h2 id="promises-title">{t('promises.title')}</h2>
        {onPromise && (
          <button type="button" className="link" onClick={onPromise} aria-keyshortcuts="p">
            {t('promises.make')} <Key>p</Key>
          </button>
        )}
      </div>
      {isPromising && <PromiseForm caseId={current.caseId} onLeave={onPromised} />}
      <Loads query={query} room={96}>
        {({ promises }) => {
          const open = promises.filter((promise) => promise.status === 'open' || promise.status === 'broken')
          const settled = promises.filter((promise) => promise.settledAt !== null && promise.status !== 'broken')
          return (
            <>
              {promises.length === 0 && <EmptyState title={t('promises.none')} />}
              <ul className="promises">
                {[...open, ...(all ? settled : [])].map((promise) => (
                  <PromiseLine
                    key={promise.promiseId}
                    promise={promise}
                    first={promises.find(({ promiseId }) => promiseId === promise.insteadOf)}
                    current={current}
                  />
                ))}
              </ul>
              {settled.length > 0 && (
                <button
                  type="button"
                  className="link"
                  aria-expanded={all}
                  onClick={() => {
                    showAll(!all)
                  }}
                >
                  {t('promises.settled', { count: settled.length })}
                </button>
              )}
            </>
          )
        }}
      </Loads>
    </section>
  )
}

interface LineProps {
  readonly promise: PromiseView
  /** What it stands in for, where it was promised anew. */
  readonly first: PromiseView | undefined
  readonly current: CaseView
}

function PromiseLine({ promise, first, current }: LineProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const keeping = useMutation({
    mutationFn: () => keepPromise(current.caseId, promise.promiseId),
    onSettled: () => client.invalidateQueries({ queryKey: ['case', current.caseId] }),
  })
  const isBroken = promise.status === 'broken'
  const mayKeep = promise.kind === 'given' && promise.settledAt === null && current.relation === 'own'
  return (
    <li className={promise.clock.state === 'late' || isBroken ? 'late' : undefined}>
      <PromiseRing state={isBroken ? 'late' : promise.clock.state} share={promise.clock.share} />
      <span>
        <bdi>{say(t, 'promiseName', promise.kind, { about: promise.about })}</bdi>
        {promise.status !== 'open' && <span className="tiny soft">, {t(`promiseStatus.${promise.status}`)}</span>}
        {first && (
          <span className="tiny soft">
            , {t('promises.anew')} <Time at={first.dueAt} isDue />
          </span>
        )}
        {mayKeep && (
          <>
            {' '}
            <button
              type="button"
              className="link"
              disabled={keeping.isPending}
              onClick={() => {
                keeping.mutate()
              }}
            >
              {t(isBroken ? 'promises.doneNow' : 'promises.keep')}
            </button>
          </>
        )}
        {keeping.isError && <ErrorState error={keeping.error} />}
      </span>
      <Time at={isBroken ? promise.dueAt : (promise.settledAt ?? promise.dueAt)} isDue={promise.settledAt === null} />
    </li>
  )
}

function PromiseForm({ caseId, onLeave }: { readonly caseId: string; readonly onLeave: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [about, setAbout] = useState('')
  const [dueAt, setDueAt] = useState(() => localInput(timeNow() + oneDay))
  const making = useMutation({
    mutationFn: () => makePromise(caseId, about, new Date(dueAt).toISOString()),
    onSuccess: onLeave,
    onSettled: () => client.invalidateQueries({ queryKey: ['case', caseId] }),
  })
  return (
    <WorkForm
      title={t('promises.formTitle')}
      action={t('promises.action')}
      commanding={making}
      onLeave={onLeave}
      onSubmit={() => {
        making.mutate()
      }}
    >
      <Field label={t('promises.about')} value={about} onChange={setAbout} autoFocus />
      <DueField label={t('promises.dueAt')} value={dueAt} onChange={setDueAt} />
    </WorkForm>
  )
}
