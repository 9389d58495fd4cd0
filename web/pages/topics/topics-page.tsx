// Settings: what the company calls the things its cases are about.
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Topic } from '../../../src/amend/topics/topic.schema.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { Field } from '../../components/field.tsx'
import { Loads } from '../../components/loads.tsx'
import { usePageTitle } from '../../components/page-title.ts'
import { Panel } from '../../components/panel.tsx'
import { meQuery } from '../staff/staff-queries.ts'
import { keepTopic, topicsQuery } from './topic-queries.ts'

export function Topics() {
  const { t } = useTranslation()
  usePageTitle(t('settings.topics'))
  const query = useQuery(topicsQuery)
  const { data: me } = useQuery(meQuery)
  const mayChange = me?.role === 'lead' || me?.role === 'administrator'
  const [renamed, rename] = useState<Topic | null>(null)
  return (
    <>
      <h1>{t('settings.topics')}</h1>
      <p className="lead">{t('topics.lead', { company: me?.organization.name ?? '' })}</p>
      <div className="stack">
        {mayChange && (
          <Panel title={t(renamed === null ? 'topics.new' : 'topics.change')}>
            <div className="panel-body">
              <TopicForm
                key={renamed?.topicId ?? 'new'}
                topic={renamed}
                onDone={() => {
                  rename(null)
                }}
              />
            </div>
          </Panel>
        )}
        <Panel title={t('settings.topics')}>
          <Loads query={query} room={80}>
            {({ topics }) =>
              topics.length === 0 ? (
                <EmptyState title={t('topics.empty')}>{t('topics.emptyHow')}</EmptyState>
              ) : (
                <ul className="rows">
                  {topics.map((topic) => (
                    <TopicLine key={topic.topicId} topic={topic} onRename={mayChange ? rename : null} />
                  ))}
                </ul>
              )
            }
          </Loads>
        </Panel>
      </div>
    </>
  )
}

/** Keeps a topic; whatever comes of it, the list is read again. */
function useKeeping(onDone?: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ topicId, ...topic }: Omit<Topic, 'topicId'> & { readonly topicId: string | null }) =>
      keepTopic(topicId, topic),
    onSuccess: () => onDone?.(),
    onSettled: () => client.invalidateQueries({ queryKey: ['topics'] }),
  })
}

function TopicForm({ topic, onDone }: { readonly topic: Topic | null; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState(topic?.name ?? '')
  const keeping = useKeeping(() => {
    setName('')
    onDone()
  })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        keeping.mutate({ topicId: topic?.topicId ?? null, name, isArchived: topic?.isArchived ?? false })
      }}
    >
      <Field
        label={topic === null ? t('topics.name') : t('topics.nameOf', { name: topic.name })}
        value={name}
        onChange={setName}
        autoComplete="off"
      />
      {keeping.isError && <ErrorState error={keeping.error} />}
      <span className="row">
        <Button type="submit" variant="default" loading={keeping.isPending}>
          {t(topic === null ? 'topics.add' : 'topics.keep')}
        </Button>
        {topic !== null && (
          <button type="button" className="link" onClick={onDone}>
            {t('topics.leave')}
          </button>
        )}
      </span>
    </form>
  )
}

function TopicLine({ topic, onRename }: { readonly topic: Topic; readonly onRename: ((topic: Topic) => void) | null }) {
  const { t } = useTranslation()
  const keeping = useKeeping()
  const { name, isArchived } = topic
  return (
    <li>
      <span className={isArchived ? 'soft' : undefined}>
        <Link to="/register" search={{ topic: topic.topicId }} aria-label={t('topics.cases', { name })}>
          <bdi>{name}</bdi>
        </Link>
        {isArchived && <span className="tiny"> {t('topics.archived')}</span>}
      </span>
      {onRename !== null && (
        <span className="row">
          <button
            type="button"
            className="link"
            onClick={() => {
              onRename(topic)
            }}
          >
            {t('topics.rename', { name })}
          </button>
          <button
            type="button"
            className="link"
            disabled={keeping.isPending}
            onClick={() => {
              keeping.mutate({ ...topic, isArchived: !isArchived })
            }}
          >
            {t(isArchived ? 'topics.restore' : 'topics.archive', { name })}
          </button>
        </span>
      )}
      {keeping.isError && <ErrorState error={keeping.error} />}
    </li>
  )
}
