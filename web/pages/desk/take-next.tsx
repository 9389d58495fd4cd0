// The one main action of the desk: take the piece of work that comes next, with the reason why it is this one.
import { Button } from '@mantine/core'
import { useMutation, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { Key } from '../../components/key.tsx'
import { useCommands } from '../../components/shortcuts.ts'
import { Time } from '../../components/time.tsx'
import { useNow } from '../../now.ts'
import { due } from '../../time-words.ts'
import { say, type Translate } from '../../words.ts'
import { mostCounted } from '../../../src/amend/desk/desk.schema.ts'
import { takeNext, type DeskView } from './desk-queries.ts'

export function TakeNext({ desk }: { readonly desk: UseQueryResult<DeskView> }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const navigate = useNavigate()
  const taking = useMutation({
    mutationFn: takeNext,
    onSuccess: ({ caseId }) => navigate({ to: '/cases/$caseId', params: { caseId } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['desk'] }),
  })
  const next = desk.data?.next ?? null
  const take =
    next === null || taking.isPending
      ? undefined
      : () => {
          taking.mutate()
        }
  useCommands({ next: take })
  return (
    <section className="panel take-next" aria-label={t('desk.takeNext')}>
      <Button size="md" disabled={take === undefined} onClick={take} aria-keyshortcuts="n">
        {t('desk.takeNext')}
        <Key>n</Key>
      </Button>
      <div className="take-next-why">
        {desk.data === undefined ? null : next === null ? (
          <>
            <p className="strong">{t('desk.nothingWaits')}</p>
            <p className="soft small">{t('desk.nothingWaitsHow')}</p>
          </>
        ) : (
          <NextReason next={next} />
        )}
      </div>
      {desk.data !== undefined && desk.data.waiting > 0 && (
        <p className="small soft figures take-next-count">
          {t(desk.data.waiting >= mostCounted ? 'desk.waitingMany' : 'desk.waiting', { count: desk.data.waiting })}
        </p>
      )}
      {taking.isError && <ErrorState error={taking.error} kept={t('desk.nothingTaken')} />}
    </section>
  )
}

function NextReason({ next }: { readonly next: NonNullable<DeskView['next']> }) {
  const { t } = useTranslation()
  const now = useNow()
  const { line, why } = next
  return (
    <>
      <p className="cut">
        {line.dangerAt !== null && <span className="danger-mark">{t('danger.mark')}</span>}
        <bdi className="strong">{line.customer.name}</bdi>, <bdi>{line.matter}</bdi>
      </p>
      <p className="soft small">
        {line.promise && (
          <>
            {say(t, 'promiseKind', line.promise.kind, { about: line.promise.about })}{' '}
            <Time at={line.promise.dueAt} isDue />
            {'. '}
          </>
        )}
        {say(t, 'why', why.key, spokenValues(why.values, now, t))}
      </p>
    </>
  )
}

/** Values of a reason as words: instants become hours and days. */
function spokenValues(values: Readonly<Record<string, string>>, now: number, t: Translate) {
  const isInstant = /^\d{4}-\d\d-\d\dT/
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      isInstant.test(value) ? due(Date.parse(value), now, t) : value,
    ]),
  )
}
