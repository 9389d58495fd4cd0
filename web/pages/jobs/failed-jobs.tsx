// Work that failed for good: what it was, why it failed, and trying again.
import { Button } from '@mantine/core'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { failedJobList } from '../../../src/platform/jobs/jobs.schema.ts'
import { done } from '../../../src/platform/http/done.schema.ts'
import { ask, send } from '../../api.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { Loads } from '../../components/loads.tsx'
import { usePageTitle } from '../../components/page-title.ts'
import { Panel } from '../../components/panel.tsx'
import { Time } from '../../components/time.tsx'

const jobsQuery = queryOptions({
  queryKey: ['failed-jobs'],
  queryFn: ({ signal }) => ask(failedJobList, '/api/failed-jobs', signal),
})

export function FailedJobs() {
  const { t } = useTranslation()
  usePageTitle(t('settings.failed-jobs'))
  const query = useQuery(jobsQuery)
  const client = useQueryClient()
  const replaying = useMutation({
    mutationFn: (jobId: string) => send(done, 'POST', `/api/failed-jobs/${encodeURIComponent(jobId)}/replay`),
    onSettled: () => client.invalidateQueries(jobsQuery),
  })
  return (
    <>
      <h1>{t('settings.failed-jobs')}</h1>
      <p className="lead">{t('jobs.lead')}</p>
      <Panel title={t('jobs.title')}>
        <Loads query={query} room={120}>
          {({ jobs }) =>
            jobs.length === 0 ? (
              <EmptyState title={t('jobs.none')}>{t('jobs.noneHow')}</EmptyState>
            ) : (
              <ul className="rows rows-tall">
                {jobs.map((job) => (
                  <li key={job.jobId}>
                    <div>
                      <p>
                        <bdi className="strong">{job.task}</bdi>{' '}
                        <span className="soft small">
                          {t('jobs.tries', { count: job.attempts })}, <Time at={job.failedAt} />
                        </span>
                      </p>
                      {job.lastError !== null && (
                        <p className="small soft break">
                          <bdi>{job.lastError}</bdi>
                        </p>
                      )}
                    </div>
                    <Button
                      variant="default"
                      size="xs"
                      disabled={replaying.isPending}
                      onClick={() => {
                        replaying.mutate(job.jobId)
                      }}
                    >
                      {t('jobs.replay')}
                    </Button>
                  </li>
                ))}
              </ul>
            )
          }
        </Loads>
        {replaying.isError && <ErrorState error={replaying.error} />}
      </Panel>
    </>
  )
}
