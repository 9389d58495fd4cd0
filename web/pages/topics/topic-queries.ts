// Questions about the topics of the company, and about what a case is about.
import { queryOptions } from '@tanstack/react-query'
import { done } from '../../../src/platform/http/done.schema.ts'
import { caseTopic, type NewLabel, topicKept, topics } from '../../../src/amend/topics/topic.schema.ts'
import { ask, send } from '../../api.ts'

export const topicsQuery = queryOptions({
  queryKey: ['topics'],
  queryFn: ({ signal }) => ask(topics, '/api/topics', signal),
})
/** A new one where no identifier is given. */
export const keepTopic = (topicId: string | null, topic: { readonly name: string; readonly isArchived: boolean }) =>
  topicId === null
    ? send(topicKept, 'POST', '/api/topics', { name: topic.name })
    : send(topicKept, 'PUT', `/api/topics/${topicId}`, topic)

export const caseTopicQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'topic'],
    queryFn: ({ signal }) => ask(caseTopic, `/api/cases/${caseId}/topic`, signal),
  })
export const labelCase = (caseId: string, label: NewLabel) => send(done, 'PUT', `/api/cases/${caseId}/topic`, label)
